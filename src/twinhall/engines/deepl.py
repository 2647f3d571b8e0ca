"""DeepL, by its API v2."""

import re

from twinhall.engines.http import Failure, Patience, Service, portions
from twinhall.language.failure import EngineError
from twinhall.language.translation import Cost, EngineFacts, Flag, Job, Rendered

FREE, PRO = "https://api-free.deepl.com", "https://api.deepl.com"
FREE_KEY = ":fx"
QUOTA = 456
MOST_TEXTS = 50
MOST_CHARACTERS = 20_000  # the request may have 128 KiB; a character has up to four bytes
LANGUAGES = frozenset(
    re.findall(
        r"\w+",
        "ar bg cs da de el en es et fi fr he hu id it ja ko lt lv nb nl pl pt ro ru sk sl sv th tr uk vi zh",
    )
)
TARGETS = {"en": "EN-US", "pt": "PT-PT", "zh-Hans": "ZH-HANS", "zh-Hant": "ZH-HANT"}


def used_up(failure: Failure) -> bool:
    """Say whether the characters of this month are used up."""
    return failure.status == QUOTA


class DeeplTranslator:
    """Translates by DeepL."""

    def __init__(
        self, key: str, url: str = "", timeout_s: float = 30, patience: Patience | None = None
    ) -> None:
        """Take a key; which of DeepL's two servers it is for, it says itself."""
        self._key = key
        self._service = Service(
            "deepl",
            url or (FREE if key.endswith(FREE_KEY) else PRO),
            timeout_s=timeout_s,
            headers={"Authorization": f"DeepL-Auth-Key {key}"},
            patience=patience,
            is_quota=used_up,
        )

    @property
    def facts(self) -> EngineFacts:
        """What the engine is."""
        return EngineFacts(
            "deepl", Cost.METERED, "DeepL's terms of service", LANGUAGES, html=True, context=True, leaves=True
        )

    def lacks(self, source: str, target: str) -> str | None:
        """Say whether a key is missing, or DeepL does not know a language."""
        if not self._key:
            return "deepl needs a key: set TWINHALL_DEEPL_KEY"
        unknown = [tag for tag in (source, target) if tag.partition("-")[0] not in LANGUAGES]
        return f"deepl does not know the language {unknown[0]}" if unknown else None

    def model(self, source: str, target: str) -> str:
        """Name the service; it does not say which model it used."""
        return f"DeepL API v2 {source}-{target}"

    def translate(self, job: Job) -> tuple[Rendered, ...]:
        """Translate by DeepL. Raises EngineError."""
        rendered: list[Rendered] = []
        for portion in portions(job.sentences, MOST_TEXTS, MOST_CHARACTERS):
            body: dict[str, object] = {
                "text": list(portion),
                "source_lang": job.source.partition("-")[0].upper(),
                "target_lang": TARGETS.get(job.target, job.target.upper()),
                "split_sentences": "0",
                "preserve_formatting": True,
            }
            body |= {"context": job.before} if job.before else {}
            body |= {"tag_handling": "html"} if job.html else {}
            rendered += self._texts(self._service.post("/v2/translate", body), len(portion))
        return tuple(rendered)

    def _texts(self, answer: object, count: int) -> list[Rendered]:
        try:
            texts = [str(t["text"]) for t in answer["translations"]]  # type: ignore[index]
        except (KeyError, TypeError) as error:
            raise self._service.misunderstood() from error
        if len(texts) != count:
            raise EngineError(f"deepl gave {len(texts)} texts for {count}")
        return [Rendered(t) if t.strip() else Rendered("", frozenset({Flag.UNUSABLE})) for t in texts]
