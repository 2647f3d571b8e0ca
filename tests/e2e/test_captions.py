"""While a speaker reads, the other side reads the approved translation of each sentence."""

import asyncio
import time
from collections.abc import Awaitable, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from playwright.async_api import Browser, expect

from tests.e2e import speech
from tests.e2e.clerk import Clerk
from tests.e2e.guest import Guest, guest, until
from tests.e2e.serving import Serving

Plant = Callable[..., Awaitable[dict[str, Any]]]
Speaking = Callable[[Path], Awaitable[Browser]]

COMES_BACK_S = 30.0  # the product promises 10; the machine of a test may be busy
PATIENCE_ROUNDS = 4  # of the recording, until every sentence was followed in its order
SPEAKERS = {"vi": "chairman", "ko": "mayor"}
READERS = {"vi": "sports", "ko": "director"}


def in_order(lines: list[str], script: list[str]) -> bool:
    """True when the whole script was shown in its order; sentences may have come more than once."""
    places = [script.index(line) for line in lines if line in script]
    wanted = 0
    for place in places:
        wanted += place == wanted
    return wanted == len(script)


@asynccontextmanager
async def reading_out(
    hall: Serving, quiet: Browser, speaking: Browser, plant: Plant, recording: speech.Recording, **how: Any
) -> Any:
    """A meeting in which the recording is read out: (planted, speaker, reader on the other side)."""
    name = SPEAKERS[recording.language]
    planted = await plant(scripts={name: recording.script}, to={name: recording.to}, live=True, **how)
    links = planted["links"]
    async with (
        guest(quiet, hall, links[READERS[recording.to]], recording.to) as reader,
        guest(speaking, hall, links[name], recording.language) as speaker,
    ):
        await reader.comes_unseen()
        await speaker.enter()
        yield planted, speaker, reader


async def _all_shown(reader: Guest, script: list[str]) -> bool:
    return in_order(await reader.script_lines(), script)


async def test_a_vietnamese_speech_is_read_in_korean_and_in_the_original(
    hall: Serving,
    chromium: Browser,
    speaking_browser: Speaking,
    plant: Plant,
    clerk: Clerk,
    vietnamese: speech.Recording,
):
    renditions = [sentence.rendition for sentence in vietnamese.sentences]
    texts = [sentence.text for sentence in vietnamese.sentences]
    browser = await speaking_browser(vietnamese.wav)
    async with reading_out(hall, chromium, browser, plant, vietnamese) as (planted, speaker, reader):
        patience = PATIENCE_ROUNDS * vietnamese.seconds
        await until(
            lambda: _all_shown(reader, renditions), within_s=patience, what="every rendition in order"
        )
        await until(lambda: _all_shown(speaker, texts), within_s=5, what="every sentence as written")

        marks = {(note["seen"]["origin"], note["seen"]["mark"]) for note in await _scripted(reader)}
        assert marks == {("approved", reader.says("mark.approved"))}
        marks = {(note["seen"]["origin"], note["seen"]["mark"]) for note in await _scripted(speaker)}
        assert marks == {("original", speaker.says("mark.original"))}
        stored = await clerk.transcript(meeting=planted["meeting"])
        scripted = [line for line in stored if line["kind"] == "script"]
        assert {line["position"] for line in scripted} == set(range(1, len(texts) + 1))
        assert all({"ko", "vi"} <= set(line["languages"]) for line in scripted)


async def test_a_real_korean_voice_is_read_in_vietnamese_also_by_who_comes_late(
    hall: Serving, chromium: Browser, speaking_browser: Speaking, plant: Plant, korean: speech.Recording
):
    renditions = [sentence.rendition for sentence in korean.sentences]
    browser = await speaking_browser(korean.wav)
    async with reading_out(hall, chromium, browser, plant, korean) as (planted, _speaker, reader):
        await until(
            lambda: _all_shown(reader, renditions), within_s=PATIENCE_ROUNDS * korean.seconds, what="in order"
        )
        await until(lambda: _shows_script(reader), within_s=15)
        async with guest(chromium, hall, planted["links"]["chairman"], "vi") as late:
            await late.comes_unseen()

            assert await late.item() == planted["items"][0]
            await until(lambda: _shows_script(late), within_s=6, what="the current line")
            earlier = late.page.locator(".earlier .passage[data-origin=approved]")
            assert await earlier.count() >= 3


