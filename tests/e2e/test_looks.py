"""Every page, in every language, wide and on a phone: no findings."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any

import pytest
import pytest_asyncio
from playwright.async_api import Browser

from tests.e2e import browsers, looks
from tests.e2e.clerk import Clerk
from tests.e2e.guest import guest, until
from tests.e2e.serving import Serving

Plant = Callable[..., Awaitable[dict[str, Any]]]
LANGUAGES = ("ko", "vi", "ja", "en")
VIEWS = {"wide": browsers.WIDE, "phone": browsers.PHONE}
SCRIPT = [
    [
        "존경하는 위원장님과 대표단 여러분, 반갑습니다.",
        "Kính thưa ngài Chủ tịch cùng toàn thể quý vị đại biểu.",
    ],
    [
        "오산시와 꽝남성은 2004년 3월 10일에 자매결연을 맺었습니다.",
        "Thành phố Osan và tỉnh Quảng Nam đã kết nghĩa.",
    ],
    ["감사합니다.", "Xin chân thành cảm ơn."],
]
OFFICE = {
    "home": "/",
    "meetings": "/meetings/",
    "meeting-new": "/meetings/new/",
    "meeting": "/meetings/{meeting}/",
    "meeting-late": "/meetings/{late}/",
    "meeting-over": "/meetings/{over}/",
    "item-new": "/meetings/{meeting}/agenda/new/",
    "seat-new": "/meetings/{meeting}/seats/new/?side=host",
    "remarks": "/meetings/{meeting}/remarks/{mayor}/",
    "remarks-import": "/meetings/{meeting}/remarks/{mayor}/import/",
    "remarks-machine": "/meetings/{meeting}/remarks/{mayor}/machine/?to=en",
    "remarks-reviewer": "/meetings/{meeting}/remarks/{mayor}/reviewer/",
    "remarks-approve": "/meetings/{meeting}/remarks/{mayor}/approve/",
    "links": "/meetings/{meeting}/links/",
    "attendance": "/meetings/{meeting}/attendance/",
    "relations": "/relations/",
    "relation": "/relations/{relation}/",
    "city": "/cities/{host}/",
    "terms": "/terms/",
    "memory": "/memory/",
    "memory-import": "/memory/import/",
    "term-new": "/terms/new/",
    "terms-import": "/terms/import/",
    "account": "/account/",
    "not-found": "/there-is-no-such-page/",
}


def told(found: dict[str, list[str]]) -> str:
    """Every finding, one a line, with the page it is on."""
    return "\n".join(f"{page}: {fault}" for page, faults in found.items() for fault in faults)


@pytest_asyncio.fixture(scope="module", loop_scope="session")
async def prepared(clerk: Clerk) -> dict[str, Any]:
    """A meeting whose pages are looked at: at an hour when both clocks need their date.

    late: one whose captions fall behind; over: one whose captions were complete.
    """
    named: dict[str, Any] = {"title": "오산시·꽝남성 제1차 화상회의", "scripts": {}, "to": {}}
    late = await clerk.meeting(**named, state="preparing")
    await clerk.captioned(meeting=late["meeting"], load=1.0, lost_s=12)
    over = await clerk.meeting(**named, state="ended")
    await clerk.captioned(meeting=over["meeting"], load=0.3)
    made: dict[str, Any] = await clerk.meeting(
        **named | {"scripts": {"mayor": SCRIPT}, "to": {"mayor": "vi"}}, on_two_days=True
    )
    return made | {"mayor": made["remarks"]["mayor"], "late": late["meeting"], "over": over["meeting"]}


@pytest_asyncio.fixture(scope="module", loop_scope="session")
async def accounts(clerk: Clerk) -> dict[str, str]:
    """A signed-in officer for every language: language → value of the session cookie."""
    return {
        language: await clerk.session(email=await clerk.officer(language=language)) for language in LANGUAGES
    }


@pytest.mark.parametrize("language", LANGUAGES)
async def test_the_officers_pages(
    hall: Serving,
    chromium: Browser,
    prepared: dict[str, Any],
    accounts: dict[str, str],
    language: str,
):
    found: dict[str, list[str]] = {}

    async def look(view: str, size: dict[str, int]) -> None:
        context = await browsers.profile(chromium, language, size)
        await context.add_cookies([{"name": "sessionid", "value": accounts[language], "url": hall.url}])
        page = await context.new_page()
        for name, address in OFFICE.items():
            await page.goto(hall.url + address.format(**prepared))
            assert await page.evaluate("document.documentElement.lang") == language, name
            await looks.shoot(page, f"{name}.{language}.{view}")
            if faults := await looks.faults(page, looks.OFFICE_PX):
                found[f"{name} {view}"] = faults
        await context.close()

    await asyncio.gather(*(look(view, size) for view, size in VIEWS.items()))

    assert told(found) == ""


@pytest.mark.parametrize("language", LANGUAGES)
async def test_the_way_in(hall: Serving, chromium: Browser, plant: Plant, language: str):
    found: dict[str, list[str]] = {}
    planted = await plant(lobby=True, languages={"sports": language})
    for view, size in VIEWS.items():
        async with guest(chromium, hall, planted["links"]["sports"], language, viewport=size) as one:
            await one.button("entry.enter").wait_for()
            await looks.shoot(one.page, f"entry.{language}.{view}")
            found[f"entry {view}"] = await looks.faults(one.page, looks.ROOM_PX)
            await one.knock()
            await one.heading("lobby.soon").wait_for()
            await looks.shoot(one.page, f"waiting.{language}.{view}")
            found[f"waiting {view}"] = await looks.faults(one.page, looks.ROOM_PX)

    assert told(found) == ""


@pytest.mark.parametrize("language", LANGUAGES)
async def test_the_room(hall: Serving, chromium: Browser, plant: Plant, language: str):
    found: dict[str, list[str]] = {}
    reader = {"languages": dict.fromkeys(("sports", "director", "officer-osan"), language)}
    planted = await plant(live=True, scripts={"mayor": SCRIPT}, to={"mayor": "vi"}, **reader)
    links = planted["links"]
    async with (
        guest(chromium, hall, links["mayor"], "ko") as mayor,
        guest(chromium, hall, links["cue"], language) as helper,
    ):
        await mayor.enter()
        for view, size in VIEWS.items():
            async with guest(chromium, hall, links["sports"], language, viewport=size) as one:
                await one.enter()
                await helper.page.locator(".cue-sentences li").nth(1).get_by_role("button").click()
                await until(lambda one=one: _has_caption(one), within_s=10, what="a caption")
                await looks.shoot(one.page, f"room.{language}.{view}", whole=False)
                found[f"room {view}"] = await looks.faults(one.page, looks.ROOM_PX)
        async with guest(chromium, hall, links["officer-osan"], language) as officer:
            await officer.comes_unseen()
            await officer.open_panel()
            for view, size in VIEWS.items():
                await officer.page.set_viewport_size(size)
                title = officer.page.get_by_role("heading", name=officer.says("captions.title"), exact=True)
                await title.scroll_into_view_if_needed()
                await looks.shoot(officer.page, f"officer.{language}.{view}", whole=False)
        await looks.shoot(helper.page, f"cue.{language}")
        found["cue"] = await looks.faults(helper.page, looks.ROOM_PX)

    assert told(found) == ""


@pytest.mark.parametrize("language", LANGUAGES)
async def test_pages_for_who_has_no_account(
    hall: Serving, chromium: Browser, plant: Plant, clerk: Clerk, language: str
):
    planted = await plant(languages={"sports": language})
    await clerk.revoke(invitation=planted["invitations"]["sports"])
    pages = {"sign-in": "/sign-in/", "revoked": f"/j/{planted['links']['sports']}/"}
    found: dict[str, list[str]] = {}
    for view, size in VIEWS.items():
        context = await browsers.profile(chromium, language, size)
        page = await context.new_page()
        for name, address in pages.items():
            await page.goto(hall.url + address)
            await looks.shoot(page, f"{name}.{language}.{view}")
            if faults := await looks.faults(page, looks.OFFICE_PX):
                found[f"{name} {view}"] = faults
        await context.close()

    assert told(found) == ""


async def _has_caption(one: Any) -> bool:
    return (await one.caption()).get("kind") == "script"
