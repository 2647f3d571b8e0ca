"""The editor as an officer uses it, over HTTP."""

from twinhall.hall.meetings.models import Remarks, Segment
from twinhall.hall.translation.enums import Status
from twinhall.hall.translation.models import Rendition

from .conftest import SPEECH


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
