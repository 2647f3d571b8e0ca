"""Hands and chat."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any

from playwright.async_api import Browser, expect

from tests.e2e.clerk import Clerk
from tests.e2e.guest import guest
from tests.e2e.serving import Serving

Plant = Callable[..., Awaitable[dict[str, Any]]]


async def test_hands_stand_in_the_order_they_were_raised(hall: Serving, chromium: Browser, plant: Plant):
    links = (await plant())["links"]
    async with (
        guest(chromium, hall, links["officer-osan"], "ko") as officer,
        guest(chromium, hall, links["director"], "ko") as director,
        guest(chromium, hall, links["sports"], "vi") as sports,
    ):
        for one in (officer, director, sports):
            await one.comes_unseen()
        await officer.open_panel()
        hands = (
            officer.page.locator(".sheet-part")
            .filter(has_text=officer.says("hands.title"))
            .locator("ol > li")
        )
        await sports.button("controls.hand").click()
        await expect(hands).to_have_count(1)
        await director.button("controls.hand").click()
        await expect(hands).to_have_count(2)

        assert [await hands.nth(n).locator(".grow").inner_text() for n in (0, 1)] == ["체육국장", "경제국장"]
        await hands.nth(0).get_by_role("button").click()
        await expect(hands).to_have_count(1)
        await expect(sports.button("controls.hand")).to_be_visible()


async def test_a_chat_message_reaches_the_other_side_and_is_kept(
    hall: Serving, chromium: Browser, plant: Plant, clerk: Clerk
):
    planted = await plant()
    links = planted["links"]
    async with (
        guest(chromium, hall, links["director"], "ko") as director,
        guest(chromium, hall, links["sports"], "vi") as sports,
    ):
        await asyncio.gather(director.comes_unseen(), sports.comes_unseen())
        await sports.button("controls.chat").click()
        await director.button("controls.chat").click()
        await director.page.get_by_label(director.says("chat.write")).fill(
            "자료를 곧 보내 드리겠습니다. <b>1</b>"
        )
        await director.button("chat.send").click()

        message = sports.page.locator(".chat p[lang]")
        await expect(message).to_have_text("자료를 곧 보내 드리겠습니다. <b>1</b>")
        await expect(message).to_have_attribute("lang", "ko")
        assert (await clerk.kept(meeting=planted["meeting"]))["chat"] == [
            "자료를 곧 보내 드리겠습니다. <b>1</b>"
        ]
