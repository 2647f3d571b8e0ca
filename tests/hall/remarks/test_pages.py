"""The editor as an officer uses it, over HTTP."""

import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from twinhall.hall.meetings.actions.remarks import open_remarks
from twinhall.hall.meetings.models import Invitation, Remarks, Segment
from twinhall.hall.translation.enums import Status
from twinhall.hall.translation.models import Rendition

from .conftest import SPEECH, sentences_of


def page_of(remarks: Remarks, tail: str = "") -> str:
    return f"/meetings/{remarks.item.meeting_id}/remarks/{remarks.pk}/{tail}"


def test_a_pasted_text_becomes_sentences_that_are_translated_and_approved(client, officer, greetings, mayor):
    client.force_login(officer)
    begun = client.post(f"/meetings/{greetings.meeting_id}/agenda/{greetings.pk}/remarks/{mayor.pk}/")
    brought = client.post(begun.url, {"text": SPEECH})
    client.post(brought.url, {"do": "replace"})
    remarks = Remarks.objects.get()
    second = Segment.objects.get(remarks=remarks, position=2)

    opened = client.get(page_of(remarks, f"?to=vi&open={second.pk}"))
    saved = client.post(
        page_of(remarks, f"sentences/{second.pk}/rendition/?to=vi"),
        {"do": "approved", "seen": "1-new", "body": "Tôi là Kwak Sang-wook, Thị trưởng thành phố Osan."},
    )

    rendition = Rendition.objects.get(text__segment__isnull=False)
    assert opened.status_code == 200
    assert 'name="body"' in opened.content.decode()
    assert saved.status_code == 302
    assert (rendition.text_id, rendition.language, rendition.status) == (
        second.text_id,
        "vi",
        Status.APPROVED,
    )
    assert (rendition.origin, rendition.reviewer_name) == ("human", "오산시 의전 담당")


@pytest.fixture
def third(speech) -> Segment:
    return Segment.objects.get(remarks=speech, position=3)


def everything(remarks: Remarks, segment: Segment) -> list[tuple[str, str, bool]]:
    """(method, address, only for the speaker's side)"""
    sentence = page_of(remarks, f"sentences/{segment.pk}/")
    return [
        ("get", page_of(remarks), False),
        ("post", sentence, False),
        ("post", f"{sentence}rendition/", False),
        ("post", page_of(remarks, "approve/"), False),
        ("get", page_of(remarks, "export/tsv/"), False),
        ("post", f"{sentence}source/", True),
        ("post", page_of(remarks, "sentences/"), True),
        ("post", page_of(remarks, "undo/"), True),
        ("get", page_of(remarks, "import/"), True),
        ("post", page_of(remarks, "import/"), True),
    ]


@pytest.mark.parametrize("who", ["other_officer", "administrator"])
def test_remarks_of_other_cities_are_not_to_be_found(client, request, who, speech, third):
    client.force_login(request.getfixturevalue(who))

    answers = {getattr(client, m)(address).status_code for m, address, _ in everything(speech, third)}

    assert answers == {404}


def test_nobody_reads_remarks_without_signing_in(client, speech, third):
    answers = [getattr(client, m)(address) for m, address, _ in everything(speech, third)]

    assert {(a.status_code, a.url.split("?")[0]) for a in answers} == {(302, "/sign-in/")}


def test_the_other_side_translates_but_does_not_change_what_will_be_said(
    client, partner_officer, speech, third
):
    client.force_login(partner_officer)

    for method, address, own in everything(speech, third):
        told = {"do": "draft", "seen": "1-new", "body": ""} if "rendition" in address else {}
        assert (getattr(client, method)(address, told).status_code == 403) is own, address
    assert sentences_of(speech)[2] == "감사합니다."


def test_a_sentence_of_other_remarks_is_not_opened_here(client, officer, speech, third, greetings, chairman):
    others = open_remarks(greetings, chairman)
    client.force_login(officer)

    answer = client.post(page_of(others, f"sentences/{third.pk}/rendition/"), {"do": "draft"})

    assert answer.status_code == 404


def test_both_texts_are_shown_when_two_officers_meet(client, officer, speech, third):
    client.force_login(officer)
    address = page_of(speech, f"sentences/{third.pk}/rendition/?to=vi")
    client.post(address, {"do": "draft", "seen": "1-new", "body": "Của người khác."})

    answer = client.post(address, {"do": "approved", "seen": "1-new", "body": "Của tôi."})

    assert answer.status_code == 409
    assert "Của người khác." in answer.content.decode()
    assert ">Của tôi.</textarea>" in answer.content.decode()


