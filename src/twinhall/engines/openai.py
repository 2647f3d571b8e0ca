"""Any server that speaks OpenAI's chat completions: Ollama, vLLM, llama.cpp, or a hosted one.

What is to be translated is data: it travels as JSON in the user's message, the system's message says so, and
what comes back is taken only if it has the same numbers and can be a translation of that number's sentence.
"""

import json
import threading
from collections.abc import Sequence
from typing import Any

from twinhall.engines.http import BadRequest, Failure, Patience, Service, portions
from twinhall.engines.openai_prompt import SCHEMA, system_message, user_message
from twinhall.language.plausible import can_render
from twinhall.language.translation import Cost, EngineFacts, Flag, Job, Rendered

MOST_TEXTS = 20
MOST_CHARACTERS = 4_000
QUOTA_CODES = ("insufficient_quota", "billing_hard_limit_reached", "billing_not_active")
LOCAL = ("localhost", "127.0.0.1", "::1")
FORMATS: tuple[dict[str, Any], ...] = (
    {"response_format": {"type": "json_schema", "json_schema": SCHEMA}},
    {"response_format": {"type": "json_object"}},
    {},
)


def used_up(failure: Failure) -> bool:
    """Say whether the credit is used up; too many requests a minute are waited for."""
    error = failure.told.get("error") if isinstance(failure.told, dict) else None
    if not isinstance(error, dict):
        return failure.status == 402
    return failure.status == 402 or error.get("code") in QUOTA_CODES or error.get("type") in QUOTA_CODES


class OpenAiTranslator:
    """Translates by a language model. It knows the text before, and the terms, as hints."""

    def __init__(
        self, url: str, model: str, key: str, timeout_s: float = 60, patience: Patience | None = None
    ) -> None:
        """url: up to and with /v1. The key may be missing: servers of one's own need none."""
        self._url, self._model = url, model
        self._service = Service(
            "openai",
            url,
            timeout_s=timeout_s,
            headers={"Authorization": f"Bearer {key}"} if key else {},
            patience=patience,
            is_quota=used_up,
        )
        self._choosing = threading.Lock()
        self._formats = FORMATS

    @property
    def facts(self) -> EngineFacts:
        """What the engine is; a server on this machine costs nothing and hears nothing it should not."""
        here = self._service.host in LOCAL if self._url else True
        cost = Cost.FREE if here else Cost.METERED
        return EngineFacts(
            "openai", cost, f"that of the model {self._model}", context=True, terms=True, leaves=not here
        )

    def lacks(self, source: str, target: str) -> str | None:
        """Say whether the server or the model is missing."""
        if not (self._url and self._model):
            return "openai needs a server and a model: set TWINHALL_OPENAI_URL and TWINHALL_OPENAI_MODEL"
        return None

    def model(self, source: str, target: str) -> str:
        """Name the model as the server knows it."""
        return f"{self._model} {source}-{target}"

    def translate(self, job: Job) -> tuple[Rendered, ...]:
        """Translate by a language model; what is no translation is asked for again. Raises EngineError."""
        found: list[str | None] = []
        before = job.before
        for portion in portions(job.sentences, MOST_TEXTS, MOST_CHARACTERS):
            texts = self._ask(job, portion, before)
            for place, text in enumerate(texts):
                if text is None:
                    texts[place] = self._ask(job, portion[place : place + 1], before)[0]
            found += texts
            before = " ".join(portion)
        return tuple(
            Rendered("", frozenset({Flag.UNUSABLE})) if text is None else Rendered(text) for text in found
        )

    def _ask(self, job: Job, portion: Sequence[str], before: str) -> list[str | None]:
        """Return a text for each sentence, None where the answer has none that can be its translation."""
        body = {
            "model": self._model,
            "temperature": 0,
            "messages": [
                {"role": "system", "content": system_message(job.source, job.target)},
                {"role": "user", "content": user_message(portion, before, job.terms)},
            ],
        }
        told = translations_in(self._complete(body))
        texts = [told.get(number) for number in range(1, len(portion) + 1)]
        if any(number not in range(1, len(portion) + 1) for number in told):
            return [None] * len(portion)
        return [
            text if text is not None and can_render(sentence, text, job.source, job.target) else None
            for sentence, text in zip(portion, texts, strict=True)
        ]

    def _complete(self, body: dict[str, Any]) -> str:
        """Return what the model says, in the strictest format that the server knows."""
        formats = self._formats
        for number, how in enumerate(formats):
            try:
                answer = self._service.post("/chat/completions", body | how)
            except BadRequest:
                if number + 1 == len(formats):
                    raise
                continue
            with self._choosing:
                self._formats = formats[number:]
            try:
                return str(answer["choices"][0]["message"]["content"] or "")
            except (KeyError, IndexError, TypeError) as error:
                raise self._service.misunderstood() from error
        raise AssertionError("the last format returns or raises")


def translations_in(said: str) -> dict[int, str]:
    """Return the numbered texts in what a model said; nothing that is not in the agreed form."""
    start, end = said.find("{"), said.rfind("}")
    try:
        told = json.loads(said[start : end + 1])["translations"]
        numbers = [(t["number"], t["text"]) for t in told]
    except (ValueError, KeyError, TypeError):
        return {}
    return {n: t.strip() for n, t in numbers if isinstance(n, int) and isinstance(t, str) and t.strip()}
