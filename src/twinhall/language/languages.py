"""The languages that are known here, and how each is written."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Language:
    """A language: its BCP 47 tag and its own name for itself."""

    tag: str
    name: str
    script: str  # ISO 15924
    line_length: int  # characters of a subtitle line


KOREAN = Language("ko", "한국어", "Kore", line_length=22)
VIETNAMESE = Language("vi", "Tiếng Việt", "Latn", line_length=42)
JAPANESE = Language("ja", "日本語", "Jpan", line_length=20)
ENGLISH = Language("en", "English", "Latn", line_length=42)

LANGUAGES = {language.tag: language for language in (KOREAN, VIETNAMESE, JAPANESE, ENGLISH)}

DEFAULT_LINE_LENGTH = 42
SENTENCE_ENDS = ".?!。？！…｡"
CLOSING = "\"'”’»)]}」』）］〉》"


def ends_sentence(text: str) -> bool:
    """Say whether a text ends with the end of a sentence, closing quotes and brackets allowed."""
    return text.rstrip().rstrip(CLOSING)[-1:] in tuple(SENTENCE_ENDS)
