"""`twinhall captioner`: captions for the meetings of this installation."""

import argparse


def register(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add `captioner`."""
    command = subparsers.add_parser(
        "captioner",
        help="the process that captions meetings (`serve` starts it)",
        description="Waits for meetings and captions them, until SIGTERM. More of them, also on other "
        "machines, share the work.",
    )
    command.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Caption until told to stop."""
    import asyncio  # reason: slow
    import logging

    from twinhall import environment
    from twinhall.captioner.worker import serve

    env = environment.current()
    logging.basicConfig(level=env.log_level, format="%(levelname)s %(name)s %(message)s")
    asyncio.run(serve(env))
    return 0
