"""Bringing a text in again: what was confirmed stays, and nothing is trusted that nobody answers for."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from twinhall.hall.meetings.actions.past_remarks import KEPT, undo
from twinhall.hall.meetings.actions.remarks import edit
from twinhall.hall.meetings.actions.remarks_import import AT_ONCE, NotReady, drop, receive, take_over
from twinhall.hall.meetings.enums import ImportState
from twinhall.hall.meetings.jobs import read_import
from twinhall.hall.meetings.models import RemarksImport, Segment
from twinhall.hall.meetings.queries.intake import plan, read_sentences
from twinhall.hall.meetings.queries.past import last_change
from twinhall.hall.meetings.queries.take_away import script_of
from twinhall.hall.translation.models import Rendition, Text
from twinhall.hall.translation.queries import is_stale

from .conftest import SPEECH, positions_of, sentences_of

TABLE = "ko\tvi\tvi:status\n감사합니다.\tXin cảm ơn.\tapproved\n"


def standings(remarks) -> list[list[tuple[str, str, bool]]]:
    """(body, status, stale) of every rendition, sentence by sentence"""
    return [
        [(r.body, str(r.status), is_stale(r, s.text)) for r in s.text.renditions.all()]
        for s in Segment.objects.filter(remarks=remarks).select_related("text")
    ]


def test_unchanged_sentences_keep_their_approval_wherever_they_stand(speech, bring, approve):
    for segment in Segment.objects.filter(remarks=speech).select_related("text"):
        approve(segment, f"Câu {segment.position}.")
    kept = list(Segment.objects.filter(remarks=speech).values_list("pk", flat=True))

    bring(speech, "반갑습니다.\n감사합니다.\n오산시장 곽상욱입니다.")

    assert standings(speech) == [[], [("Câu 3.", "approved", False)], [("Câu 2.", "approved", False)]]
    assert positions_of(speech) == [1, 2, 3]
    assert set(kept[1:]) < set(Segment.objects.filter(remarks=speech).values_list("pk", flat=True))


def test_a_changed_sentence_keeps_its_translation_as_stale(speech, bring, approve):
    approve(Segment.objects.get(remarks=speech, position=3), "Xin cảm ơn.")

    bring(speech, SPEECH.replace("감사합니다.", "대단히 감사합니다."))

    assert standings(speech) == [[], [], [("Xin cảm ơn.", "approved", True)]]


def test_the_plan_says_beforehand_what_will_happen(speech, approve, officer):
    for segment in Segment.objects.filter(remarks=speech).select_related("text"):
        approve(segment, "Câu.")
    text = "오산시장 곽상욱입니다.\n대단히 감사합니다.\n끝으로 건강을 빕니다."
    row = receive(speech, text.encode(), "", by=officer)

    told = plan(speech, read_sentences(row), append=False)

    assert (told.kept, told.changed, told.new, len(told.gone)) == (1, 1, 1, 1)
    assert (told.approvals_kept, told.approvals_open) == (1, 2)


def test_an_import_can_be_undone(speech, bring, approve, officer):
    approve(Segment.objects.get(remarks=speech, position=1), "Kính thưa Chủ tịch!")
    before = (sentences_of(speech), standings(speech))

    bring(speech, "모두 새로 썼습니다.")
    undo(speech.pk, last_change(speech).pk, by=officer)

    assert (sentences_of(speech), standings(speech)) == before


def test_a_text_can_be_added_at_the_end(speech, bring):
    assert bring(speech, "끝으로 인사드립니다.", append=True) == [
        *SPEECH.splitlines(),
        "끝으로 인사드립니다.",
    ]
    assert positions_of(speech) == [1, 2, 3, 4]


def test_what_a_file_calls_approved_counts_as_reviewed(remarks, bring):
    bring(remarks, TABLE)

    assert standings(remarks) == [[("Xin cảm ơn.", "reviewed", False)]]


def test_with_trust_the_officer_answers_for_it(remarks, bring, officer):
    bring(remarks, TABLE, trust=True)

    rendition = Rendition.objects.get(text__segment__remarks=remarks)
    assert (rendition.status, rendition.reviewer_name) == ("approved", officer.name)


def test_no_trust_approves_a_wrong_name(remarks, bring):
    bring(
        remarks,
        "ko\tvi\tvi:status\n오산시장 곽상욱입니다.\tTôi là Gwak, Thị trưởng.\tapproved\n",
        trust=True,
    )

    assert standings(remarks) == [[("Tôi là Gwak, Thị trưởng.", "reviewed", False)]]


def test_a_draft_in_a_file_does_not_replace_what_was_approved(remarks, bring):
    bring(remarks, TABLE, trust=True)

    bring(remarks, "ko\tvi\n감사합니다.\tCảm ơn nhé.\n")

    assert standings(remarks) == [[("Xin cảm ơn.", "approved", False)]]


def test_a_text_is_taken_over_once(speech, officer):
    row = receive(speech, "반갑습니다.".encode(), "", by=officer)
    take_over(row.pk, append=True, trust=False, by=officer)

    with pytest.raises(NotReady):
        take_over(row.pk, append=True, trust=False, by=officer)

    assert len(sentences_of(speech)) == 4


def test_a_large_file_is_read_by_a_job_that_may_run_twice(remarks, officer):
    row = receive(remarks, ("긴 글입니다.\n" * 20_000).encode(), "long.txt", by=officer)
    assert (row.state, len(row.data) > AT_ONCE) == (ImportState.READING, True)

    read_import.call(row.pk)
    read_import.call(row.pk)

    row.refresh_from_db()
    assert (row.state, row.reason, row.detail, row.data) == (ImportState.REFUSED, "too_many", "20000", None)


def test_a_dropped_import_leaves_no_trace(remarks, officer):
    row = receive(remarks, "네.".encode(), "", by=officer)

    drop(row.pk)
    read_import.call(row.pk)

    assert not RemarksImport.objects.exists()


def test_no_text_is_left_behind_when_sentences_are_gone_for_good(speech, bring, officer):
    before = Text.objects.count()

    bring(speech, "감사합니다.")
    third = Segment.objects.get(remarks=speech)
    assert Text.objects.count() == before  # as long as it can be undone

    for n in range(KEPT):
        edit(third.pk, f"{n}번 감사합니다.", seen=n + 1, by=officer)
    assert Text.objects.count() == before - 2


def test_what_is_taken_away_can_be_brought_in_again_without_any_change(speech, bring, approve):
    from twinhall.hall.meetings.documents.writing import write_tsv

    approve(Segment.objects.get(remarks=speech, position=3), "Xin cảm ơn.")
    before = (sentences_of(speech), standings(speech))

    bring(speech, write_tsv(script_of(speech, ("vi", "en"))))

    assert (sentences_of(speech), standings(speech)) == before


def test_taking_over_asks_the_database_a_bounded_number_of_times(remarks, officer):
    row = receive(remarks, "\n".join(f"{n}번째 문장입니다." for n in range(300)).encode(), "", by=officer)

    with CaptureQueriesContext(
        connection,
    ) as queries:
        take_over(row.pk, append=False, trust=False, by=officer)

    assert len(queries) < 150
