"""Written text as it is said aloud: figures, dates, money, units and abbreviations in words."""

import re
from collections.abc import Callable

from twinhall.language.spoken.english import english
from twinhall.language.spoken.figures import plain_figures
from twinhall.language.spoken.japanese import japanese
from twinhall.language.spoken.korean import korean
from twinhall.language.spoken.vietnamese import vietnamese

__all__ = ["spoken"]

SPEAKERS: dict[str, Callable[[str], str]] = {
    "ko": korean,
    "vi": vietnamese,
    "ja": japanese,
    "en": english,
}
WRITTEN_SHORT = re.compile(
    r"[\d%‰&$€£¥₩₫℃㎞㎡㎢]|[A-ZĐ]{2}|\b[A-Z]\b|\b(?:Mr|Mrs|Ms|Dr|No|St|TP|vs)\.", re.ASCII
)


def spoken(text: str, language: str) -> str:
    """Return a text as it is read out; one in which everything is written in words comes back as it is.

    A language without rules of its own keeps its figures. Speakers differ (a phone number, "4G", "100주년"):
    this is the reading of official speech. Saying it again changes nothing. Cost: .1 ms a sentence.
    """
    say = SPEAKERS.get(language)
    text_in_figures = plain_figures(text)
    if say is None or not WRITTEN_SHORT.search(text_in_figures):
        return text
    return say(text_in_figures)
