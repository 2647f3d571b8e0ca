"""The product as one process tree."""

import aiohttp

from tests.e2e.serving import Serving


async def test_serve_answers_and_its_media_server_too(hall: Serving):
    async with aiohttp.ClientSession() as person:
        async with person.get(f"{hall.url}/healthz") as answer:
            web = (answer.status, await answer.text())
        async with person.get(f"http://127.0.0.1:{hall.variables['TWINHALL_LIVEKIT_PORT']}/") as answer:
            sfu = (answer.status, await answer.text())

    assert (web, sfu) == ((200, "ok"), (200, "OK"))
