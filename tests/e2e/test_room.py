"""Two cities in one room: they see and hear each other, and the officer leads."""

import asyncio
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

from playwright.async_api import Browser, expect

from tests.e2e import speech
from tests.e2e.guest import Guest, guest, until
from tests.e2e.serving import Serving

Plant = Callable[..., Awaitable[dict[str, Any]]]
Speaking = Callable[[Path], Awaitable[Browser]]

MOVED_S = 1.0


async def test_two_cities_see_and_hear_each_other(
    hall: Serving, chromium: Browser, speaking_browser: Speaking, plant: Plant, vietnamese: speech.Recording
):
    planted = await plant()
    people, links = planted["people"], planted["links"]
    async with (
        guest(chromium, hall, links["mayor"], "ko") as mayor,
        guest(await speaking_browser(vietnamese.wav), hall, links["chairman"], "vi") as chairman,
    ):
        await asyncio.gather(mayor.enter(), chairman.enter())
        await until(lambda: _sees(mayor, people["chairman"]), within_s=15, what="the chairman's picture")
        await until(lambda: _sees(chairman, people["mayor"]), within_s=15, what="the mayor's picture")
        before = await mayor.received()
        seen_before = (
            await mayor.sees_frames_of(people["chairman"]),
            await chairman.sees_frames_of(people["mayor"]),
        )
        await asyncio.sleep(4)

        assert await mayor.sees_frames_of(people["chairman"]) - seen_before[0] > 8
        assert await chairman.sees_frames_of(people["mayor"]) - seen_before[1] > 8
        assert (await mayor.received())["energy"] - before["energy"] > 0.01  # a voice, not a quiet room
        plate = mayor.tile(people["chairman"]).locator(".plate")
        await expect(plate.locator(".name > span")).to_have_text("레 찌 타인")
        await expect(plate.locator(".name > small")).to_have_text("Lê Trí Thanh")
        await expect(plate.locator(".title")).to_have_text("꽝남성 인민위원회 위원장")


async def test_the_officer_moves_and_everyone_sees_it_within_a_second(
    hall: Serving, chromium: Browser, plant: Plant
):
    planted = await plant()
    first, second, third = planted["items"]
    async with (
        guest(chromium, hall, planted["links"]["officer-osan"], "ko") as officer,
        guest(chromium, hall, planted["links"]["sports"], "vi") as sports,
    ):
        await asyncio.gather(officer.comes_unseen(), sports.comes_unseen())
        await officer.open_panel()
        await officer.button("run.start").click()
        await until(lambda: _is_at(sports, first), within_s=5)
        pressed = [await _press(officer, "run.next"), await _press(officer, "run.next")]
        await until(lambda: _is_at(sports, third), within_s=5)

        moved = await sports.page.evaluate("witness.items")
        assert [note["seen"] for note in moved] == [first, second, third]
        delays = [note["at"] / 1000 - at for note, at in zip(moved[1:], pressed, strict=True)]
        assert all(delay < MOVED_S for delay in delays), delays


async def test_who_comes_late_sees_the_current_item_at_once(hall: Serving, chromium: Browser, plant: Plant):
    planted = await plant(live=True)
    async with guest(chromium, hall, planted["links"]["sports"], "vi") as late:
        await late.comes_unseen()

        assert await late.item() == planted["items"][0]
        assert [note["seen"] for note in await late.page.evaluate("witness.items")] == [planted["items"][0]]


async def test_of_two_officers_at_once_the_second_is_told(hall: Serving, chromium: Browser, plant: Plant):
    planted = await plant(live=True)
    async with (
        guest(chromium, hall, planted["links"]["officer-osan"], "ko") as osan,
        guest(chromium, hall, planted["links"]["officer-quangnam"], "vi") as quang_nam,
    ):
        await asyncio.gather(osan.comes_unseen(), quang_nam.comes_unseen())
        await asyncio.gather(osan.open_panel(), quang_nam.open_panel())
        await quang_nam.page.route("**/api/room/run", _slowly)
        late = asyncio.create_task(_press(quang_nam, "run.next"))
        await asyncio.sleep(0.1)
        await _press(osan, "run.next")
        await late

        await expect(quang_nam.page.get_by_text(quang_nam.says("run.movedByOther"))).to_be_visible()
        await until(lambda: _is_at(osan, planted["items"][1]), within_s=5)
        await until(lambda: _is_at(quang_nam, planted["items"][1]), within_s=5)


async def test_the_officer_ends_the_meeting_for_everyone(
    hall: Serving, chromium: Browser, plant: Plant, clerk: Any
):
    planted = await plant(live=True)
    async with (
        guest(chromium, hall, planted["links"]["officer-osan"], "ko") as officer,
        guest(chromium, hall, planted["links"]["sports"], "vi") as sports,
    ):
        await asyncio.gather(officer.comes_unseen(), sports.comes_unseen())
        await officer.open_panel()
        await officer.button("run.end").click()
        await officer.page.locator("dialog").get_by_role("button", name=officer.says("run.end")).click()

        await expect(sports.heading("closed.ended.title")).to_be_visible()
        assert (await clerk.kept(meeting=planted["meeting"]))["state"] == "ended"


async def test_the_officer_mutes_an_open_microphone(hall: Serving, chromium: Browser, plant: Plant):
    planted = await plant()
    async with (
        guest(chromium, hall, planted["links"]["officer-osan"], "ko") as officer,
        guest(chromium, hall, planted["links"]["sports"], "vi") as sports,
    ):
        await officer.comes_unseen()
        await sports.button("entry.turnCameraOff").click()
        await sports.enter()
        await officer.open_panel()
        await officer.page.get_by_role("button", name=_muting(officer, "체육국장")).click()

        await expect(sports.button("controls.micOff")).to_be_visible()
        muted = officer.tile(planted["people"]["sports"]).locator(".muted-mic")
        await expect(muted).to_be_visible()


async def test_a_shared_screen_is_seen_on_the_other_side(hall: Serving, chromium: Browser, plant: Plant):
    planted = await plant()
    async with (
        guest(chromium, hall, planted["links"]["director"], "ko") as director,
        guest(chromium, hall, planted["links"]["sports"], "vi") as sports,
    ):
        await asyncio.gather(director.comes_unseen(), sports.comes_unseen())
        await director.button("controls.share").click()

        shared = sports.page.get_by_label(sports.says("stage.screenOf").split("{{")[0].strip()).first
        await expect(shared).to_be_visible()


async def _sees(one: Guest, person: int) -> bool:
    video = one.tile(person).locator("video")
    return bool(await video.count() and await one.sees_frames_of(person))


async def _is_at(one: Guest, item: int) -> bool:
    return await one.item() == item


async def _press(one: Guest, key: str) -> float:
    """Press a button; return when, in seconds since 1970."""
    button = one.page.locator(".sheet-side").get_by_role("button", name=one.says(key), exact=True)
    await expect(button).to_be_enabled()
    at: float = await button.evaluate(
        "button => { const now = Date.now(); button.click(); return now / 1000; }"
    )
    await asyncio.sleep(0.5)
    return at


async def _slowly(route: Any) -> None:
    await asyncio.sleep(1)
    await route.continue_()


def _muting(one: Guest, name: str) -> str:
    return one.says("officer.muteWho").replace("{{name}}", name)