def test_what_was_typed_is_kept_when_another_sentence_is_opened(client, officer, speech, third):
    client.force_login(officer)
    told = {"row": third.pk, "seen": "1-new", "body": "Xin cảm ơn."}

    answer = client.post(
        page_of(speech, f"sentences/{third.pk - 1}/?to=vi"), told, headers={"HX-Request": "true"}
    )

    rendition = Rendition.objects.get(text=third.text)
    assert (rendition.body, rendition.status) == ("Xin cảm ơn.", Status.DRAFT)
    assert answer.content.decode().count("<li id=") == 2


def test_closing_after_two_officers_met_keeps_what_the_other_saved(client, officer, speech, third):
    client.force_login(officer)
    address = page_of(speech, f"sentences/{third.pk}/")
    client.post(f"{address}rendition/?to=vi", {"do": "draft", "seen": "1-new", "body": "Của người khác."})
    met = client.post(f"{address}rendition/?to=vi", {"do": "draft", "seen": "1-new", "body": "Của tôi."})
    seen = re.search(r'name="seen" value="([^"]+)"', met.content.decode()).group(1)
    told = {"do": "close", "row": third.pk, "seen": seen, "overtaken": "1", "body": "Của tôi."}

    client.post(f"{address}?to=vi", told)

    assert 'name="overtaken" value="1"' in met.content.decode()
    assert Rendition.objects.get(text=third.text).body == "Của người khác."


def test_a_refused_approval_says_which_term(client, officer, speech):
    client.force_login(officer)
    second = Segment.objects.get(remarks=speech, position=2)

    answer = client.post(
        page_of(speech, f"sentences/{second.pk}/rendition/?to=vi"),
        {"do": "approved", "seen": "1-new", "body": "Tôi là <i>Gwak</i>."},
    )

    page = answer.content.decode()
    assert answer.status_code == 422
    assert "Kwak Sang-wook" in page
    assert "Tôi là &lt;i&gt;Gwak&lt;/i&gt;." in page


def test_a_text_in_another_language_is_brought_in_only_when_it_is_meant(client, officer, remarks):
    client.force_login(officer)
    brought = client.post(page_of(remarks, "import/"), {"text": "Good morning, ladies and gentlemen."})

    unsure = client.post(brought.url, {"do": "replace"})
    assert (unsure.status_code, sentences_of(remarks)) == (422, [])

    client.post(brought.url, {"do": "replace", "anyway": "1"})
    assert sentences_of(remarks) == ["Good morning, ladies and gentlemen."]


def test_a_picture_is_refused_and_the_text_stays(client, officer, speech):
    client.force_login(officer)
    picture = SimpleUploadedFile("remarks.docx", b"\x89PNG\r\n\x1a\n" + bytes(64))

    brought = client.post(page_of(speech, "import/"), {"file": picture})
    page = client.get(brought.url)

    assert page.templates[0].name == "web/remarks/refused.html"
    assert sentences_of(speech) == SPEECH.splitlines()


@pytest.mark.parametrize("kind", ["docx", "xlf", "xliff", "tsv"])
def test_remarks_are_taken_away_as_files(client, officer, speech, kind):
    client.force_login(officer)

    answer = client.get(page_of(speech, f"export/{kind}/?to=vi"))

    assert answer.status_code == 200
    assert f".{kind}" in answer.headers["Content-Disposition"]


def test_a_helper_gets_a_link_that_can_be_taken_back(client, officer, meeting):
    client.force_login(officer)
    address = f"/meetings/{meeting.pk}/cue/link/"

    client.post(address)
    link = Invitation.objects.get()
    shown = client.get(address).content.decode()
    client.post(address, {"revoke": "1"})

    assert (link.scope, link.participant.user) == ("cue", officer)
    assert "/j/" in shown
    assert "/j/" not in client.get(address).content.decode()


def test_a_name_much_like_an_agreed_one_is_pointed_out_and_forbids_nothing(client, officer, speech, third):
    client.force_login(officer)
    told = {"do": "approved", "seen": "1-new", "body": "Xin cảm ơn ông Kwak Sang-wuk."}

    saved = client.post(page_of(speech, f"sentences/{third.pk}/rendition/?to=vi"), told)
    opened = client.get(page_of(speech, f"?to=vi&open={third.pk}")).content.decode()

    assert saved.status_code == 302
    assert '<b lang="vi">Kwak Sang-wuk</b>' in opened
    assert '<b lang="vi">Kwak Sang-wook</b>' in opened
