"""The network goes and comes back; the place in the meeting is kept."""

import asyncio
import time
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

from playwright.async_api import Browser, expect

from tests.e2e import browsers, speech
from tests.e2e.guest import Guest, guest, until
from tests.e2e.serving import Serving

Plant = Callable[..., Awaitable[dict[str, Any]]]
Speaking = Callable[[Path], Awaitable[Browser]]

GONE_S = 20.0


async def test_after_twenty_seconds_without_network_a_guest_is_back_in_their_place(
    measured: Callable[[str, float], None],
    hall: Serving,
    chromium: Browser,
    speaking_browser: Speaking,
    plant: Plant,
    sounds: Path,
    clerk: Any,
):
    planted = await plant(live=True, lobby=True)
    links, people = planted["links"], planted["people"]
    own_microphone = sounds / "far.wav"
    speech.write(own_microphone, speech.quiet(5))
    far_away = await speaking_browser(own_microphone)
    async with (
        guest(chromium, hall, links["officer-osan"], "ko") as officer,
        guest(far_away, hall, links["sports"], "vi") as sports,
    ):
        await officer.comes_unseen()
        await sports.knock()
        await (
            officer.page.locator(".lobby-notice")
            .get_by_role("button", name=officer.says("officer.admit"))
            .click()
        )
        await expect(sports.page.locator("body.room .controls")).to_be_visible(timeout=20_000)
        await until(lambda: _shown(officer, people["sports"]), within_s=15, what="the guest's picture")

        network = browsers.network_of(browsers.browser_with(str(own_microphone)))
        network.suspend()
        went = time.monotonic()
        try:
            await expect(sports.page.get_by_text(sports.says("connection.mending"))).to_be_visible(
                timeout=15_000
            )
            measured("from the network's end to the guest's notice", time.monotonic() - went)
            await officer.open_panel()
            await (
                officer.page.locator(".sheet-side")
                .get_by_role("button", name=officer.says("run.next"), exact=True)
                .click()
            )
            await asyncio.sleep(max(0.0, went + GONE_S - time.monotonic()))
        finally:
            network.resume()
        came_back = time.monotonic()
        await expect(sports.page.get_by_text(sports.says("connection.mending"))).to_have_count(
            0, timeout=30_000
        )
        await until(lambda: _is_at(sports, planted["items"][1]), within_s=10, what="the item moved meanwhile")
        await until(lambda: _shown(officer, people["sports"]), within_s=20, what="the guest's picture again")
        measured("from the network's return to the guest's", time.monotonic() - came_back)

        assert await officer.page.locator(".lobby-notice").count() == 0  # let in once is let in


async def test_when_the_media_server_dies_everyone_is_back_by_themselves(
    measured: Callable[[str, float], None], hall: Serving, chromium: Browser, plant: Plant
):
    planted = await plant(live=True)
    links, people = planted["links"], planted["people"]
    async with (
        guest(chromium, hall, links["officer-osan"], "ko") as officer,
        guest(chromium, hall, links["sports"], "vi") as sports,
    ):
        await officer.comes_unseen()
        await sports.enter()
        await until(lambda: _shown(officer, people["sports"]), within_s=15, what="the guest's picture")
        hall.part("livekit.yaml").kill()
        await until(lambda: _mending(officer), within_s=15, what="the notice")
        took_s = await until(lambda: _well(officer, sports), within_s=45, every_s=0.5, what="both back")
        measured("from the notice to both back, media server killed", took_s)

        await until(lambda: _shown(officer, people["sports"]), within_s=20, what="the guest's picture again")
        await officer.open_panel()
        await (
            officer.page.locator(".sheet-side")
            .get_by_role("button", name=officer.says("run.next"), exact=True)
            .click()
        )
        await until(lambda: _is_at(sports, planted["items"][1]), within_s=5, what="the next item")


async def _shown(one: Guest, person: int) -> bool:
    """True while new pictures of this person arrive."""
    video = one.tile(person).locator("video")
    if not await video.count():
        return False
    before = await one.sees_frames_of(person)
    await asyncio.sleep(1)
    return await video.count() > 0 and await one.sees_frames_of(person) > before


async def _is_at(one: Guest, item: int) -> bool:
    return await one.item() == item


async def _mending(one: Guest) -> bool:
    return await one.page.get_by_text(one.says("connection.mending")).count() > 0


async def _well(*guests: Guest) -> bool:
    return not any([await _mending(one) for one in guests])
