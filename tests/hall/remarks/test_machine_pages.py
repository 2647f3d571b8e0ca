"""Having a machine draft what is missing, or propose one sentence, over HTTP."""

import re

from tests.hall.remarks.desk import PART, hidden, of_sentence, page_of
from tests.hall.remarks.test_drafting import at, drafts
from twinhall.hall.meetings.enums import DraftingState
from twinhall.hall.meetings.jobs import draft_missing
from twinhall.hall.meetings.models import Drafting
from twinhall.hall.translation.actions import write_rendition
from twinhall.hall.translation.enums import Origin
from twinhall.hall.translation.models import Rendition, Version
from twinhall.language.failure import QuotaExceeded


# ── machine drafts ───────────────────────────────────────────────────────────────────────────────
def test_the_officer_chooses_an_engine_and_sees_how_far_it_is(desk, speech):
    choosing = desk.get(page_of(speech, "machine/?to=vi")).content.decode()
    assert 'value="reader" checked' in choosing
    assert 'value="cloud"' not in choosing
    assert "cloud needs a key" in choosing

    begun = desk.post(page_of(speech, "machine/?to=vi"), {"engine": "reader"})
    assert begun.url == page_of(speech, "?to=vi")
    waiting = desk.get(begun.url).content.decode()
    assert 'hx-trigger="every 2s"' in waiting

    draft_missing.call(Drafting.objects.get().pk)
    since = re.search(r"since=([^\"&]+)", waiting).group(1)
    done = desk.get(page_of(speech, f"machine/progress/?to=vi&since={since}"), headers=PART).content.decode()
    assert "every 2s" not in done
    assert done.count("<li id=") == 3
    assert "Xin cảm ơn." in done


def test_an_engine_that_is_not_ready_is_not_begun_with(desk, speech):
    answer = desk.post(page_of(speech, "machine/?to=vi"), {"engine": "cloud"})

    assert (answer.status_code, Drafting.objects.count()) == (422, 0)


def test_the_sentence_that_is_open_is_not_replaced_by_the_news(desk, speech, officer):
    address = page_of(
        speech, f"machine/progress/?to=vi&since=2020-01-01T00:00:00%2B00:00&row={at(speech, 3).pk}"
    )
    for position in (1, 3):
        write_rendition(at(speech, position).text, "vi", "Một.", by=officer)

    answer = desk.get(address, headers=PART).content.decode()

    assert re.findall(r'<li id="s(\d+)"', answer) == [str(at(speech, 1).pk)]


def test_a_machine_is_stopped(desk, speech):
    desk.post(page_of(speech, "machine/?to=vi"), {"engine": "reader"})

    desk.post(page_of(speech, "machine/stop/?to=vi"))

    assert Drafting.objects.get().state == DraftingState.STOPPED


def test_why_the_machine_stopped_is_said_in_words_with_a_way_to_go_on(desk, speech, reader):
    reader.fails = QuotaExceeded("reader: the quota is used up (HTTP 456)")
    desk.post(page_of(speech, "machine/?to=vi"), {"engine": "reader"})
    draft_missing.call(Drafting.objects.get().pk)

    page = desk.get(page_of(speech, "?to=vi")).content.decode()

    assert 'lang="en" translate="no">reader: the quota is used up' in page
    assert re.search(r'action="[^"]*machine/\?to=vi"[^>]*>.{0,200}name="engine" value="reader"', page, re.S)


# ── one sentence by another machine ──────────────────────────────────────────────────────────────
def test_a_proposal_is_shown_and_taken_in_by_the_person(desk, speech, officer):
    write_rendition(at(speech, 3).text, "vi", "Cảm ơn.", by=officer)
    proposed = desk.post(of_sentence(speech, 3, "proposal/"), {"engine": "reader"}, headers=PART)
    page = proposed.content.decode()
    assert drafts(speech) == [(3, "Cảm ơn.", Origin.HUMAN)]
    opened = desk.get(page_of(speech, f"?to=vi&open={at(speech, 3).pk}")).content.decode()

    told = {"proposal": hidden(page, "proposal"), "seen": hidden(opened, "seen"), "body": "Cảm ơn nhiều."}
    desk.post(of_sentence(speech, 3, "proposal/take/"), told, headers=PART)

    taken = Rendition.objects.get(text=at(speech, 3).text)
    assert (taken.body, taken.origin, taken.engine, taken.status) == (
        "Xin cảm ơn.",
        "machine",
        "reader",
        "draft",
    )
    assert [v.body for v in Version.objects.filter(text=at(speech, 3).text)] == [
        "Cảm ơn.",
        "Cảm ơn nhiều.",  # typed and not saved: it is not lost
        "Xin cảm ơn.",
    ]


def test_a_proposal_cannot_be_made_up_or_used_for_another_sentence(desk, speech):
    page = desk.post(of_sentence(speech, 3, "proposal/"), {"engine": "reader"}, headers=PART).content.decode()
    proposal = hidden(page, "proposal")

    for position, told in ((3, proposal[:-2] + "xx"), (2, proposal)):
        answer = desk.post(
            of_sentence(speech, position, "proposal/take/"), {"proposal": told, "seen": "1-new"}, headers=PART
        )
        assert answer.status_code == 422
    assert drafts(speech) == []


def test_a_proposal_does_not_replace_what_someone_else_saved_meanwhile(desk, speech, officer):
    page = desk.post(of_sentence(speech, 3, "proposal/"), {"engine": "reader"}).content.decode()
    write_rendition(at(speech, 3).text, "vi", "Của người khác.", by=officer)

    told = {"proposal": hidden(page, "proposal"), "seen": hidden(page, "seen")}
    answer = desk.post(of_sentence(speech, 3, "proposal/take/"), told)

    assert (answer.status_code, drafts(speech)[0][1]) == (409, "Của người khác.")


def test_an_engine_that_fails_on_one_sentence_says_so(desk, speech, reader):
    reader.fails = QuotaExceeded("reader: used up")

    page = desk.post(of_sentence(speech, 3, "proposal/"), {"engine": "reader"}, headers=PART).content.decode()

    assert "reader: used up" in page
    assert 'name="proposal"' not in page
