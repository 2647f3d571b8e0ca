"""The officer's way from signing in to a guest in the hall, through the real pages."""

import re
from collections.abc import Awaitable, Callable
from typing import Any

from playwright.async_api import Browser, Page, expect

from tests.e2e import browsers
from tests.e2e.clerk import PASSWORD, Clerk
from tests.e2e.guest import Guest, guest
from tests.e2e.serving import Serving
from tests.e2e.words import words

Plant = Callable[..., Awaitable[dict[str, Any]]]
MAYOR = "Kwak Sang-wook"
TITLE = "Osan–Quảng Nam: the first video conference"
REMARKS = "존경하는 위원장님, 반갑습니다. 오늘 이 자리를 뜻깊게 생각합니다."
RENDITIONS = ["Kính thưa ngài Chủ tịch, rất hân hạnh.", "Tôi rất trân trọng buổi gặp gỡ hôm nay."]


async def test_an_officer_prepares_a_meeting_and_a_guest_comes_by_the_link(
    hall: Serving, chromium: Browser, clerk: Clerk
):
    email = await clerk.officer(language="en")
    context = await browsers.profile(chromium, "en")
    page = await context.new_page()
    await _sign_in(page, hall, email)
    await _plan(page, hall)
    await _seat(page, MAYOR, "head")
    await _add_item(page, MAYOR)
    await _bring_in(page)
    await _approve(page)
    await page.get_by_role("link", name=TITLE).first.click()
    link = await _invite(page)
    token = link.rstrip("/").rpartition("/")[2]
    officer = Guest(page, "en")
    await page.get_by_role("link", name=TITLE).first.click()
    await page.get_by_role("link", name="Open the hall").click()
    await officer.comes_unseen()
    await officer.open_panel()
    await officer.button("run.open").click()
    async with guest(chromium, hall, token, "ko") as mayor:
        await mayor.button("entry.turnCameraOff").click()
        await mayor.knock()
        await page.locator(".lobby-notice").get_by_role("button", name=words("en", "officer.admit")).click()

        await expect(mayor.page.locator("body.room .controls")).to_be_visible()
        await officer.button("run.start").click()
        await expect(mayor.page.locator(".run [aria-current=step] .what")).to_have_text("인사 말씀")
        sentences = page.locator(".cue-sentences li small")
        await expect(sentences).to_have_text(RENDITIONS)
    await context.close()
    await clerk.end(meeting=await clerk.newest_meeting())


async def test_a_wrong_password_is_refused_without_saying_why(hall: Serving, chromium: Browser, clerk: Clerk):
    context = await browsers.profile(chromium, "en")
    page = await context.new_page()
    answers = []
    for email in ("officer@osan.example", "nobody@osan.example"):
        await page.goto(f"{hall.url}/sign-in/")
        await page.fill("[name=email]", email)
        await page.fill("[name=password]", "not the password")
        await page.get_by_role("main").get_by_role("button", name="Sign in").click()
        answers.append(await page.get_by_role("alert").inner_text())

    assert answers[0] == answers[1]
    await context.close()


async def _sign_in(page: Page, hall: Serving, email: str) -> None:
    await page.goto(f"{hall.url}/meetings/new/")
    await page.fill("[name=email]", email)
    await page.fill("[name=password]", PASSWORD)
    await page.get_by_role("main").get_by_role("button", name="Sign in").click()
    await expect(page).to_have_url(f"{hall.url}/meetings/new/")


async def _plan(page: Page, hall: Serving) -> None:
    await page.fill("[name=title_ko]", TITLE)
    await page.fill("[name=title_vi]", "Hội nghị trực tuyến Osan – Quảng Nam lần thứ nhất")
    await page.fill(
        "[name=day]", await page.evaluate("new Date(Date.now() + 864e5).toISOString().slice(0, 10)")
    )
    await page.fill("[name=time]", "16:00")
    await page.get_by_role("button", name="Plan the meeting").click()
    await expect(page.get_by_role("heading", level=1)).to_have_text(TITLE)
    await expect(page).to_have_url(re.compile(rf"{re.escape(hall.url)}/meetings/\d+/"))


async def _seat(page: Page, name: str, role: str) -> None:
    await page.get_by_role("link", name="Add a person").first.click()
    person = page.locator("[name=post] option", has_text=name)
    await page.select_option("[name=post]", await person.first.get_attribute("value"))
    await page.select_option("[name=role]", role)
    await page.get_by_role("button", name="Add to the delegation").click()
    await expect(page.locator("#delegations")).to_contain_text(name)


async def _add_item(page: Page, speaker: str) -> None:
    await page.locator("#agenda").get_by_role("link", name="Add an item").click()
    await page.fill("[name=title_ko]", "인사 말씀")
    await page.fill("[name=title_vi]", "Phát biểu chào mừng")
    await page.locator(".speaker", has_text=speaker).locator("select").select_option("1")
    await page.get_by_role("button", name="Save").click()
    await expect(page.locator("#agenda .speakers")).to_contain_text(speaker)


async def _bring_in(page: Page) -> None:
    await page.locator("#agenda .speakers a").click()
    await page.get_by_role("button", name="Bring in a text").click()
    await page.fill("[name=text]", REMARKS)
    await page.get_by_role("button", name="Look at it").click()
    await expect(page.locator(".preview li")).to_have_count(len(RENDITIONS))
    await page.get_by_role("button", name="Take it over").click()
    await expect(page.locator("#sentences > ol > li")).to_have_count(len(RENDITIONS))


async def _approve(page: Page) -> None:
    await page.locator("#sentences .open-row").first.click()
    for number, rendition in enumerate(RENDITIONS):
        row = page.locator("#sentences > ol > li").nth(number)
        await row.locator("textarea[name=body]").fill(rendition)
        await row.get_by_role("button", name="Approve, next").click()
        await expect(row.locator(".status[data-status=approved], .status").first).to_contain_text("Approved")


async def _invite(page: Page) -> str:
    await page.get_by_role("link", name="Links and invitations").first.click()
    await page.get_by_role("button", name="Make the missing links").click()
    await expect(page.locator(".qr svg")).to_have_count(1)
    return str(await page.locator(".invite .link").inner_text())
