"""Machine drafts of what is missing: kept one by one, never over a person's work, resumed, stopped."""

import pytest
from django_tasks_db.models import DBTaskResult

from tests.hall.remarks.conftest import sentences_of
from twinhall.hall.meetings.actions.drafting import AlreadyDrafting, start, stop
from twinhall.hall.meetings.actions.remarks import edit
from twinhall.hall.meetings.enums import DraftingState
from twinhall.hall.meetings.jobs import draft_missing
from twinhall.hall.meetings.models import Drafting, Segment
from twinhall.hall.meetings.queries.drafting import progress_of
from twinhall.hall.translation.actions import write_rendition
from twinhall.hall.translation.enums import Origin, Status
from twinhall.hall.translation.models import Rendition
from twinhall.language.failure import EngineError, QuotaExceeded, Unreachable


def at(remarks, position: int) -> Segment:
    return Segment.objects.select_related("text").get(remarks=remarks, position=position)


def drafts(remarks) -> list[tuple[int, str, str]]:
    """(position, body, origin) of what there is in Vietnamese"""
    rows = Rendition.objects.filter(text__segment__remarks=remarks, language="vi")
    return list(
        rows.order_by("text__segment__position").values_list("text__segment__position", "body", "origin")
    )


@pytest.fixture
def run(speech, officer, reader):
    """run(engine="") has the speech drafted and returns what came of it."""

    def work(engine: str = "") -> Drafting:
        drafting = start(speech, "vi", engine, by=officer)
        draft_missing.call(drafting.pk)
        drafting.refresh_from_db()
        return drafting

    return work


def told(drafting: Drafting) -> tuple[str, int, int, int]:
    return drafting.state, drafting.total, drafting.done, drafting.left


def test_what_is_missing_is_drafted_with_its_provenance(speech, run):
    done = run()

    assert told(done) == (DraftingState.DONE, 3, 3, 0)
    assert drafts(speech)[2] == (3, "Xin cảm ơn.", Origin.MACHINE)
    made = Rendition.objects.get(text=at(speech, 2).text)
    assert "Kwak Sang-wook" in made.body
    assert (made.status, made.engine, made.model, made.pivot) == (
        Status.DRAFT,
        "reader",
        "reader-ko-vi 1.0",
        "",
    )
    assert (made.rung, bool(made.termbase), made.written_by) == ("name", True, None)


def test_a_number_that_is_not_the_same_is_flagged_and_blocks_nothing(speech, officer, run):
    edit(at(speech, 3).pk, "2004년에 시작했습니다.", seen=1, by=officer)

    run()

    made = Rendition.objects.get(text=at(speech, 3).text)
    assert (made.body, made.flags) == ("Bắt đầu từ năm 2005.", ["numbers"])


def test_a_persons_work_is_never_touched(speech, officer, approve, run):
    write_rendition(at(speech, 1).text, "vi", "Kính thưa.", by=officer)
    approve(at(speech, 3), "Xin cảm ơn!")
    edit(at(speech, 3).pk, "대단히 감사합니다.", seen=1, by=officer)

    done = run()

    assert told(done) == (DraftingState.DONE, 1, 1, 0)
    assert [(n, origin) for n, _, origin in drafts(speech)] == [(1, "human"), (2, "machine"), (3, "human")]


def test_a_machines_own_draft_of_other_words_is_made_again(speech, officer, run):
    run()
    edit(at(speech, 3).pk, "대단히 감사합니다.", seen=1, by=officer)

    done = run()

    assert told(done) == (DraftingState.DONE, 1, 1, 0)
    assert drafts(speech)[2][1] == "Xin chân thành cảm ơn."


def test_a_sentence_that_is_changed_or_translated_meanwhile_is_left_to_those_who_did_it(
    speech, officer, reader, run
):
    def meanwhile(job):
        reader.before.clear()
        edit(at(speech, 2).pk, "시장입니다.", seen=1, by=officer)
        write_rendition(at(speech, 1).text, "vi", "Của tôi.", by=officer)

    reader.before.append(meanwhile)

    done = run()

    assert drafts(speech)[0] == (1, "Của tôi.", Origin.HUMAN)
    second = Rendition.objects.get(text=at(speech, 2).text)
    assert second.source_revision == 2  # of the words as they are now
    assert told(done) == (DraftingState.DONE, 2, 2, 0)


def test_a_run_that_died_half_way_does_only_the_rest(speech, officer, reader):
    drafting = start(speech, "vi", "", by=officer)
    reader.before.append(lambda job: len(reader.asked) >= 2 and (_ for _ in ()).throw(SystemExit(9)))

    with pytest.raises(SystemExit):
        draft_missing.call(drafting.pk)
    assert len(drafts(speech)) == 2
    reader.before.clear()
    draft_missing.call(drafting.pk)

    drafting.refresh_from_db()
    assert told(drafting) == (DraftingState.DONE, 3, 3, 0)
    assert len(reader.asked) == 3  # no sentence twice


def test_it_may_run_again_when_all_is_done(speech, run, reader):
    done = run()
    before = drafts(speech)

    draft_missing.call(done.pk)

    assert drafts(speech) == before
    assert len(reader.asked) == 3


def test_it_stops_after_the_sentences_at_hand(speech, reader, run):
    reader.before.append(lambda job: stop(speech, "vi"))

    done = run()

    assert (done.state, len(drafts(speech))) == (DraftingState.STOPPED, 2)


@pytest.mark.parametrize(
    ("error", "trouble"),
    [
        (QuotaExceeded("cloud: used up"), "quota"),
        (Unreachable("cloud: no answer in time"), "unreachable"),
        (EngineError("cloud gave 2 texts for 3"), "other"),
    ],
)
def test_an_engine_that_fails_leaves_the_rest_and_says_why(speech, reader, run, error, trouble):
    def fail_later(job):
        reader.fails = error if reader.asked else None

    reader.before.append(fail_later)

    done = run()

    assert (done.state, done.trouble, str(error) in done.detail) == (DraftingState.FAILED, trouble, True)
    assert len(drafts(speech)) == 2
    reader.before.clear()
    reader.fails = None
    assert told(run()) == (DraftingState.DONE, 1, 1, 0)


def test_an_engine_that_lacks_its_model_is_not_ready(run):
    done = run("cloud")

    assert (done.state, done.trouble) == (DraftingState.FAILED, "not_ready")
    assert "cloud needs a key" in done.detail


def test_one_machine_at_a_time(speech, officer, reader):
    start(speech, "vi", "", by=officer)

    with pytest.raises(AlreadyDrafting):
        start(speech, "vi", "", by=officer)

    assert (Drafting.objects.count(), DBTaskResult.objects.count()) == (1, 1)


def test_a_run_whose_job_fell_is_shown_as_interrupted_and_can_be_begun_anew(speech, officer, reader):
    fallen = start(speech, "vi", "", by=officer)
    DBTaskResult.objects.filter(pk=fallen.task).update(status="FAILED")
    assert progress_of(speech, "vi").trouble == "interrupted"

    again = start(speech, "vi", "", by=officer)

    fallen.refresh_from_db()
    assert (fallen.state, again.state) == (DraftingState.FAILED, DraftingState.WAITING)


def test_an_empty_text_needs_nothing(remarks, officer, reader):
    drafting = start(remarks, "vi", "", by=officer)
    draft_missing.call(drafting.pk)

    drafting.refresh_from_db()
    assert told(drafting) == (DraftingState.DONE, 0, 0, 0)
    assert sentences_of(remarks) == []
