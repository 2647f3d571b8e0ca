"""From the first voice of a sentence to its approved translation in the listener's page.

A real Chromium speaks a WAV file into the real room as its microphone; the media server, the captioner and
a second Chromium, whose page is read, run on the same machine. As in lab/score/follow.py, a sentence counts
as shown from one second before it is spoken until three seconds after it ends; else it is missed.
"""

import argparse
import asyncio
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from playwright.async_api import Browser, async_playwright

from _microphone_clock import Round, rounds
from _setting import progress, report, spread
from tests.e2e import browsers, speech
from tests.e2e.clerk import hire
from tests.e2e.guest import Guest, guest, until
from tests.e2e.serving import Serving, serving

EARLY_S, LATE_S = 1.0, 3.0
ALIKE = 0.6  # below this the moment at which a sentence was spoken is not known, and nothing is measured
SPEAKERS = {"vi": ("chairman", "director"), "ko": ("mayor", "sports")}
LISTENS = "witness.microphone.listening = true"


@dataclass(frozen=True, slots=True)
class Heard:
    """What two pages noted."""

    microphone: list[tuple[float, float]]  # (ms since 1970, level)
    captions: list[dict[str, Any]]


def lags(recording: speech.Recording, heard: Heard) -> tuple[list[dict[str, Any]], list[Round]]:
    """[{sentence, round, lag_s or None}, …] over the whole rounds that were spoken."""
    screen = [(note["at"], note["seen"]) for note in heard.captions]
    played = rounds(heard.microphone, recording.wav)
    found = []
    for number, one in enumerate(played, start=1):
        for place, sentence in enumerate(recording.sentences, start=1):
            start, end = (one.began_ms + 1000 * s for s in (sentence.start_s, sentence.end_s))
            lag = _lag(screen, sentence.rendition, start, end)
            found.append({"round": number, "sentence": place, "lag_s": lag})
    return found, played


def _lag(screen: list[tuple[float, Any]], text: str, start: float, end: float) -> float | None:
    for (at, seen), (until_, _) in zip(screen, [*screen[1:], (float("inf"), None)], strict=True):
        shown = seen["kind"] == "script" and seen["text"] == text
        if shown and until_ > start - 1000 * EARLY_S and at < end + 1000 * LATE_S:
            return round((max(at, start - 1000 * EARLY_S) - start) / 1000, 3)
    return None


async def listen(
    hall: Serving, browser: Browser, quiet: Browser, recording: speech.Recording, wanted: int
) -> Heard:
    """Let the recording be spoken until it was heard whole `wanted` times after the first caption."""
    clerk = await hire(hall)
    await clerk.cities()
    speaker_name, reader_name = SPEAKERS[recording.language]
    planted = await clerk.meeting(
        title="자막 지연",
        scripts={speaker_name: recording.script},
        to={speaker_name: recording.to},
        live=True,
    )
    links = planted["links"]
    async with (
        guest(quiet, hall, links[reader_name], recording.to) as reader,
        guest(browser, hall, links[speaker_name], recording.language, scripts=[LISTENS]) as speaker,
    ):
        await reader.comes_unseen()
        await speaker.enter()
        await until(lambda: _first(reader), within_s=120, what="a first caption")
        begun = await speaker.page.evaluate("(witness.microphone.levels.length = 0, Date.now())")
        progress(f"speaking {wanted} × {recording.seconds:.0f} s")
        await asyncio.sleep((wanted + 1) * recording.seconds + LATE_S)
        heard = Heard(await speaker.page.evaluate("witness.microphone.levels"), await reader.captions())
    await clerk.dismiss()
    assert heard.microphone[0][0] >= begun
    return heard


async def run(name: str, sentences: int, wanted: int, folder: Path) -> tuple[speech.Recording, Heard]:
    """Start everything and let the recording be spoken."""
    if name == "korean":
        recording = speech.real_korean(folder, sentences)
    else:
        recording = speech.synthetic_vietnamese(folder)
    with serving(folder / "hall") as hall:
        async with async_playwright() as playwright:
            quiet = await browsers.launch(playwright, speech.silence(folder), fps=30)
            browser = await browsers.launch(playwright, recording.wav, fps=30)
            heard = await listen(hall, browser, quiet, recording, wanted)
            await browser.close()
            await quiet.close()
    return recording, heard


async def _first(reader: Guest) -> bool:
    return bool(await reader.script_lines())


def main() -> None:
    """Measure, and print JSON."""
    told = argparse.ArgumentParser(description=__doc__)
    told.add_argument("--voice", choices=["korean", "vietnamese"], default="korean")
    told.add_argument("--sentences", type=int, default=14, help="of the Korean recording")
    told.add_argument("--rounds", type=int, default=2)
    args = told.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        try:
            recording, heard = asyncio.run(run(args.voice, args.sentences, args.rounds, Path(folder)))
        except LookupError as missing:
            raise SystemExit(f"caption_lag: {missing}") from None
        each, played = lags(recording, heard)
    if any(one.likeness < ALIKE for one in played):
        raise SystemExit(f"caption_lag: what the microphone heard is not the file: {played}")
    shown = [one["lag_s"] for one in each if one["lag_s"] is not None]
    # Round and round: the first sentence comes after a jump back from the last, which a meeting has seldom.
    straight = [one["lag_s"] for one in each if one["lag_s"] is not None and one["sentence"] > 1]
    report(
        "caption_lag",
        {
            "voice": args.voice,
            "rounds": len(played),
            "camera": "720p",
            "seconds": round(recording.seconds, 1),
        },
        {
            "sentences": len(each),
            "missed": len(each) - len(shown),
            "lag_s": spread(shown),
            "lag_without_jumps_s": spread(straight),
            "microphone_likeness": [one.likeness for one in played],
            "each": each,
        },
    )


if __name__ == "__main__":
    main()
