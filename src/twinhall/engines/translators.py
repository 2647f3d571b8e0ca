"""The engines that translate. The only place that knows their names."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from twinhall import translation_settings
from twinhall.environment import SettingError
from twinhall.language.choice import Choice
from twinhall.language.failure import EngineError
from twinhall.language.translation import Translator
from twinhall.translation_settings import ENGINES, TranslationSettings

if TYPE_CHECKING:
    from twinhall.engines.http import Patience
    from twinhall.engines.live_translator import LiveTranslator


def marian(settings: TranslationSettings) -> Translator:
    """Firefox Translations models on this machine."""
    from twinhall.engines.marian.translator import MarianTranslator  # slow

    return MarianTranslator()


def openai(settings: TranslationSettings) -> Translator:
    """A language model behind OpenAI's interface."""
    from twinhall.engines.openai import OpenAiTranslator  # slow

    return OpenAiTranslator(
        settings.openai_url,
        settings.openai_model,
        settings.openai_key,
        settings.timeout_s,
        patience=patience(settings),
    )


def deepl(settings: TranslationSettings) -> Translator:
    """DeepL."""
    from twinhall.engines.deepl import DeeplTranslator  # slow

    return DeeplTranslator(
        settings.deepl_key, settings.deepl_url, settings.timeout_s, patience=patience(settings)
    )


def google(settings: TranslationSettings) -> Translator:
    """Google Cloud Translation."""
    from twinhall.engines.google import GoogleTranslator  # slow

    return GoogleTranslator(
        settings.google_credentials, settings.google_url, settings.timeout_s, patience=patience(settings)
    )


def papago(settings: TranslationSettings) -> Translator:
    """Papago of NAVER Cloud."""
    from twinhall.engines.papago import PapagoTranslator  # slow

    return PapagoTranslator(
        settings.papago_id,
        settings.papago_key,
        settings.papago_url,
        settings.timeout_s,
        patience=patience(settings),
    )


def libretranslate(settings: TranslationSettings) -> Translator:
    """A LibreTranslate server."""
    from twinhall.engines.libretranslate import LibreTranslator  # slow

    return LibreTranslator(
        settings.libretranslate_url,
        settings.libretranslate_key,
        settings.timeout_s,
        patience=patience(settings),
    )


def ctranslate2(settings: TranslationSettings) -> Translator:
    """OPUS-MT, M2M-100 and MADLAD models on this machine."""
    from twinhall.engines.ctranslate2 import Ct2Translator  # slow

    return Ct2Translator(settings.ctranslate2, noncommercial=settings.noncommercial)


def patience(settings: TranslationSettings) -> "Patience":
    """Return how often a busy service is asked."""
    from twinhall.engines.http import Patience  # slow

    return Patience(times=settings.tries)


MAKERS: Mapping[str, Callable[[TranslationSettings], Translator]] = {
    maker.__name__: maker for maker in (marian, openai, deepl, google, papago, libretranslate, ctranslate2)
}


class Engines(Mapping[str, Translator]):
    """Every engine by its name, made when it is first asked for."""

    def __init__(self, settings: TranslationSettings) -> None:
        self._settings = settings
        self._made: dict[str, Translator] = {}

    def __getitem__(self, name: str) -> Translator:
        if name not in self._made:
            if name not in MAKERS:
                raise EngineError(f"no engine is called {name}; there are {', '.join(MAKERS)}")
            self._made[name] = MAKERS[name](self._settings)
        return self._made[name]

    def __iter__(self) -> Iterator[str]:
        return iter(MAKERS)

    def __len__(self) -> int:
        return len(MAKERS)


@cache
def choice() -> Choice:
    """Return the engines of this installation in the order of its settings. Raises SettingError."""
    settings = translation_settings.current()
    known(settings)
    return Choice(Engines(settings), settings.order.of)


@cache
def live_translator() -> "LiveTranslator":
    """Return what translates live captions, one for all in this process. Raises SettingError.

    An engine that is busy or silent is not asked again: the next one of the settings is, or nobody.
    """
    from twinhall.engines.live_translator import LiveTranslator  # slow

    settings = translation_settings.current()
    known(settings)
    hurried = replace(settings, timeout_s=min(settings.timeout_s, settings.live_s), tries=1)
    return LiveTranslator(Choice(Engines(hurried), settings.order.of))


def choice_of(name: str) -> Choice:
    """Return one engine alone, by its name. Raises EngineError, SettingError."""
    engines = Engines(translation_settings.current())
    engines[name]
    return Choice(engines, lambda source, target: (name,))


def known(settings: TranslationSettings) -> None:
    """Make sure that the settings name engines that there are. Raises SettingError."""
    told = {*settings.order.general, *(n for names in settings.order.pairs.values() for n in names)}
    if unknown := sorted(told - set(MAKERS)):
        raise SettingError(f"{ENGINES} names {', '.join(unknown)}; there are {', '.join(MAKERS)}")
