"""`twinhall doctor`: what is missing here, and how to get it."""

import argparse
import json
import os
import sys
from collections.abc import Iterator
from dataclasses import asdict
from typing import TYPE_CHECKING

from twinhall.environment import Environment, SettingError, read, with_secrets

if TYPE_CHECKING:
    from twinhall.doctor.finding import Finding

MARKS = {"ok": "  ok     ", "advice": "  advice ", "missing": "  MISSING"}


def register(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add `doctor` and its arguments."""
    command = subparsers.add_parser("doctor", help="what is missing here and how to get it")
    command.add_argument("--json", action="store_true", help="one JSON list on standard output")
    command.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Look at everything; 1 when something is missing that a meeting needs."""
    try:
        env = _environment()
    except SettingError as error:
        print(f"twinhall doctor: {error}", file=sys.stderr)
        return 2
    findings = []
    for finding in look(env):
        findings.append(finding)
        if not args.json:
            print(f"{MARKS[finding.state]} {finding.thing}: {finding.said}")
            if finding.remedy:
                print(f"            -> {finding.remedy}")
            sys.stdout.flush()
    if args.json:
        print(json.dumps([asdict(finding) for finding in findings], ensure_ascii=False, indent=2))
    return int(any(finding.state == "missing" for finding in findings))


def look(env: Environment) -> "Iterator[Finding]":
    """Look at everything, in the order in which a person would mend it."""
    from twinhall.doctor import (
        certificate,
        machine,
        media,
        models,
        recognition,
        site,
        translation,
    )  # reason: slow
    from twinhall.supervise.serve import is_running  # reason: slow

    running = is_running(env)
    yield from machine.look(env)
    yield from models.look()
    yield from recognition.look(env)
    yield from translation.look(env)
    yield from media.look(env, running=running)
    yield from certificate.look(env)
    yield from site.look(env, running=running)


def _environment() -> Environment:
    """Look without leaving anything behind: no secrets are made for a data folder that is not there yet."""
    told = read(os.environ)
    return read(with_secrets(os.environ)) if told.data.exists() else told
