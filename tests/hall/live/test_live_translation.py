"""Machine translations of what was said, as they are kept and read; and what the officer is told of them."""

import pytest
from django.urls import reverse

from tests.fake_media import FakeMediaServer
from twinhall.hall.meetings.actions.captioning import KeptLine, beat, keep_line
from twinhall.hall.meetings.enums import LineKind, MeetingState
from twinhall.hall.meetings.media.current import media_server
from twinhall.hall.meetings.models import Meeting
from twinhall.hall.meetings.queries import live_translation
from twinhall.hall.meetings.queries.captions import Said, Words, history
from twinhall.hall.meetings.queries.live import captioner_now


@pytest.fixture(autouse=True)
def media(settings) -> FakeMediaServer:
    settings.MEDIA_SERVER = "tests.fake_media.FakeMediaServer"
    server = media_server()
    server.reset()
    return server


def test_readers_find_each_language_s_words_with_their_own_provenance(meeting, mayor):
    said = Said(f"{mayor.identity}-1", 3, True, mayor.identity, None, 1_000_000, 1_004_000)
    machine = Words("vi", "Rất vui.", True, "machine", engine="marian", model="en-vi 3.0", flags=("numbers",))
    keep_line(meeting.pk, KeptLine(said, LineKind.SOURCE, "ko", "반갑습니다.", words={"vi": machine}))

    (vietnamese,), (japanese,), (korean,) = (history(meeting.pk, tag) for tag in ("vi", "ja", "ko"))

    assert (vietnamese.kind, vietnamese.text, vietnamese.origin) == ("machine", "Rất vui.", "machine")
    assert (vietnamese.engine, vietnamese.model, vietnamese.flags) == ("marian", "en-vi 3.0", ("numbers",))
    assert (vietnamese.source.lang, vietnamese.source.text) == ("ko", "반갑습니다.")
    for other, translated in ((japanese, False), (korean, True)):
        assert (other.kind, other.text, other.lang) == ("source", "반갑습니다.", "ko")
        assert (other.origin, other.engine, other.translated) == ("recognised", None, translated)


def test_the_meetings_page_says_what_could_not_be_translated_and_what_never_will(
    meeting, mayor, chairman, client, officer, monkeypatch
):
    monkeypatch.setenv("TWINHALL_MODELS", "/nowhere")  # no models: nothing here translates
    live_translation._is_missing.cache_clear()
    client.force_login(officer)
    page = reverse("meeting", args=[meeting.pk])
    beforehand = client.get(page).text

    Meeting.objects.filter(pk=meeting.pk).update(state=MeetingState.LIVE)
    beat(meeting.pk, "captioner-1", load=0.5, dropped_ms=0, untranslated={"vi": 3})
    meanwhile = client.get(page).text

    assert "원고에 없는 한국어 발언은 이곳에서 베트남어로 번역되지 않으며" in beforehand
    assert "원고에 없는 베트남어 발언은 이곳에서 한국어로 번역되지 않으며" in beforehand
    assert "발언 3문장을 번역하지 못했습니다(베트남어)" in meanwhile
    assert captioner_now(meeting).untranslated == {"vi": 3}
