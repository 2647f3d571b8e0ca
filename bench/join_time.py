"""From pressing "enter" to being there: the first picture of the other side, the agenda, the current line.

Two real browsers and the real media server on this machine. Someone of the other side is in the room with a
720p camera, an item is running and a sentence stands in the captions; a guest comes in again and again.
"""

import argparse
import asyncio
import tempfile
from pathlib import Path
from typing import Any

from playwright.async_api import Browser, async_playwright

from _setting import progress, report, spread
from tests.e2e import browsers, speech
from tests.e2e.clerk import hire
from tests.e2e.guest import guest, until
from tests.e2e.serving import Serving, serving

SCRIPT = [["존경하는 위원장님, 반갑습니다.", "Kính thưa ngài Chủ tịch."], ["감사합니다.", "Xin cảm ơn."]]
SHOWN = {"picture": "witness.pictures", "agenda": "witness.items", "caption": "witness.captions"}


async def come_in(browser: Browser, hall: Serving, planted: dict[str, Any], camera: bool) -> dict[str, float]:
    """Come in once; seconds from the press to each thing."""
    async with guest(browser, hall, planted["links"]["sports"], "vi") as one:
        if not camera:
            await one.button("entry.turnCameraOff").click()
        await asyncio.sleep(2)  # the device check has settled, as it has when a person presses
        await one.knock()
        found: dict[str, float] = {}

        async def everything() -> bool:
            entered = await one.page.evaluate("witness.entered()")
            mayor = planted["people"]["mayor"]
            for name, notes in SHOWN.items():
                for note in await one.page.evaluate(notes):
                    theirs = note.get("whose") == mayor or name == "agenda"
                    if theirs or (name == "caption" and note["seen"]["kind"] == "script"):
                        found.setdefault(name, (note["at"] - entered) / 1000)
            return len(found) == len(SHOWN)

        await until(everything, within_s=30, every_s=0.1, what=f"picture, agenda, caption; so far {found}")
        return found


async def run(rounds: int, camera: bool, folder: Path) -> list[dict[str, float]]:
    """Start everything, come in `rounds` times and once before that does not count."""
    with serving(folder) as hall:
        clerk = await hire(hall)
        await clerk.cities()
        planted = await clerk.meeting(
            title="입장 시간", scripts={"mayor": SCRIPT}, to={"mayor": "vi"}, live=True
        )
        links = planted["links"]
        async with async_playwright() as playwright:
            quiet = speech.silence(folder)
            near = await browsers.launch(playwright, quiet, fps=30)
            far = await browsers.launch(playwright, quiet, fps=30)
            async with (
                guest(near, hall, links["mayor"], "ko") as mayor,
                guest(near, hall, links["cue"], "ko") as helper,
            ):
                await mayor.enter()
                await helper.page.locator(".cue-sentences li").first.get_by_role("button").click()
                times = [await come_in(far, hall, planted, camera) for _ in range(rounds + 1)]
            await near.close()
            await far.close()
        await clerk.dismiss()
    return times[1:]


def main() -> None:
    """Measure, and print JSON."""
    told = argparse.ArgumentParser(description=__doc__)
    told.add_argument("--rounds", type=int, default=7)
    told.add_argument("--camera", action="store_true", help="the guest sends a picture too")
    args = told.parse_args()
    progress(f"coming in {args.rounds} times")
    with tempfile.TemporaryDirectory() as folder:
        times = asyncio.run(run(args.rounds, args.camera, Path(folder)))
    settings = {"rounds": args.rounds, "guest_camera": args.camera, "other_side": "720p camera, microphone"}
    seconds = {f"to_{name}_s": spread([each[name] for each in times]) for name in SHOWN}
    report("join_time", settings, seconds)


if __name__ == "__main__":
    main()
