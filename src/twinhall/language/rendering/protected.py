"""What must come out of a translation exactly as it went in: links, mark-up, placeholders, emoji."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

# Every repetition has a limit: a text of megabytes without blanks must not cost the square of its length.
LINK = (
    r"(?:https?://|www\.)[^\s<>\"'「」『』（）]{1,2000}[^\s<>\"'「」『』（）.,;:!?。、)\]]"
    r"|(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,64}){1,8}"
)
TAG = r"</?[A-Za-z][^<>]{0,2000}>|<!--[^>]{0,2000}-->|&(?:[A-Za-z]{2,8}|#\d{1,6}|#x[0-9A-Fa-f]{1,6});"
PLACEHOLDER = r"%\(\w+\)[sd]|\{\{?[\w.]*\}?\}|\$\{\w+\}"
EMOJI = (
    "(?:[\U0001f1e6-\U0001f1ff]{2}|[\U0001f000-\U0001faff\u2600-\u27bf\u2b00-\u2bff]"
    "[\ufe0e\ufe0f\u20e3\U0001f3fb-\U0001f3ff]*(?:\u200d[\U0001f000-\U0001faff\u2600-\u27bf]\ufe0f?)*)+"
)
PROTECTED = re.compile(f"{LINK}|{TAG}|{PLACEHOLDER}|{EMOJI}")
INVISIBLE = re.compile("[\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]")
EDGE = re.compile(f"(?:{PROTECTED.pattern}|{INVISIBLE.pattern}|\\s)+")
NONCES = ("Zaltor", "Brexon", "Tovrin", "Kelmar", "Dorvek", "Fendar", "Gavlan", "Holgor")


@dataclass(frozen=True, slots=True)
class Shell:
    """A sentence without what stands before and behind its words."""

    before: str
    core: str
    behind: str


def shell_of(sentence: str) -> Shell:
    """Take off what is protected at the edges; direction marks inside are dropped, at the edges they stay."""
    start, end = 0, len(sentence)
    if found := EDGE.match(sentence):
        start = found.end()
    for found in EDGE.finditer(sentence, start):
        if found.end() == len(sentence):
            end = found.start()
    core = INVISIBLE.sub("", sentence[start:end])
    return Shell(sentence[:start], core, sentence[end:])


def spans_in(text: str) -> list[str]:
    """Return what is protected in a text, in order."""
    return [found.group() for found in PROTECTED.finditer(text)]


@dataclass(frozen=True, slots=True)
class Masked:
    """A text whose protected spans are invented names, which engines carry over as they carry names."""

    text: str
    names: tuple[str, ...]
    spans: tuple[str, ...]

    def restored(self, translated: str) -> str | None:
        """Return a translation with the spans put back; None unless each name is there once, in order."""
        places = [translated.find(name) for name in self.names]
        once = all(translated.count(name) == 1 for name in self.names)
        if not once or places != sorted(places):
            return None
        for name, span in zip(self.names, self.spans, strict=True):
            translated = translated.replace(name, span)
        return translated


def mask(text: str) -> Masked | None:
    """Return a text with invented names for what is protected in it; None if it has too much of that."""
    spans = spans_in(text)
    free = [name for name in NONCES if name.lower() not in text.lower()]
    if len(spans) > len(free):
        return None
    names = iter(free)
    masked = PROTECTED.sub(lambda found: spaced(next(names), text, found), text)
    return Masked(masked, tuple(free[: len(spans)]), tuple(spans))


def spaced(name: str, text: str, found: re.Match[str]) -> str:
    """Return a name apart from the letters that a tag touches, so that it is a word."""
    left = " " if found.start() and text[found.start() - 1].isalnum() else ""
    right = " " if found.end() < len(text) and text[found.end()].isalnum() else ""
    return f"{left}{name}{right}"


def parts_of(text: str) -> list[str]:
    """Return a text cut around what is protected: words at even places, protected spans at odd ones."""
    parts: list[str] = []
    at = 0
    for found in PROTECTED.finditer(text):
        parts += [text[at : found.start()], found.group()]
        at = found.end()
    return [*parts, text[at:]]


def has_words(text: str) -> bool:
    """Say whether a text has letters that a translation could change."""
    return any(c.isalpha() for c in INVISIBLE.sub("", PROTECTED.sub("", text)))


def rejoined(words: Sequence[str], parts: Sequence[str]) -> str:
    """Return parts with other words at the even places, and the blanks that stood around them."""
    told = iter(words)
    joined = ""
    for place, part in enumerate(parts):
        if place % 2 or not has_words(part):
            joined += part
            continue
        left = part[: len(part) - len(part.lstrip())]
        right = part[len(part.rstrip()) :]
        joined += left + next(told).strip() + right
    return joined
