"""Several people read in one hall, and everybody reads the right one's words in their own language."""

from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

from playwright.async_api import Browser

from tests.e2e import looks, speech
from tests.e2e.clerk import Clerk
from tests.e2e.guest import Guest, guest, until
from tests.e2e.serving import Serving

Plant = Callable[..., Awaitable[dict[str, Any]]]
Speaking = Callable[[Path], Awaitable[Browser]]
PATIENCE_S = 60.0
SENTENCES = 2  # of each reader


async def test_an_interpreter_reads_the_translation_then_a_delegate_reads_for_their_head(
    hall: Serving,
    chromium: Browser,
    speaking_browser: Speaking,
    plant: Plant,
    clerk: Clerk,
    vietnamese: speech.Recording,
):
    """One voice plays both: first it reads the approved version of the mayor's remarks, then, the floor being
    the sports director's, the chairman's own remarks, which hold the same sentences.
    """
    read = [one.text for one in vietnamese.sentences]
    mayor = [f"시장이 한국어로 준비한 {n}번째 문장입니다." for n, _ in enumerate(read, 1)]
    chairman = [one.rendition for one in vietnamese.sentences]
    planted = await plant(
        scripts={
            "mayor": [list(pair) for pair in zip(mayor, read, strict=True)],
            "chairman": [list(pair) for pair in zip(read, chairman, strict=True)],
        },
        to={"mayor": "vi", "chairman": "ko"},
        live=True,
    )
    links, people = planted["links"], planted["people"]
    interpreter = await clerk.interpreter(meeting=planted["meeting"], language="vi")
    speaking = await speaking_browser(vietnamese.wav)
    async with (
        guest(chromium, hall, links["director"], "ko") as korean,
        guest(chromium, hall, links["chairman"], "vi") as vietnamese_reader,
    ):
        await korean.comes_unseen()
        await vietnamese_reader.comes_unseen()
        async with guest(speaking, hall, interpreter["link"], "vi") as voice:
            await voice.comes_on_air()
            await until(lambda: _reads(vietnamese_reader, read), within_s=PATIENCE_S, what="the interpreter")

            assert await _marks(vietnamese_reader) == {("approved", vietnamese_reader.says("mark.approved"))}
            assert await _reads(korean, mayor)
            assert await _marks(korean) == {("original", korean.says("mark.original"))}
            await looks.shoot(vietnamese_reader.page, "interpreter.vi", whole=False)
            await looks.shoot(korean.page, "interpreter.ko", whole=False)
        await clerk.floor(meeting=planted["meeting"], person=people["sports"])
        async with guest(speaking, hall, links["sports"], "vi") as voice:
            await voice.comes_on_air()
            await until(lambda: _reads(korean, chairman), within_s=PATIENCE_S, what="the delegate")

            assert (await korean.caption())["mark"] == korean.says("mark.approved")
            await looks.shoot(korean.page, "shared-remarks.ko", whole=False)
        stored = await clerk.transcript(meeting=planted["meeting"])

    speakers = [line["speaker"] for line in stored if line["kind"] == "script"]
    assert set(speakers) == {interpreter["person"], people["sports"]}
    assert speakers == sorted(speakers, key=[interpreter["person"], people["sports"]].index)


async def _reads(reader: Guest, script: list[str]) -> bool:
    """True when the reader has seen neighbouring sentences of a text in their order."""
    places = [script.index(line) for line in await reader.script_lines() if line in script]
    return any(
        places[n : n + SENTENCES] == list(range(places[n], places[n] + SENTENCES))
        for n in range(len(places) - SENTENCES + 1)
    )


async def _marks(reader: Guest) -> set[tuple[str, str]]:
    scripted = [note["seen"] for note in await reader.captions() if note["seen"]["kind"] == "script"]
    return {(seen["origin"], seen["mark"]) for seen in scripted}
