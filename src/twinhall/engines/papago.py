"""Papago Text Translation of NAVER Cloud, by its API v1."""

from twinhall.engines.http import Failure, Patience, Service
from twinhall.language.translation import Cost, EngineFacts, Flag, Job, Rendered

LONGEST = 5000  # characters of a text
QUOTA_CODE = "400"
CODES = {"zh-Hans": "zh-CN", "zh-Hant": "zh-TW"}
KNOWN: dict[str, frozenset[str]] = {
    "ko": frozenset(["en", "ja", "zh-Hans", "zh-Hant", "vi", "th", "id", "fr", "es", "ru", "de", "it"]),
    "en": frozenset(["ja", "zh-Hans", "zh-Hant", "vi", "th", "id", "fr", "es", "ru", "de"]),
    "ja": frozenset(["zh-Hans", "zh-Hant", "vi", "th", "id", "fr"]),
    "zh-Hans": frozenset({"zh-Hant"}),
}


def used_up(failure: Failure) -> bool:
    """Say whether the quota is used up, or Text Translation was not chosen for the application."""
    error = failure.told.get("error") if isinstance(failure.told, dict) else None
    return failure.status == 429 and isinstance(error, dict) and str(error.get("errorCode")) == QUOTA_CODE


class PapagoTranslator:
    """Translates by Papago: one sentence a request, politely into Korean."""

    def __init__(
        self, client_id: str, key: str, url: str, timeout_s: float = 30, patience: Patience | None = None
    ) -> None:
        self._ready = bool(client_id and key)
        self._service = Service(
            "papago",
            url,
            timeout_s=timeout_s,
            headers={"X-NCP-APIGW-API-KEY-ID": client_id, "X-NCP-APIGW-API-KEY": key},
            patience=patience,
            is_quota=used_up,
        )

    @property
    def facts(self) -> EngineFacts:
        """What the engine is."""
        languages = frozenset(KNOWN) | frozenset().union(*KNOWN.values())
        return EngineFacts("papago", Cost.METERED, "NAVER Cloud's terms of service", languages, leaves=True)

    def lacks(self, source: str, target: str) -> str | None:
        """Say whether keys are missing, or Papago does not know the pair."""
        if not self._ready:
            return "papago needs keys: set TWINHALL_PAPAGO_ID and TWINHALL_PAPAGO_KEY"
        if target in KNOWN.get(source, ()) or source in KNOWN.get(target, ()):
            return None
        return f"papago does not translate {source}-{target}"

    def model(self, source: str, target: str) -> str:
        """Name the service; it does not say which model it used."""
        return f"Papago Text Translation v1 {source}-{target}"

    def translate(self, job: Job) -> tuple[Rendered, ...]:
        """Translate by Papago. Raises EngineError."""
        return tuple(self._one(sentence, job) for sentence in job.sentences)

    def _one(self, sentence: str, job: Job) -> Rendered:
        if len(sentence) > LONGEST:
            return Rendered("", frozenset({Flag.UNUSABLE}))
        body = {
            "source": CODES.get(job.source, job.source),
            "target": CODES.get(job.target, job.target),
            "text": sentence,
        }
        body |= {"honorific": "true"} if job.target == "ko" else {}
        answer = self._service.post("/nmt/v1/translation", body)
        try:
            text = str(answer["message"]["result"]["translatedText"])
        except (KeyError, TypeError) as error:
            raise self._service.misunderstood() from error
        return Rendered(text) if text.strip() else Rendered("", frozenset({Flag.UNUSABLE}))
