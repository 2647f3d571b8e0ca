"""Which engines translate here, and how they are reached: TWINHALL_* variables, read once.

Keys come from the environment alone and are shown nowhere. docs/operator/translation.md lists each setting.
"""

import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from urllib.parse import urlsplit

from twinhall.environment import SettingError

ENGINES = "TWINHALL_TRANSLATORS"
DEFAULT_ORDER = ("marian",)
MODEL_LIST = (
    "https://firefox.settings.services.mozilla.com/v1/buckets/main/collections/translations-models-v2/records"
)


@dataclass(frozen=True, slots=True)
class Order:
    """Engines in the order in which they are asked: for all pairs, and for pairs with their own order."""

    general: tuple[str, ...] = DEFAULT_ORDER
    pairs: Mapping[tuple[str, str], tuple[str, ...]] = field(default_factory=dict)

    def of(self, source: str, target: str) -> tuple[str, ...]:
        """Return the engines for a pair, first choice first."""
        return self.pairs.get((source, target), self.general)


@dataclass(frozen=True, slots=True)
class TranslationSettings:
    """What this installation was told about translating; "" where it was told nothing."""

    order: Order = field(default_factory=Order)
    model_list: str = MODEL_LIST
    noncommercial: bool = False  # weights that may not be used commercially are taken
    timeout_s: float = 30.0  # of one request to an outside engine
    tries: int = 4  # of one request, while the engine says that it is busy
    live_s: float = (
        5.0  # how old a live caption may be when its translation begins, and how long that may take
    )
    ctranslate2: Path | None = None  # a folder of model folders

    openai_url: str = ""
    openai_model: str = ""
    openai_key: str = field(default="", repr=False)
    deepl_url: str = ""
    deepl_key: str = field(default="", repr=False)
    google_url: str = "https://translation.googleapis.com"
    google_credentials: Path | None = None  # a service account's JSON file
    papago_url: str = "https://papago.apigw.ntruss.com"
    papago_id: str = field(default="", repr=False)
    papago_key: str = field(default="", repr=False)
    libretranslate_url: str = ""
    libretranslate_key: str = field(default="", repr=False)


@cache
def current() -> TranslationSettings:
    """The settings of this process. Raises SettingError."""
    return read(os.environ)


def read(variables: Mapping[str, str]) -> TranslationSettings:
    """Turn variables into settings. Raises SettingError, which names the variable and never shows a key."""
    plain = TranslationSettings()
    return TranslationSettings(
        order=order_of(variables.get(ENGINES, "")),
        model_list=address(variables, "TWINHALL_MODEL_LIST") or plain.model_list,
        noncommercial=switch(variables, "TWINHALL_NONCOMMERCIAL_MODELS"),
        timeout_s=seconds(variables, "TWINHALL_TRANSLATOR_TIMEOUT", plain.timeout_s),
        live_s=seconds(variables, "TWINHALL_LIVE_TRANSLATOR_TIMEOUT", plain.live_s),
        ctranslate2=folder(variables, "TWINHALL_CTRANSLATE2"),
        openai_url=address(variables, "TWINHALL_OPENAI_URL"),
        openai_model=variables.get("TWINHALL_OPENAI_MODEL", "").strip(),
        openai_key=variables.get("TWINHALL_OPENAI_KEY", "").strip(),
        deepl_url=address(variables, "TWINHALL_DEEPL_URL"),
        deepl_key=variables.get("TWINHALL_DEEPL_KEY", "").strip(),
        google_url=address(variables, "TWINHALL_GOOGLE_URL") or plain.google_url,
        google_credentials=folder(variables, "TWINHALL_GOOGLE_CREDENTIALS"),
        papago_url=address(variables, "TWINHALL_PAPAGO_URL") or plain.papago_url,
        papago_id=variables.get("TWINHALL_PAPAGO_ID", "").strip(),
        papago_key=variables.get("TWINHALL_PAPAGO_KEY", "").strip(),
        libretranslate_url=address(variables, "TWINHALL_LIBRETRANSLATE_URL"),
        libretranslate_key=variables.get("TWINHALL_LIBRETRANSLATE_KEY", "").strip(),
    )


def order_of(told: str) -> Order:
    """Read "marian,openai; ko-vi=deepl,marian": engines for all pairs, then for some. Raises SettingError."""
    general: tuple[str, ...] = ()
    pairs: dict[tuple[str, str], tuple[str, ...]] = {}
    for part in filter(None, (p.strip() for p in told.split(";"))):
        pair, equals, names = part.rpartition("=")
        engines = tuple(filter(None, (name.strip() for name in names.split(","))))
        source, dash, target = pair.strip().partition("-")
        if not engines or (equals and not (source and dash and target)) or (general and not equals):
            raise SettingError(f"{ENGINES} must be like 'marian,openai; ko-vi=deepl,marian', not {told!r}")
        if equals:
            pairs[source, target] = engines
        else:
            general = engines
    return Order(general or DEFAULT_ORDER, pairs)


def address(variables: Mapping[str, str], name: str) -> str:
    """Return an address without a slash at its end, "" if none was told. Raises SettingError."""
    told = variables.get(name, "").strip().rstrip("/")
    parts = urlsplit(told)
    if told and not (parts.scheme in ("http", "https") and parts.hostname):
        raise SettingError(f"{name} must start with https:// (or http:// inside your own network)")
    return told


def switch(variables: Mapping[str, str], name: str) -> bool:
    """Return whether something was turned on."""
    told = variables.get(name, "").strip().lower()
    if told not in ("", "0", "no", "1", "yes"):
        raise SettingError(f"{name} must be yes or no, not {told!r}")
    return told in ("1", "yes")


def seconds(variables: Mapping[str, str], name: str, default: float) -> float:
    """Return a time."""
    told = variables.get(name, "").strip()
    try:
        found = float(told) if told else default
    except ValueError:
        found = 0.0
    if not 0 < found <= 600:
        raise SettingError(f"{name} must be seconds, more than 0 and at most 600, not {told!r}")
    return found


def folder(variables: Mapping[str, str], name: str) -> Path | None:
    """Return a path, absolute; None if none was told."""
    told = variables.get(name, "").strip()
    return Path(told).expanduser().absolute() if told else None
