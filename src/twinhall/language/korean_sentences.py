"""Cuts Korean that is written without full stops, as transcripts are, where its sentences end."""

import re
from functools import cache
from typing import Any

LONG = 60  # characters without a full stop: below it one sentence is taken for one
PUNCTUATED = re.compile(r"[.?!。？！…][\s\"'”’)」』]*\s")
FORMAL_END = re.compile(
    r"(?:니다|니까|세요|시오|어요|아요|에요|예요|네요|지요|죠|했다|였다|었다|았다|한다|된다)\s+(?=\S)"
)


def split_unpunctuated(sentence: str, language: str) -> list[str]:
    """Return the sentences of a run of Korean; anything else as it is.

    Where kiwipiepy is installed it decides; else a sentence ends behind its formal or plain last syllables.
    """
    if language != "ko" or len(sentence) < LONG or PUNCTUATED.search(sentence):
        return [sentence]
    kiwi = analyser()
    if kiwi is not None:
        return [str(found.text) for found in kiwi.split_into_sents(sentence) if found.text.strip()]
    ends = [found.end() for found in FORMAL_END.finditer(sentence)]
    return [sentence[a:b].strip() for a, b in zip([0, *ends], [*ends, len(sentence)], strict=True)]


@cache
def analyser() -> Any:
    """Return kiwipiepy's analyser, None if it is not installed. Cost: a second and 300 MB the first time."""
    try:
        from kiwipiepy import Kiwi  # optional
    except ImportError:
        return None
    return Kiwi(num_workers=1)
