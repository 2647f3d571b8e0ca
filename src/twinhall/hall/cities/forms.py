"""What is asked about accounts, cities and relations."""

from django import forms
from django.contrib.auth.password_validation import validate_password
from django.utils.translation import gettext_lazy as _

from twinhall.hall.base.fields import NameField, TimeZoneField
from twinhall.hall.base.languages import Language
from twinhall.hall.base.partial_date import validate_partial_date
from twinhall.hall.cities.actions import NameOfCity, Place
from twinhall.hall.cities.countries import COUNTRIES
from twinhall.hall.cities.enums import CityKind, RelationKind
from twinhall.hall.cities.models import City
from twinhall.hall.people.models import User


class PlaceForm(forms.Form):
    """Where a city is, and its name in each language; its own language's name is required."""

    city_kind = forms.ChoiceField(label=_("Kind"), choices=CityKind.choices)
    country = forms.ChoiceField(label=_("Country"), choices=list(COUNTRIES.items()))
    language = forms.ChoiceField(label=_("Language"), choices=Language.choices)
    timezone = TimeZoneField(label=_("Time zone"), help_text=_("As Asia/Seoul or Asia/Ho_Chi_Minh"))
    phone = forms.CharField(
        label=_("Telephone of the protocol office"),
        max_length=40,
        required=False,
        help_text=_("Guests see it when they cannot get in."),
    )

    def __init__(self, *args: object, city: City | None = None, **told: object) -> None:
        super().__init__(*args, **told)  # type: ignore[arg-type]
        self.city = city
        if city is not None:
            self.fields["renamed_on"] = forms.DateField(
                label=_("Renamed on"),
                required=False,
                widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
                help_text=_(
                    "With a day, the former names are kept until then. Leave empty to correct a name."
                ),
            )
        for tag in Language.values:
            self.fields[f"full_{tag}"] = NameField(label=_("Full name"), required=False)
            self.fields[f"short_{tag}"] = NameField(label=_("Short name"), required=False, max_length=80)
        if city is not None:
            self.initial = {**self._known(city), **self.initial}

    @property
    def names(self) -> list[tuple[str, forms.BoundField, forms.BoundField]]:
        """The name fields, a row a language."""
        return [(tag, self[f"full_{tag}"], self[f"short_{tag}"]) for tag in Language.values]

    def clean(self) -> dict[str, object]:
        told = super().clean() or {}
        own = told.get("language")
        if own and not told.get(f"full_{own}") and f"full_{own}" not in self.errors:
            self.add_error(f"full_{own}", _("Write the name in the city's own language."))
        return told

    def place(self) -> Place:
        told = self.cleaned_data
        return Place(told["country"], told["language"], told["timezone"], told["city_kind"], told["phone"])

    def named(self) -> list[NameOfCity]:
        """Every name: today's as typed, those of earlier times, and the ones a renaming makes earlier."""
        told, renamed = self.cleaned_data, self.cleaned_data.get("renamed_on")
        known = list(self.city.names.all()) if self.city else []
        earlier = [name for name in known if name.valid_until]
        since = {name.language: name.valid_from for name in known if not name.valid_until}
        today = [
            NameOfCity(
                tag,
                told[f"full_{tag}"],
                told[f"short_{tag}"] or told[f"full_{tag}"],
                renamed or since.get(tag),
            )
            for tag in Language.values
            if told[f"full_{tag}"]
        ]
        kept = [NameOfCity(n.language, n.full, n.short, n.valid_from, n.valid_until) for n in earlier]
        if renamed:
            kept += [
                NameOfCity(n.language, n.full, n.short, n.valid_from, renamed)
                for n in known
                if not n.valid_until
            ]
        return [*kept, *today]

    def _known(self, city: City) -> dict[str, object]:
        known: dict[str, object] = {
            name: getattr(city, name) for name in ("country", "language", "timezone", "phone")
        }
        known["city_kind"] = city.kind
        for name in city.names.all():
            if name.valid_until is None:
                known |= {f"full_{name.language}": name.full, f"short_{name.language}": name.short}
        return known


