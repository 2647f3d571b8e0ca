"""Fifty people at once on one machine and SQLite: how long pages and calls take.

Ten officers read pages and write; forty people are in the room, whose pages ask for the state. Each rests
between two requests. The server is the whole product as `twinhall serve` starts it.
"""

import argparse
import asyncio
import random
import tempfile
import time
from collections import defaultdict
from pathlib import Path
from typing import Any

import aiohttp

from _setting import progress, quantile, report
from tests.e2e.clerk import hire
from tests.e2e.serving import Serving, serving

SEATS = ("mayor", "director", "press", "chairman", "sports")
PAGES = {"home": "/", "meetings": "/meetings/", "meeting": "/meetings/{meeting}/"}
SCRIPT = [[f"오산시의 {n}번째 문장입니다.", f"Đây là câu thứ {n} của thành phố Osan."] for n in range(1, 21)]

Times = dict[str, list[float]]


class Measured:
    """Seconds by kind of request, and answers that were errors."""

    def __init__(self) -> None:
        self.times: Times = defaultdict(list)
        self.errors: dict[str, int] = defaultdict(int)

    async def ask(
        self, person: aiohttp.ClientSession, name: str, method: str, url: str, **told: Any
    ) -> dict[str, Any]:
        """Make a request and note how long its whole answer took; 409 is an answer like another."""
        begun = time.perf_counter()
        async with person.request(method, url, **told) as answer:
            body = await answer.read()
            self.times[name].append(time.perf_counter() - begun)
            if answer.status >= 400 and answer.status != 409:
                self.errors[f"{name} {answer.status}"] += 1
            is_json = answer.content_type == "application/json" and answer.status == 200
            read: dict[str, Any] = await answer.json() if is_json and body else {}
            return read


async def officer(hall: Serving, planted: dict[str, Any], cookie: str, noted: Measured, end: float) -> None:
    """Reads one page after the other."""
    dice = random.Random(cookie)
    async with aiohttp.ClientSession(cookies={"sessionid": cookie}) as person:
        while time.monotonic() < end:
            name = dice.choice(list(PAGES))
            await noted.ask(person, f"page {name}", "GET", hall.url + PAGES[name].format(**planted))
            await asyncio.sleep(dice.uniform(1, 3))


async def participant(hall: Serving, token: str, noted: Measured, end: float, every_s: float) -> None:
    """Asks for the state again and again, and now and then writes or raises a hand."""
    dice = random.Random(f"{token}{end}")
    headers = {"Authorization": f"Seat {token}"}
    api = f"{hall.url}/api/room"
    async with aiohttp.ClientSession(headers=headers) as person:
        await noted.ask(person, "enter", "POST", f"{api}/enter", json={})
        while time.monotonic() < end:
            await noted.ask(person, "state", "GET", f"{api}/state?lang=vi")
            if dice.random() < 0.05:
                await noted.ask(person, "hand", "POST", f"{api}/hand", json={"raised": dice.random() < 0.5})
            if dice.random() < 0.02:
                await noted.ask(person, "chat", "POST", f"{api}/chat", json={"text": "자료를 보냈습니다."})
            await asyncio.sleep(dice.uniform(0.5, 1.5) * every_s)


async def leader(hall: Serving, token: str, noted: Measured, end: float) -> None:
    """Moves the agenda to and fro, and cues sentences."""
    headers = {"Authorization": f"Seat {token}"}
    api = f"{hall.url}/api/room"
    async with aiohttp.ClientSession(headers=headers) as person:
        while time.monotonic() < end:
            for action in ("next", "previous"):
                state = await noted.ask(person, "state", "GET", f"{api}/state?lang=ko")
                told = {"action": action, "revision": state["run"]["revision"]}
                await noted.ask(person, "move", "POST", f"{api}/run", json=told)
                await asyncio.sleep(3)
            state = await noted.ask(person, "state", "GET", f"{api}/state?lang=ko")
            told = {"action": "next", "revision": state["cue"]["revision"]}
            await noted.ask(person, "cue", "POST", f"{api}/cue", json=told)
            await asyncio.sleep(2)


async def run(people: int, seconds: float, every_s: float, noted: Measured, folder: Path) -> None:
    """Start the product, send everyone in, and let them work for a time."""
    with serving(folder) as hall:
        clerk = await hire(hall)
        await clerk.cities()
        scripts = {"mayor": SCRIPT}
        planted = await clerk.meeting(title="부하 시험", scripts=scripts, to={"mayor": "vi"}, live=True)
        officers = ["officer@osan.example", "officer@quangnam.example"]
        cookies = [await clerk.session(email=officers[n % 2]) for n in range(people // 5)]
        seats = [planted["links"][SEATS[n % len(SEATS)]] for n in range(people - len(cookies) - 1)]
        progress(f"{people} people for {seconds:.0f} s")
        end = time.monotonic() + seconds
        async with asyncio.TaskGroup() as everyone:
            everyone.create_task(leader(hall, planted["links"]["officer-osan"], noted, end))
            for cookie in cookies:
                everyone.create_task(officer(hall, planted, cookie, noted, end))
            for token in seats:
                everyone.create_task(participant(hall, token, noted, end, every_s))
        await clerk.end(meeting=planted["meeting"])
        await clerk.dismiss()


def main() -> None:
    """Measure, and print JSON."""
    told = argparse.ArgumentParser(description=__doc__)
    told.add_argument("--people", type=int, default=50)
    told.add_argument("--seconds", type=float, default=60)
    told.add_argument(
        "--every", type=float, default=10, help="seconds from one look at the state to the next"
    )
    args = told.parse_args()
    noted = Measured()
    with tempfile.TemporaryDirectory() as folder:
        asyncio.run(run(args.people, args.seconds, args.every, noted, Path(folder)))
    requests = sum(map(len, noted.times.values()))
    figures = {
        name: {
            "n": len(times),
            "p50_ms": round(1000 * (quantile(times, 0.5) or 0)),
            "p95_ms": round(1000 * (quantile(times, 0.95) or 0)),
        }
        for name, times in sorted(noted.times.items())
    }
    settings = {
        "people": args.people,
        "seconds": args.seconds,
        "state_every_s": args.every,
        "database": "SQLite",
    }
    rate = {"requests": requests, "per_second": round(requests / args.seconds, 1)}
    report("page_latency", settings, rate | {"errors": dict(noted.errors), "latency": figures})


if __name__ == "__main__":
    main()
