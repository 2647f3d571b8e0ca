"""LibreTranslate, by its HTTP API: a server of one's own, or a hosted one."""

from functools import cached_property

from twinhall.engines.http import Failure, Patience, Service, portions
from twinhall.language.failure import EngineError
from twinhall.language.translation import Cost, EngineFacts, Flag, Job, Rendered

MOST_TEXTS = 50
MOST_CHARACTERS = 5_000
WORDS_OF_QUOTA = ("quota", "daily", "monthly", "hourly")


def used_up(failure: Failure) -> bool:
    """Say whether the server counts requests by the day, or more: by the minute is waited for."""
    told = failure.told.get("error", "") if isinstance(failure.told, dict) else ""
    return failure.status in (403, 429) and any(word in str(told).lower() for word in WORDS_OF_QUOTA)


class LibreTranslator:
    """Translates by a LibreTranslate server."""

    def __init__(self, url: str, key: str, timeout_s: float = 30, patience: Patience | None = None) -> None:
        self._url, self._key = url, key
        self._service = Service(
            "libretranslate", url, timeout_s=timeout_s, patience=patience, is_quota=used_up
        )

    @property
    def facts(self) -> EngineFacts:
        """What the engine is; a key means that somebody counts."""
        cost = Cost.METERED if self._key else Cost.FREE
        return EngineFacts(
            "libretranslate", cost, "Argos Translate models: MIT or CC0", html=True, leaves=True
        )

    def lacks(self, source: str, target: str) -> str | None:
        """Say whether a server is missing, cannot be reached, or does not know the pair."""
        if not self._url:
            return "libretranslate needs a server: set TWINHALL_LIBRETRANSLATE_URL"
        try:
            known = self._pairs
        except EngineError as error:
            return str(error)
        return None if (source, target) in known else f"libretranslate there does not do {source}-{target}"

    @cached_property
    def _pairs(self) -> frozenset[tuple[str, str]]:
        told = self._service.get("/languages")
        try:
            return frozenset((entry["code"], target) for entry in told for target in entry["targets"])
        except (KeyError, TypeError) as error:
            raise self._service.misunderstood() from error

    def model(self, source: str, target: str) -> str:
        """Name the service; it does not say which model it used."""
        return f"LibreTranslate {source}-{target}"

    def translate(self, job: Job) -> tuple[Rendered, ...]:
        """Translate by LibreTranslate. Raises EngineError."""
        rendered: list[Rendered] = []
        for portion in portions(job.sentences, MOST_TEXTS, MOST_CHARACTERS):
            body: dict[str, object] = {
                "q": list(portion),
                "source": job.source,
                "target": job.target,
                "format": "html" if job.html else "text",
            }
            body |= {"api_key": self._key} if self._key else {}
            rendered += self._texts(self._service.post("/translate", body), len(portion))
        return tuple(rendered)

    def _texts(self, answer: object, count: int) -> list[Rendered]:
        try:
            texts = answer["translatedText"]  # type: ignore[index]
        except (KeyError, TypeError) as error:
            raise self._service.misunderstood() from error
        if not isinstance(texts, list) or len(texts) != count:
            raise self._service.misunderstood()
        return [
            Rendered(str(t)) if str(t).strip() else Rendered("", frozenset({Flag.UNUSABLE})) for t in texts
        ]
