"""Coming in: the lobby, links that open nothing, and a person who comes twice."""

from collections.abc import Awaitable, Callable
from typing import Any

import pytest
from playwright.async_api import Browser, Page, expect

from tests.e2e import browsers
from tests.e2e.clerk import Clerk
from tests.e2e.guest import guest
from tests.e2e.serving import Serving

Plant = Callable[..., Awaitable[dict[str, Any]]]


async def test_a_guest_waits_until_an_officer_admits_them(hall: Serving, chromium: Browser, plant: Plant):
    links = (await plant(lobby=True))["links"]
    async with (
        guest(chromium, hall, links["officer-osan"], "ko") as officer,
        guest(chromium, hall, links["sports"], "vi") as sports,
    ):
        await officer.enter()
        await sports.knock()
        await expect(sports.heading("lobby.soon")).to_be_visible()
        notice = officer.page.locator(".lobby-notice")
        await expect(notice).to_contain_text("체육국장")
        await notice.get_by_role("button", name=officer.says("officer.admit")).click()

        await expect(sports.page.locator("body.room .controls")).to_be_visible()
        await expect(notice).to_have_count(0)


async def test_a_guest_who_is_not_admitted_is_told_so(hall: Serving, chromium: Browser, plant: Plant):
    links = (await plant(lobby=True))["links"]
    async with (
        guest(chromium, hall, links["officer-osan"], "ko") as officer,
        guest(chromium, hall, links["sports"], "vi") as sports,
    ):
        await officer.enter()
        await sports.knock()
        await (
            officer.page.locator(".lobby-notice")
            .get_by_role("button", name=officer.says("officer.notNow"))
            .click()
        )

        await expect(sports.heading("closed.refused.title")).to_be_visible()


async def test_before_the_hall_opens_a_guest_waits_and_then_comes_in(
    hall: Serving, chromium: Browser, plant: Plant
):
    links = (await plant(state="preparing"))["links"]
    async with (
        guest(chromium, hall, links["officer-osan"], "ko") as officer,
        guest(chromium, hall, links["sports"], "vi") as sports,
    ):
        await sports.knock()
        await expect(sports.heading("lobby.notOpen")).to_be_visible()
        await officer.enter()
        await officer.open_panel()
        await officer.button("run.open").click()

        await expect(sports.page.locator("body.room .controls")).to_be_visible()


@pytest.mark.parametrize(("deed", "status"), [("expire", 410), ("revoke", 410), (None, 404)])
async def test_a_link_that_opens_nothing_says_so_in_the_guests_language(
    hall: Serving, chromium: Browser, plant: Plant, clerk: Clerk, deed: str | None, status: int
):
    planted = await plant()
    token = planted["links"]["sports"]
    if deed is None:
        token = token[:-3] + ("abc" if not token.endswith("abc") else "xyz")
    else:
        await getattr(clerk, deed)(invitation=planted["invitations"]["sports"])
    context = await browsers.profile(chromium, "vi")
    page = await context.new_page()
    answer = await page.goto(f"{hall.url}/j/{token}/")

    assert answer is not None
    assert (answer.status, await _language(page)) == (status, "vi")
    await expect(page.get_by_role("heading", level=1)).to_be_visible()
    assert await page.locator("video").count() == 0
    await context.close()


async def test_the_same_person_twice_keeps_the_newer_and_offers_to_come_back(
    hall: Serving, chromium: Browser, plant: Plant
):
    links = (await plant())["links"]
    async with (
        guest(chromium, hall, links["sports"], "vi") as first,
        guest(chromium, hall, links["sports"], "vi") as second,
    ):
        await first.enter()
        await second.enter()
        await expect(first.heading("closed.elsewhere.title")).to_be_visible()
        await first.button("closed.elsewhere.do").click()

        await expect(first.page.locator("body.room .controls")).to_be_visible()
        await expect(second.heading("closed.elsewhere.title")).to_be_visible()


async def _language(page: Page) -> str:
    return str(await page.evaluate("document.documentElement.lang"))
