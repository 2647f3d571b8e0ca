"""What officers fill in about a meeting: title and time, agenda items, seats."""

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any
from zoneinfo import ZoneInfo

from django import forms
from django.utils.translation import gettext_lazy as _

from twinhall.hall.base.fields import NameField
from twinhall.hall.base.languages import Language
from twinhall.hall.cities.models import Post, Relation
from twinhall.hall.meetings.actions.planning import ItemPlan, Wording
from twinhall.hall.meetings.enums import Interpretation, ItemMode, Role
from twinhall.hall.meetings.models import AgendaItem, Meeting, Participant
from twinhall.hall.translation.models import Text

TITLE_LENGTH = 200


class HallForm(forms.Form):
    """A form whose fields depend on the two cities' languages."""

    def words(self, name: str) -> str:
        return str(self.cleaned_data.get(name) or "")


class TitledForm(HallForm):
    """A title in each of the meeting's languages, side by side; the first language's is required."""

    def __init__(self, *args: Any, languages: Sequence[str], text: Text | None = None, **told: Any) -> None:
        super().__init__(*args, **told)
        self.original = text.language if text else languages[0]
        self.languages = list(dict.fromkeys((self.original, *languages)))
        for language in self.languages:
            self.fields[f"title_{language}"] = NameField(
                label=Language(language).label, max_length=TITLE_LENGTH, required=language == self.original
            )
        if text is not None:
            known = {text.language: text.body} | {r.language: r.body for r in text.renditions.all()}
            for language in self.languages:
                self.initial.setdefault(f"title_{language}", known.get(language, ""))

    @property
    def titles(self) -> list[tuple[str, forms.BoundField]]:
        return [(language, self[f"title_{language}"]) for language in self.languages]

    def wording(self) -> Wording:
        return Wording(self.original, {tag: self.words(f"title_{tag}") for tag in self.languages})


class MeetingForm(TitledForm):
    """Title, and the start on the host's clock."""

    day = forms.DateField(label=_("Date"), widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"))
    time = forms.TimeField(label=_("Start"), widget=forms.TimeInput(attrs={"type": "time"}, format="%H:%M"))
    lobby = forms.BooleanField(
        label=_("Guests wait at the door until an officer admits them"), required=False, initial=True
    )
    seen = forms.CharField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, zone: str, meeting: Meeting | None = None, **told: Any) -> None:
        super().__init__(*args, text=meeting.title if meeting else None, **told)
        self.zone = ZoneInfo(zone)
        if meeting is not None:
            local = meeting.starts_at.astimezone(self.zone)
            self.initial = {"day": local.date(), "time": local.time(), "lobby": meeting.lobby, **self.initial}

    def clean(self) -> dict[str, Any]:
        told: dict[str, Any] = super().clean() or self.cleaned_data
        if "day" in told and "time" in told:
            told["starts_at"] = moment = moment_in(told["day"], told["time"], self.zone)
            if moment is None:
                self.add_error(
                    "time", _("The clocks are put forward at this hour of that day. Choose another time.")
                )
        return told


def moment_in(day: Any, time: Any, zone: ZoneInfo) -> datetime | None:
    """Return that hour on the zone's clock in UTC, the first of two; None for an hour that is skipped."""
    local = datetime.combine(day, time, tzinfo=zone)
    moment = local.astimezone(UTC)
    return moment if moment.astimezone(zone).replace(tzinfo=None) == local.replace(tzinfo=None) else None


class RelationChoice(forms.Form):
    """With which partner city a new meeting is held."""

    relation = forms.ModelChoiceField(Relation.objects.none(), label=_("Partner city"), empty_label=None)


