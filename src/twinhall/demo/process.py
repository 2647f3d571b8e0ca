"""The process that runs the demonstration's meetings: `python -m twinhall.demo.process`, a part of `demo`."""

import asyncio
import logging
import os
import signal
from functools import partial
from typing import TYPE_CHECKING

from twinhall.environment import Environment, current

if TYPE_CHECKING:
    from twinhall.demo.asking import Asking
    from twinhall.demo.autopilot import Autopilot

SETTINGS = "twinhall.hall.config.settings"


def main() -> None:
    """Run until SIGINT or SIGTERM."""
    import django  # reason: slow

    env = current()
    logging.basicConfig(level=env.log_level, format="%(levelname)s %(name)s %(message)s")
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", SETTINGS)
    django.setup()
    asyncio.run(_work(env))


async def _work(env: Environment) -> None:
    from twinhall.demo.asking import Asking  # reason: app-ready

    ask = Asking()
    stopping = asyncio.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(number, stopping.set)
    leaving = asyncio.create_task(stopping.wait())
    flying = [asyncio.create_task(pilot.run()) for pilot in await _autopilots(env, ask)]
    await asyncio.wait({leaving, *flying}, return_when=asyncio.FIRST_COMPLETED)
    for task in flying:
        task.cancel()
    ended = await asyncio.gather(*flying, return_exceptions=True)
    ask.close()
    leaving.cancel()
    for error in ended:
        if isinstance(error, Exception):
            raise error


async def _autopilots(env: Environment, ask: "Asking") -> "list[Autopilot]":
    from twinhall.demo.autopilot import Autopilot  # reason: app-ready
    from twinhall.demo.company import Company, pictures_of
    from twinhall.demo.stage import stages
    from twinhall.rehearsal.voices import folder_of

    pilots = []
    for stage in await ask(stages):
        voices = dict(stage.voices)
        pictures = await ask(partial(pictures_of, voices))
        company = Company(env.livekit_url_internal, folder_of(env), voices, pictures)
        pilots.append(Autopilot(stage, company, ask))
    return pilots


if __name__ == "__main__":
    main()
