"""Where and how a benchmark ran: every one prints this beside its figures.

Importing it also lets a benchmark use the harness of the tests in real browsers, tests/e2e.
"""

import json
import math
import os
import platform
import statistics
import subprocess
import sys
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import psutil

CHECKOUT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(CHECKOUT))


def report(name: str, settings: dict[str, Any], figures: dict[str, Any]) -> None:
    """Print one JSON object: what was measured, where, when, how."""
    told = {"bench": name, "machine": machine(), "date": datetime.now(UTC).isoformat(timespec="seconds")}
    command = " ".join(["python", f"bench/{name}.py", *sys.argv[1:]])
    print(
        json.dumps(told | {"command": command, "settings": settings} | figures, ensure_ascii=False, indent=1)
    )


def machine() -> dict[str, Any]:
    """This machine, and how busy it was in the last minute and five: our own load included."""
    one, five, _ = os.getloadavg()
    return {
        "cpu": _processor(),
        "cores": os.cpu_count(),
        "memory_gb": round(psutil.virtual_memory().total / 2**30),
        "system": platform.platform(),
        "python": platform.python_version(),
        "load_1_5_min": [round(one, 1), round(five, 1)],
        "commit": _commit(),
    }


def progress(words: str) -> None:
    """Say on standard error what happens; standard output is for the figures."""
    print(words, file=sys.stderr, flush=True)


def quantile(values: Iterable[float], share: float) -> float | None:
    """The smallest value that at least `share` of them do not exceed; None without values."""
    ordered = sorted(values)
    if not ordered:
        return None
    return ordered[max(0, math.ceil(share * len(ordered)) - 1)]


def spread(values: Sequence[float], digits: int = 3) -> dict[str, Any]:
    """Median, 95 %, least and most of some values, and how many there were."""
    if not values:
        return {"n": 0}
    p95 = quantile(values, 0.95)
    assert p95 is not None
    return {
        "n": len(values),
        "median": round(statistics.median(values), digits),
        "p95": round(p95, digits),
        "least": round(min(values), digits),
        "most": round(max(values), digits),
    }


def _processor() -> str:
    for line in Path("/proc/cpuinfo").read_text().splitlines():
        if line.startswith("model name"):
            return line.partition(":")[2].strip()
    return platform.machine()


def _commit() -> str:
    told = subprocess.run(
        ["git", "rev-parse", "--short", "HEAD"], cwd=CHECKOUT, capture_output=True, text=True, check=False
    )
    return told.stdout.strip()