class ItemForm(TitledForm):
    """One item of the agenda. Speakers are given a place in the order."""

    minutes = forms.IntegerField(label=_("Minutes"), min_value=1, max_value=600, initial=10)
    mode = forms.ChoiceField(label=_("Kind"), choices=ItemMode.choices)
    interpretation = forms.ChoiceField(label=_("Interpretation"), choices=Interpretation.choices)
    seen = forms.CharField(widget=forms.HiddenInput, required=False)

    def __init__(
        self, *args: Any, seats: Sequence[Participant], item: AgendaItem | None = None, **told: Any
    ) -> None:
        super().__init__(*args, text=item.title if item else None, **told)
        self.seats = [seat for seat in seats if seat.role not in (Role.VIEWER, Role.INTERPRETER)]
        known = {}
        if item is not None:
            facts = {"minutes": item.minutes, "mode": item.mode, "interpretation": item.interpretation}
            self.initial = {**facts, **self.initial}
            known = {speaker.participant_id: speaker.position for speaker in item.speakers.all()}
        places = [("", "–"), *((str(n), str(n)) for n in range(1, len(self.seats) + 1))]
        for seat in self.seats:
            self.fields[f"order_{seat.pk}"] = forms.ChoiceField(choices=places, required=False)
            self.initial.setdefault(f"order_{seat.pk}", str(known.get(seat.pk, "")))

    @property
    def speakers(self) -> list[tuple[Participant, forms.BoundField]]:
        return [(seat, self[f"order_{seat.pk}"]) for seat in self.seats]

    def plan(self) -> ItemPlan:
        told = self.cleaned_data
        places = [
            (int(told[f"order_{seat.pk}"]), index, seat.pk)
            for index, seat in enumerate(self.seats)
            if told.get(f"order_{seat.pk}")
        ]
        return ItemPlan(
            wording=self.wording(),
            minutes=told["minutes"],
            mode=told["mode"],
            interpretation=told["interpretation"],
            speakers=[pk for _place, _index, pk in sorted(places)],
        )


class NamesForm(HallForm):
    """Someone's name and title in the given languages, and for one's own side role and language spoken."""

    def __init__(self, *args: Any, languages: Sequence[str], own: str, ours: bool, **told: Any) -> None:
        super().__init__(*args, **told)
        self.languages, self.own = list(languages), own
        if ours:
            self.fields["role"] = forms.ChoiceField(
                label=_("Role"), choices=Role.choices, initial=Role.DELEGATE
            )
            self.fields["language"] = forms.ChoiceField(
                label=_("Language spoken"), choices=Language.choices, initial=own
            )
        for tag in self.languages:
            self.fields[f"name_{tag}"] = NameField(label=_("Name"), required=False)
            self.fields[f"title_{tag}"] = NameField(label=_("Official title"), required=False, max_length=160)

    @property
    def scripts(self) -> list[tuple[str, forms.BoundField, forms.BoundField]]:
        return [(tag, self[f"name_{tag}"], self[f"title_{tag}"]) for tag in self.languages]

    def names(self) -> dict[str, str]:
        return {tag: self.words(f"name_{tag}") for tag in self.languages}

    def titles(self) -> dict[str, str]:
        return {tag: self.words(f"title_{tag}") for tag in self.languages}


class SeatForm(NamesForm):
    """A new seat: someone known at the city, or someone new."""

    field_order = ("post", "role", "language")

    def __init__(self, *args: Any, posts: Sequence[tuple[Post, str]], **told: Any) -> None:
        super().__init__(*args, ours=True, **told)
        self.posts = {str(post.pk): post for post, _name in posts}
        choices = [("", _("Someone new")), *((str(post.pk), name) for post, name in posts)]
        self.fields["post"] = forms.ChoiceField(
            label=_("Person"), choices=choices, required=False, initial="" if not posts else choices[1][0]
        )

    def clean(self) -> dict[str, Any]:
        told: dict[str, Any] = super().clean() or self.cleaned_data
        if not told.get("post") and not any(self.names().values()) and not self.errors:
            self.add_error(f"name_{self.own}", _("Write the name in at least one language."))
        return told

    def chosen(self) -> Post | None:
        return self.posts.get(self.cleaned_data["post"])