class SuccessionForm(forms.Form):
    """Into which city this one was merged, and when."""

    successor = forms.ModelChoiceField(
        City.objects.none(), label=_("Merged into"), required=False, empty_label="–"
    )
    succeeded_on = forms.DateField(
        label=_("On"), required=False, widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    )


class AccountForm(forms.Form):
    """A new officer's account."""

    name = NameField(label=_("Name of the officer"))
    email = forms.EmailField(label=_("E-mail"), widget=forms.EmailInput(attrs={"autocomplete": "username"}))
    password = forms.CharField(
        label=_("Password"),
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
        help_text=_("At least 10 characters."),
    )

    def clean(self) -> dict[str, object]:
        told = super().clean() or {}
        if "password" in told:
            try:
                validate_password(
                    str(told["password"]),
                    User(email=str(told.get("email", "")), name=str(told.get("name", ""))),
                )
            except forms.ValidationError as error:
                self.add_error("password", error)
        return told


class FirstOfficerForm(PlaceForm, AccountForm):
    """The first city and the first account, on one page."""


class OfficerForm(AccountForm):
    """An account that an administrator makes for someone else."""

    city = forms.ModelChoiceField(City.objects.none(), label=_("City"))
    language = forms.ChoiceField(label=_("Language of the pages"), choices=Language.choices)
    administrator = forms.BooleanField(label=_("May keep accounts and cities"), required=False)


class OwnAccountForm(forms.Form):
    """What officers change about themselves."""

    name = NameField(label=_("Name of the officer"))
    language = forms.ChoiceField(label=_("Language of the pages"), choices=Language.choices)


class RelationForm(forms.Form):
    """What binds two cities. Dates may be known in part."""

    kind = forms.ChoiceField(label=_("Kind"), choices=RelationKind.choices)
    first_contact = forms.CharField(
        label=_("First contact"), required=False, validators=[validate_partial_date]
    )
    signed = forms.CharField(label=_("Agreement signed"), required=False, validators=[validate_partial_date])
    council_approved = forms.CharField(
        label=_("Approved by the council"), required=False, validators=[validate_partial_date]
    )
    ended = forms.CharField(label=_("Ended"), required=False, validators=[validate_partial_date])
    fields_of_exchange = forms.CharField(
        label=_("Fields of exchange"),
        required=False,
        max_length=400,
        help_text=_("Separated by commas: administration, culture, sport"),
    )

    def facts(self) -> dict[str, object]:
        """The values of a Relation's own fields."""
        told = dict(self.cleaned_data)
        words = told.pop("fields_of_exchange").replace("、", ",").split(",")
        return told | {"fields": [word.strip() for word in words if word.strip()]}


class PersonForm(forms.Form):
    """Someone's names in each script and the titles of their post."""

    language = forms.ChoiceField(label=_("Language spoken"), choices=Language.choices)

    def __init__(self, *args: object, own: str = "", **told: object) -> None:
        super().__init__(*args, **told)  # type: ignore[arg-type]
        if own:
            self.initial = {"language": own, **self.initial}
        for tag in Language.values:
            self.fields[f"name_{tag}"] = NameField(label=_("Name"), required=False)
            self.fields[f"title_{tag}"] = NameField(label=_("Official title"), required=False, max_length=160)

    @property
    def scripts(self) -> list[tuple[str, forms.BoundField, forms.BoundField]]:
        """The fields, a row a language."""
        return [(tag, self[f"name_{tag}"], self[f"title_{tag}"]) for tag in Language.values]

    def clean(self) -> dict[str, object]:
        told = super().clean() or {}
        if not any(told.get(f"name_{tag}") for tag in Language.values) and not self.errors:
            own = told.get("language", Language.EN)
            self.add_error(f"name_{own}", _("Write the name in at least one language."))
        return told

    def names(self) -> dict[str, str]:
        return {tag: self.cleaned_data[f"name_{tag}"] for tag in Language.values}

    def titles(self) -> dict[str, str]:
        return {tag: self.cleaned_data[f"title_{tag}"] for tag in Language.values}
