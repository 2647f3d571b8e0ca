"""Fetches a file over HTTP whole or not at all: resumed where it broke off, its size and hash verified."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import httpx2

from twinhall.engines.weights import BLOCK, sha256_of
from twinhall.language.failure import EngineError

OK, PARTIAL, UNSATISFIABLE = 200, 206, 416
TIMES = 4


class Unreachable(EngineError):
    """A server that does not answer as it should; the message says which and what to do."""


@dataclass(frozen=True, slots=True)
class Remote:
    """A file somewhere else."""

    url: str
    size: int
    sha256: str


def download(client: httpx2.Client, remote: Remote, target: Path, told: Callable[[int], None]) -> None:
    """Bring a file to its place. What came before a break stays beside it as .part and is not fetched again.

    told: called with the bytes that are there, now and then. Raises EngineError.
    """
    part = target.with_name(f"{target.name}.part")
    failure: httpx2.HTTPError | None = None
    for _ in range(TIMES):
        try:
            complete = fetch(client, remote, part, told)
        except httpx2.HTTPError as error:
            failure = error
            continue
        if complete:
            check(remote, part)
            part.replace(target)
            return
    reason = type(failure).__name__ if failure else "it ends too early"
    raise Unreachable(f"{host(remote.url)} broke off ({reason}): try again, what has come is kept")


def fetch(client: httpx2.Client, remote: Remote, part: Path, told: Callable[[int], None]) -> bool:
    """Fetch what is missing of a file; say whether all is there."""
    there = part.stat().st_size if part.exists() else 0
    if there >= remote.size:
        return True
    headers = {"Range": f"bytes={there}-"} if there else {}
    with client.stream("GET", remote.url, headers=headers) as answer:
        if answer.status_code == UNSATISFIABLE:
            part.unlink()
            return False
        if answer.status_code not in (OK, PARTIAL):
            raise Unreachable(f"{host(remote.url)} answered {answer.status_code} for {answer.url.path}")
        goes_on = answer.status_code == PARTIAL and starts_at(answer, there)
        with part.open("ab" if goes_on else "wb") as out:
            for block in answer.iter_raw(BLOCK):
                out.write(block)
                told(out.tell())
                if out.tell() > remote.size:
                    break
    return part.stat().st_size >= remote.size


def starts_at(answer: httpx2.Response, there: int) -> bool:
    """Say whether a partial answer goes on where we are."""
    return answer.headers.get("content-range", "").startswith(f"bytes {there}-")


def check(remote: Remote, part: Path) -> None:
    """Compare a file with its size and hash; a wrong one is gone. Raises EngineError."""
    if part.stat().st_size == remote.size and sha256_of(part) == remote.sha256:
        return
    part.unlink()
    raise EngineError(f"{remote.url} is not what the list promises (size or SHA-256): nothing was installed")


def host(url: str) -> str:
    """Return the server of an address."""
    return httpx2.URL(url).host
