"""Cutting, joining, moving: positions have no gaps, nothing stays approved silently, all can be undone."""

import pytest

from twinhall.hall.meetings.actions.past_remarks import NothingToUndo, undo
from twinhall.hall.meetings.actions.remarks import (
    NotPossible,
    SentenceMoved,
    add,
    delete,
    edit,
    join,
    move,
    split,
)
from twinhall.hall.meetings.models import Segment
from twinhall.hall.meetings.queries.past import last_change
from twinhall.hall.translation.enums import Status
from twinhall.hall.translation.queries import approved_rendition, is_stale

from .conftest import positions_of, sentences_of

FIRST, SECOND, THIRD = (
    "존경하는 레 찌 타인 꽝남성 인민위원회 위원장님, 안녕하십니까?",
    "오산시장 곽상욱입니다.",
    "감사합니다.",
)


def at(remarks, position: int) -> Segment:
    return Segment.objects.select_related("text").get(remarks=remarks, position=position)


def renditions(segment: Segment) -> list[tuple[str, str, bool]]:
    """(body, status, stale) of each"""
    segment.text.refresh_from_db()
    return [(r.body, r.status, is_stale(r, segment.text)) for r in segment.text.renditions.all()]


def test_a_pasted_text_is_cut_into_sentences(speech):
    assert sentences_of(speech) == [FIRST, SECOND, THIRD]
    assert positions_of(speech) == [1, 2, 3]


def test_a_sentence_is_cut_where_the_officer_says(speech, officer):
    split(at(speech, 1).pk, "존경하는 레 찌 타인 꽝남성", "인민위원회 위원장님", seen=1, by=officer)

    assert sentences_of(speech) == ["존경하는 레 찌 타인 꽝남성", "인민위원회 위원장님", SECOND, THIRD]
    assert positions_of(speech) == [1, 2, 3, 4]


def test_a_translation_of_two_sentences_is_cut_likewise_and_waits_for_approval(speech, officer, approve):
    approve(at(speech, 1), "Xin chào. Tôi là Kwak Sang-wook.")

    split(at(speech, 1).pk, "안녕하십니까?", "곽상욱입니다.", seen=1, by=officer)

    assert renditions(at(speech, 1)) == [("Xin chào.", Status.APPROVED, True)]
    assert renditions(at(speech, 2)) == [("Tôi là Kwak Sang-wook.", Status.DRAFT, True)]
    assert approved_rendition(at(speech, 1).text, "vi") is None


def test_joined_sentences_join_their_translations(speech, officer, approve):
    approve(at(speech, 2), "Tôi là Kwak Sang-wook.")
    approve(at(speech, 3), "Xin cảm ơn.")

    join(at(speech, 2).pk, seen=1, by=officer)

    assert sentences_of(speech) == [FIRST, f"{SECOND} {THIRD}"]
    assert positions_of(speech) == [1, 2]
    assert renditions(at(speech, 2)) == [("Tôi là Kwak Sang-wook. Xin cảm ơn.", Status.APPROVED, True)]


def test_the_last_sentence_has_none_to_join(speech, officer):
    with pytest.raises(NotPossible):
        join(at(speech, 3).pk, seen=1, by=officer)


def test_a_changed_sentence_leaves_its_translation_stale(speech, officer, approve):
    approve(at(speech, 3), "Xin cảm ơn.")

    edit(at(speech, 3).pk, "대단히 감사합니다.", seen=1, by=officer)

    assert renditions(at(speech, 3)) == [("Xin cảm ơn.", Status.APPROVED, True)]


def test_moving_keeps_what_was_approved(speech, officer, approve):
    approve(at(speech, 3), "Xin cảm ơn.")

    move(at(speech, 3).pk, -1, by=officer)

    assert sentences_of(speech) == [FIRST, THIRD, SECOND]
    assert positions_of(speech) == [1, 2, 3]
    assert renditions(at(speech, 2)) == [("Xin cảm ơn.", Status.APPROVED, False)]


def test_sentences_are_added_where_they_belong(speech, officer):
    add(speech.pk, 1, "반갑습니다. 오늘은 좋은 날입니다.", by=officer)

    assert sentences_of(speech) == [FIRST, "반갑습니다.", "오늘은 좋은 날입니다.", SECOND, THIRD]
    assert positions_of(speech) == [1, 2, 3, 4, 5]


def test_two_officers_do_not_change_the_same_sentence_unseen(speech, officer):
    edit(at(speech, 3).pk, "고맙습니다.", seen=1, by=officer)

    with pytest.raises(SentenceMoved):
        edit(at(speech, 3).pk, "대단히 감사합니다.", seen=1, by=officer)

    assert sentences_of(speech)[2] == "고맙습니다."


@pytest.mark.parametrize(
    "change",
    [
        lambda s, by: split(at(s, 1).pk, "존경하는", "위원장님", seen=1, by=by),
        lambda s, by: join(at(s, 1).pk, seen=1, by=by),
        lambda s, by: edit(at(s, 2).pk, "시장입니다.", seen=1, by=by),
        lambda s, by: move(at(s, 2).pk, 1, by=by),
        lambda s, by: delete(at(s, 2).pk, seen=1, by=by),
        lambda s, by: add(s.pk, 3, "끝으로 인사드립니다.", by=by),
    ],
)
def test_every_change_can_be_undone_with_its_translations(speech, officer, approve, change):
    for position in (1, 2, 3):
        approve(at(speech, position), f"Câu {position}.")
    speech.refresh_from_db()
    before = speech.revision

    change(speech, officer)
    undo(speech.pk, last_change(speech).pk, by=officer)

    speech.refresh_from_db()
    assert sentences_of(speech) == [FIRST, SECOND, THIRD]
    assert positions_of(speech) == [1, 2, 3]
    for position in (1, 2, 3):
        assert renditions(at(speech, position)) == [(f"Câu {position}.", Status.APPROVED, False)]
    assert speech.revision == before + 2


def test_undo_keeps_what_was_approved_elsewhere_since(speech, officer, approve):
    split(at(speech, 1).pk, "존경하는", "위원장님", seen=1, by=officer)
    approve(at(speech, 4), "Xin cảm ơn.")

    undo(speech.pk, last_change(speech).pk, by=officer)

    assert renditions(at(speech, 3)) == [("Xin cảm ơn.", Status.APPROVED, False)]


def test_what_was_worked_on_since_is_not_undone(speech, officer, approve):
    split(at(speech, 1).pk, "존경하는", "위원장님", seen=1, by=officer)
    approve(at(speech, 2), "Thưa Chủ tịch.")
    speech_change = speech.past.first()

    assert last_change(speech) is None
    with pytest.raises(NothingToUndo):
        undo(speech.pk, speech_change.pk, by=officer)
