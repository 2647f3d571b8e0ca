"""A process of our own beside the product's: does what tests ask of the database, one JSON line at a time.

The tests' own process knows another database, and must not know this one's secrets.
"""

import asyncio
import json
import sys
from asyncio.subprocess import PIPE, Process
from typing import Any

from tests.e2e.serving import CHECKOUT, Serving

PATIENCE_S = 60.0
PASSWORD = "two cities, one hall"  # of every account


class Clerk:
    """`await clerk.meeting(title=…)` runs planting.meeting(title=…) in the clerk's process."""

    def __init__(self, process: Process) -> None:
        self._process = process
        self._one_at_a_time = asyncio.Lock()

    def __getattr__(self, deed: str) -> Any:
        async def ask(**told: Any) -> Any:
            return await self._ask(deed, told)

        return ask

    async def dismiss(self) -> None:
        """End the clerk's process."""
        assert self._process.stdin is not None
        self._process.stdin.close()
        await self._process.wait()

    async def _ask(self, deed: str, told: dict[str, Any]) -> Any:
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        async with self._one_at_a_time, asyncio.timeout(PATIENCE_S):
            self._process.stdin.write(json.dumps([deed, told]).encode() + b"\n")
            await self._process.stdin.drain()
            answer = await self._process.stdout.readline()
        if not answer:
            raise AssertionError(f"the clerk fell over {deed}; what happened stands above")
        return json.loads(answer)


async def hire(hall: Serving) -> Clerk:
    """Start a clerk on the database of a running product."""
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        "-m",
        "tests.e2e.clerk",
        cwd=CHECKOUT,
        env=hall.variables,
        stdin=PIPE,
        stdout=PIPE,
        limit=1 << 24,
    )
    return Clerk(process)


def main() -> None:
    """Answer each line of standard input: [deed, arguments] → result."""
    import django  # reason: app-ready

    django.setup()
    from tests.e2e.planting import DEEDS  # reason: app-ready

    for line in sys.stdin:
        deed, told = json.loads(line)
        sys.stdout.write(json.dumps(DEEDS[deed](**told)) + "\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