async def test_a_captioner_that_is_killed_is_back_within_seconds(
    measured: Callable[[str, float], None],
    hall: Serving,
    chromium: Browser,
    speaking_browser: Speaking,
    plant: Plant,
    vietnamese: speech.Recording,
):
    browser = await speaking_browser(vietnamese.wav)
    async with reading_out(hall, chromium, browser, plant, vietnamese) as (_planted, speaker, reader):
        await until(lambda: _shows_script(reader), within_s=40, what="a first line")
        frames = (await speaker.received())["packets"]
        killed = _kill_captioner(hall)
        back_s = await until(
            lambda: _new_line(reader, killed),
            within_s=COMES_BACK_S,
            what="a line after the captioner was killed",
        )
        measured("from the captioner's death to the next caption", back_s)

        assert (await speaker.received())["packets"] >= frames  # the meeting itself went on
        await expect(reader.page.locator("body.room .controls")).to_be_visible()


async def test_the_hand_cues_captions_also_when_there_is_no_captioner(
    hall: Serving, chromium: Browser, plant: Plant, vietnamese: speech.Recording
):
    planted = await plant(scripts={"chairman": vietnamese.script}, to={"chairman": "ko"}, live=True)
    links = planted["links"]
    renditions = [sentence.rendition for sentence in vietnamese.sentences]
    async with (
        guest(chromium, hall, links["officer-osan"], "ko") as officer,
        guest(chromium, hall, links["director"], "ko") as director,
        guest(chromium, hall, links["sports"], "vi") as sports,
    ):
        await asyncio.gather(officer.comes_unseen(), director.comes_unseen(), sports.comes_unseen())
        await officer.open_panel()
        worker = hall.part("twinhall", "captioner")
        worker.suspend()  # and whatever it started hangs with it
        try:
            await officer.page.locator(".cue-sentences li").nth(2).get_by_role("button").click()
            await until(lambda: _reads(director, renditions[2]), within_s=3, what="the third sentence")
            await (
                officer.page.locator(".cue-buttons")
                .get_by_role("button", name=officer.says("cue.next"))
                .click()
            )
            await until(lambda: _reads(director, renditions[3]), within_s=3, what="the fourth sentence")
            await until(lambda: _reads(sports, vietnamese.sentences[3].text), within_s=3)
        finally:
            worker.resume()

        assert (await director.caption())["mark"] == director.says("mark.approved")
        assert (await sports.caption())["mark"] == sports.says("mark.original")


async def test_a_helper_cues_from_a_phone(
    hall: Serving, chromium: Browser, plant: Plant, vietnamese: speech.Recording
):
    planted = await plant(scripts={"chairman": vietnamese.script}, to={"chairman": "ko"}, live=True)
    links = planted["links"]
    phone = {"width": 390, "height": 844}
    async with (
        guest(chromium, hall, links["director"], "ko") as director,
        guest(chromium, hall, links["cue"], "ko", viewport=phone) as helper,
    ):
        await director.comes_unseen()
        await helper.page.locator(".cue-sentences li").nth(1).get_by_role("button").click()

        second = vietnamese.sentences[1].rendition
        await until(lambda: _reads(director, second), within_s=3, what="the second sentence")


async def _scripted(one: Guest) -> list[dict[str, Any]]:
    return [note for note in await one.captions() if note["seen"]["kind"] == "script"]


async def _shows_script(one: Guest) -> bool:
    return (await one.caption()).get("kind") == "script"


async def _reads(one: Guest, text: str) -> bool:
    return bool((await one.caption())["text"] == text)


async def _new_line(one: Guest, since_ms: float) -> bool:
    return bool(await one.script_lines(since_ms + 500))


def _kill_captioner(hall: Serving) -> float:
    """Kill the process that captions the meeting, with -9; return when (ms since 1970).

    Of the worker's processes it is the one that is in a room: only that one has media sockets.
    """
    worker = hall.part("twinhall", "captioner")
    captioning = [job for job in worker.children(recursive=True) if job.net_connections("udp")]
    assert len(captioning) == 1, captioning
    captioning[0].kill()
    return time.time() * 1000
