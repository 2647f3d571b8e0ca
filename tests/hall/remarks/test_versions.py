"""Every version of a rendition is kept, through cuts, joins, imports and undo, and none is ever changed."""

import pytest

from tests.hall.remarks.test_drafting import at
from twinhall.hall.meetings.actions.past_remarks import undo
from twinhall.hall.meetings.actions.remarks import delete, edit, join, split
from twinhall.hall.meetings.queries.past import last_change
from twinhall.hall.meetings.queries.remarks import terms_of
from twinhall.hall.translation.actions import bring_back, comment, decide, token_of, write_rendition
from twinhall.hall.translation.actions.versions import NoVersion
from twinhall.hall.translation.enums import Origin, Status
from twinhall.hall.translation.models import Comment, Rendition, Text, Version
from twinhall.hall.translation.queries.history import history_of


def deeds(text: Text) -> list[str]:
    """What happened, oldest first."""
    return [str(event.deed) for event in history_of(text, "vi")][::-1]


@pytest.fixture
def decided(officer, meeting):
    """decided(segment, body, status) is what a person saves who sees what stands."""

    def save(segment, body: str, status: str) -> None:
        segment.text.refresh_from_db()
        held = Rendition.objects.filter(text=segment.text, language="vi").first()
        decide(
            segment.text_id,
            "vi",
            body,
            status,
            by=officer,
            seen=token_of(segment.text, held),
            concepts=terms_of(meeting),
        )

    return save


def test_a_sentence_nothing_happened_to_has_no_history(speech):
    assert history_of(at(speech, 3).text, "vi") == []


def test_everything_that_was_decided_is_told_in_order(speech, officer, decided):
    third = at(speech, 3)
    write_rendition(third.text, "vi", "Cảm ơn.", by=officer, origin=Origin.MACHINE, engine="marian")
    decided(third, "Xin cảm ơn.", Status.DRAFT)
    decided(third, "Xin cảm ơn.", Status.REVIEWED)
    decided(third, "Xin cảm ơn.", Status.APPROVED)
    edit(third.pk, "대단히 감사합니다.", seen=1, by=officer)
    decided(third, "Xin cảm ơn.", Status.APPROVED)
    decided(third, "Xin cảm ơn.", Status.DRAFT)
    decided(third, "", Status.DRAFT)

    third.text.refresh_from_db()
    assert deeds(third.text) == [
        "machine",
        "written",
        "reviewed",
        "approved",
        "reworded",
        "approved",
        "reopened",
        "removed",
    ]


def test_saving_the_same_again_adds_nothing(speech, decided):
    decided(at(speech, 3), "Xin cảm ơn.", Status.DRAFT)
    decided(at(speech, 3), "Xin cảm ơn.", Status.DRAFT)

    assert Version.objects.filter(text=at(speech, 3).text).count() == 1


def test_a_machines_version_that_is_brought_back_is_a_machines_again(speech, officer, decided):
    third = at(speech, 3)
    made = write_rendition(third.text, "vi", "Cảm ơn.", by=None, origin=Origin.MACHINE, engine="marian")
    version = Version.objects.get(text=third.text)
    decided(third, "Xin cảm ơn.", Status.APPROVED)

    made.refresh_from_db()
    back = bring_back(third.text_id, "vi", version.pk, by=officer, seen=token_of(third.text, made))

    assert (back.body, back.origin, back.engine, back.status) == ("Cảm ơn.", "machine", "marian", "draft")
    assert back.reviewed_at is None
    assert deeds(third.text) == ["machine", "approved", "back"]


def test_a_removal_has_no_words_to_bring_back(speech, officer, decided):
    decided(at(speech, 3), "Xin cảm ơn.", Status.DRAFT)
    decided(at(speech, 3), "", Status.DRAFT)

    with pytest.raises(NoVersion):
        bring_back(at(speech, 3).text_id, "vi", Version.objects.last().pk, by=officer, seen="1-new")


def test_cut_and_joined_renditions_are_versions_too(speech, officer, approve):
    approve(at(speech, 2), "Rất vui. Xin cảm ơn.")
    split(at(speech, 2).pk, "오산시장", "곽상욱입니다.", seen=1, by=officer)
    join(at(speech, 2).pk, seen=2, by=officer)

    bodies = Version.objects.filter(text=at(speech, 2).text).values_list("body", flat=True)
    assert list(bodies) == ["Rất vui. Xin cảm ơn.", "Rất vui.", "Rất vui. Xin cảm ơn."]


def test_a_deleted_sentence_comes_back_with_its_history_and_comments(speech, officer, approve):
    approve(at(speech, 2), "Một.")
    approve(at(speech, 2), "Hai.")
    comment(at(speech, 2).text, "vi", "맞습니까?", by=officer)
    key = at(speech, 2).text_id

    delete(at(speech, 2).pk, seen=1, by=officer)
    undo(speech.pk, last_change(speech).pk, by=officer)

    assert at(speech, 2).text_id == key
    assert [v.body for v in Version.objects.filter(text=key)][:2] == ["Một.", "Hai."]
    assert Comment.objects.get().text_id == key


def test_open_comments_of_a_joined_sentence_go_along(speech, officer):
    comment(at(speech, 3).text, "vi", "맞습니까?", by=officer)

    join(at(speech, 2).pk, seen=1, by=officer)

    assert Comment.objects.get().text_id == at(speech, 2).text_id


def test_who_changed_the_original_is_known_by_the_name_of_that_day(speech, officer):
    edit(at(speech, 3).pk, "고맙습니다.", seen=1, by=officer)
    officer.name = "다른 이름"
    officer.save()

    event = history_of(at(speech, 3).text, "vi")[0]
    assert (event.by, event.before, event.after) == ("오산시 의전 담당", "감사합니다.", "고맙습니다.")
