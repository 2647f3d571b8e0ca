"""What public guidelines ask of subtitles. Sources and how sure they are: docs/developer/subtitles.md"""

import unicodedata
from dataclasses import dataclass

LINES = 2
LEAST_S = 5 / 6
MOST_S = 7.0
GAP_S = 2 / 24  # between two subtitles
CHAINED_S = 0.5  # a shorter gap is closed to GAP_S
OVERTIME_S = 1.5  # how long a subtitle may stay after the speech, so that it can be read


@dataclass(frozen=True, slots=True)
class Guideline:
    """The measures of one language's subtitles.

    line: longest line; reading: characters a second that viewers can read. Where `wide`, a Latin letter, a
    figure, a blank and punctuation of half width count for half a character.
    """

    line: float
    reading: float
    wide: bool = False

    def width(self, text: str) -> float:
        """Return how many characters a text counts for."""
        text = unicodedata.normalize("NFC", text)
        if not self.wide:
            return float(len(text))
        return sum(1.0 if unicodedata.east_asian_width(c) in "WF" else 0.5 for c in text)


TRANSLATED = {
    "ko": Guideline(16, 12, wide=True),
    "vi": Guideline(42, 17),
    "ja": Guideline(13, 4, wide=True),
    "en": Guideline(42, 20),
}
VERBATIM = TRANSLATED | {"ko": Guideline(16, 14, wide=True), "ja": Guideline(16, 7, wide=True)}
"""In the language that is spoken, where viewers hear what they read."""

DEFAULT = Guideline(42, 17)


def guideline(language: str, spoken: str) -> Guideline:
    """Return the measures of a language's subtitles under a spoken one, or those of most in Latin script."""
    return (VERBATIM if language == spoken else TRANSLATED).get(language, DEFAULT)
