"""The captioner's worker: registers with the media server and keeps a process ready for the next job."""

import asyncio
import math
import signal

from livekit.agents import AgentServer

from twinhall.captioner import entry
from twinhall.environment import Environment

AGENT = "captioner"
LOADING_S = 60.0
DRAIN_S = 3.0
MEETINGS, FULL = 10, 0.9


def load(server: AgentServer) -> float:
    """Return how busy the worker calls itself: by its meetings, for sharing them among workers.

    Never by the machine's load, and never 1: a worker that calls itself full is passed over silently, and
    late captions are better than none.
    """
    return min(len(server.active_jobs) / MEETINGS, FULL)


def worker(env: Environment) -> AgentServer:
    """Return the worker."""
    server = AgentServer(
        ws_url=env.livekit_url_internal,
        api_key=env.livekit_key,
        api_secret=env.livekit_secret,
        load_fnc=load,
        load_threshold=math.inf,
        num_idle_processes=1,
        initialize_process_timeout=LOADING_S,
        shutdown_process_timeout=DRAIN_S,
        setup_fnc=entry.prepare,
        host="127.0.0.1",
        port=0,
        log_level=env.log_level,
    )
    server.rtc_session(entry.caption, agent_name=AGENT, on_request=entry.accept)
    return server


async def serve(env: Environment) -> None:
    """Work until SIGINT or SIGTERM. Ends with an error when the media server stays away for long."""
    server = worker(env)
    stopping = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(number, stopping.set)
    running = asyncio.create_task(server.run())
    leaving = asyncio.create_task(stopping.wait())
    await asyncio.wait({running, leaving}, return_when=asyncio.FIRST_COMPLETED)
    leaving.cancel()
    if stopping.is_set():
        await server.aclose()
    await running
