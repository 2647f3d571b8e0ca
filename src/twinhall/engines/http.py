"""How outside translation services are asked: bounded in time, patient, and silent about texts."""

import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

import httpx2

from twinhall.language.failure import EngineError, KeyRefused, QuotaExceeded, Unreachable

BUSY = frozenset({408, 425, 429, 500, 502, 503, 504, 529})
REFUSED = frozenset({401, 403})
NOT_UNDERSTOOD = frozenset({400, 404, 422})
LONGEST_WAIT_S = 20.0
CONNECT_S = 5.0


class BadRequest(EngineError):
    """The service does not understand what it was asked."""


@dataclass(frozen=True, slots=True)
class Failure:
    """An answer that is none, as far as services differ in it: its status and what its JSON says."""

    status: int
    told: Any


@dataclass(frozen=True, slots=True)
class Patience:
    """How often a service is asked, and how long is waited before it is asked again: first, then doubled."""

    times: int = 4
    first_s: float = 0.5
    sleep: Callable[[float], None] = time.sleep


@cache
def client() -> httpx2.Client:
    """The client of this process: connections are kept for the next request. Threads share it."""
    return httpx2.Client()


def never(failure: Failure) -> bool:
    """Say that no answer means a quota that is used up."""
    return False


class Service:
    """One outside service."""

    def __init__(
        self,
        name: str,
        url: str,
        *,
        timeout_s: float,
        headers: Mapping[str, str] | None = None,
        patience: Patience | None = None,
        is_quota: Callable[[Failure], bool] = never,
    ) -> None:
        """Describe a service. is_quota: which answers mean that what was paid for is used up."""
        self.name, self._url, self._patience = name, url, patience or Patience()
        self._is_quota = is_quota
        self._timeout = httpx2.Timeout(timeout_s, connect=min(CONNECT_S, timeout_s))
        self._headers = {"User-Agent": "Twinhall", **(headers or {})}

    @property
    def host(self) -> str:
        """The server's name, for messages."""
        return httpx2.URL(self._url).host

    def get(self, path: str) -> Any:
        """Return what the service says under a path, asked once. Raises EngineError."""
        return self._ask(self._request("GET", self._url + path), times=1)

    def post(self, path: str, body: Mapping[str, Any], headers: Mapping[str, str] | None = None) -> Any:
        """Send JSON and return the JSON that comes back. Raises EngineError."""
        return self._ask(self._request("POST", self._url + path, json=body, headers=headers or {}))

    def send_form(self, url: str, form: Mapping[str, str]) -> Any:
        """Send a form to an address of its own and return the JSON that comes back. Raises EngineError."""
        return self._ask(self._request("POST", url, data=dict(form)))

    def _request(
        self, method: str, url: str, headers: Mapping[str, str] | None = None, **content: Any
    ) -> httpx2.Request:
        every = self._headers | dict(headers or {})
        return client().build_request(method, url, headers=every, timeout=self._timeout, **content)

    def _ask(self, request: httpx2.Request, times: int | None = None) -> Any:
        wait_s, times = self._patience.first_s, times or self._patience.times
        for turn in range(1, times + 1):
            last = turn == times
            try:
                answer = client().send(request)
            except httpx2.HTTPError as error:
                if last or isinstance(error, httpx2.UnsupportedProtocol):
                    raise self._unreachable(request, error) from error
                self._patience.sleep(wait_s)
            else:
                if answer.is_success:
                    return self._json(answer)
                self._judge(answer, final=last)
                self._patience.sleep(min(LONGEST_WAIT_S, max(wait_s, told_to_wait_s(answer))))
            wait_s *= 2
        raise AssertionError("the last turn returns or raises")

    def _unreachable(self, request: httpx2.Request, error: httpx2.HTTPError) -> EngineError:
        reason = "no answer in time" if isinstance(error, httpx2.TimeoutException) else type(error).__name__
        return Unreachable(f"{self.name} at {request.url.host} cannot be reached ({reason})")

    def _json(self, answer: httpx2.Response) -> Any:
        try:
            return answer.json()
        except ValueError as error:
            raise self.misunderstood() from error

    def _judge(self, answer: httpx2.Response, *, final: bool) -> None:
        """Raise what an answer means, unless the service may be asked again."""
        status = answer.status_code
        failure = Failure(status, json_of(answer))
        if self._is_quota(failure):
            raise QuotaExceeded(f"{self.name}: the quota is used up (HTTP {status}); another engine is asked")
        if status in REFUSED:
            raise KeyRefused(f"{self.name} at {self.host} refuses the key (HTTP {status})")
        if status in NOT_UNDERSTOOD:
            raise BadRequest(f"{self.name} at {self.host} does not understand the request (HTTP {status})")
        if status not in BUSY:
            raise EngineError(f"{self.name} at {self.host} refused the request (HTTP {status})")
        if final:
            raise Unreachable(f"{self.name} at {self.host} is busy (HTTP {status}): try again later")

    def misunderstood(self) -> EngineError:
        """Return the error for an answer that is not in the documented format."""
        return EngineError(f"{self.name} at {self.host} gave an answer that is not in its documented format")


def told_to_wait_s(answer: httpx2.Response) -> float:
    """Return how long the service wants us to wait, 0 if it does not say."""
    told = answer.headers.get("retry-after", "")
    return float(told) if told.replace(".", "", 1).isdigit() else 0.0


def json_of(answer: httpx2.Response) -> Any:
    """Return what an answer's JSON says, None if it has none."""
    try:
        return answer.json()
    except ValueError:
        return None


def portions(sentences: tuple[str, ...], most: int, most_characters: int) -> list[tuple[str, ...]]:
    """Return sentences in portions that a service takes at once; one that is too long alone stands alone."""
    found: list[tuple[str, ...]] = []
    portion: list[str] = []
    for sentence in sentences:
        size = sum(map(len, portion)) + len(sentence)
        if portion and (len(portion) == most or size > most_characters):
            found.append(tuple(portion))
            portion = []
        portion.append(sentence)
    return [*found, tuple(portion)] if portion else found
