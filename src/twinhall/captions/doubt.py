"""What no listener should read: text that a recogniser made up where there were no words it could know."""

import re
import zlib
from collections.abc import Sequence

from twinhall.captions.ports import Word
from twinhall.language.guess import is_han, is_hangul, is_kana, is_latin, looks_like, share

LEAST_LETTERS = 7  # fewer do not show what language they are of
LEAST_IN_SCRIPT, FEWEST_IN_SCRIPT = 0.5, 4  # share of letters, and how many show what script they are of
LONGEST_LOOP, MOST_TIMES = 6, 3  # words, and how often anybody says them in a row
MOST_PACKED = 2.4  # bytes by compressed bytes: above it a text says the same over and over
PLAIN_MARKS = ".,!?。、？！…"

# What Whisper learned from subtitles of videos and says into noise. Only a whole utterance of it is doubted.
FROM_VIDEOS = re.compile(
    r"(?:시청\s*해\s*주\S*\s*감사합니다|구독\S*\s*(?:과|와)?\s*좋아요.*|자막\s*(?:제공|제작).*|(?:\S+\s*)?뉴스\s*\S{2,4}입니다|"
    r"(?:最後まで)?ご視聴\S*ありがとうございま(?:した|す)|チャンネル登録.*|字幕\s*(?:視聴者|by).*|"
    r"(?:hãy |xin )?(?:đăng ký|subscribe).*(?:kênh|channel).*|cảm ơn các bạn đã (?:theo dõi|xem).{0,40}|"
    r"hẹn gặp lại các bạn trong.*video.*|"
    r"thanks? (?:you )?(?:so much )?for watching(?: (?:this|the|my|our) videos?)?|"
    r"(?:please )?(?:like and )?subscribe.*|subtitles? by.*)",
    re.IGNORECASE,
)


def believed(words: Sequence[Word], language: str) -> list[Word]:
    """Return what of the recognised words of a stretch may be shown.

    What begins to go round is cut off; a stretch that does so from its first word on was never understood.
    """
    kept = without_loop(words)
    if len(kept) < len(words) and is_told_over(words, 0, len(kept)):
        return []
    return [] if is_doubtful([w.text for w in kept], language) else kept


def without_loop(words: Sequence[Word]) -> list[Word]:
    """Return words up to where the same few begin to come over and over, these once."""
    for first in range(len(words)):
        for size in range(1, LONGEST_LOOP + 1):
            if is_told_over(words, first, size):
                return list(words[: first + size])
    return list(words)


def is_told_over(words: Sequence[Word], first: int, size: int) -> bool:
    """Say whether so many words come more often in a row, from a word on, than anybody says them."""
    times = MOST_TIMES + 1
    said = [w.text.strip().strip(PLAIN_MARKS).casefold() for w in words[first : first + size * times]]
    return said == said[:size] * times and len("".join(said[:size])) > 1


def is_doubtful(words: list[str], language: str) -> bool:
    """Say whether recognised words are better not shown."""
    text = "".join(words).strip()
    return is_loop(words) or is_packed(text) or is_figures(text) or is_foreign(text, language)


def is_foreign(text: str, language: str) -> bool:
    """Say whether the letters are not those of the language: the recogniser switched to another."""
    if any(map(NEVER.get(language, is_cjk), text)):
        return True
    letters, is_own = [c for c in text if c.isalpha()], SCRIPTS.get(language)
    if is_own and len(letters) >= FEWEST_IN_SCRIPT and share(letters, is_own) < LEAST_IN_SCRIPT:
        return True
    return len(letters) >= LEAST_LETTERS and not looks_like(text, language)


def is_cjk(letter: str) -> bool:
    """Say whether a letter is one that Latin-script languages never speak in."""
    return is_hangul(letter) or is_kana(letter) or is_han(letter)


# Letters that nobody's speech in the language is written with; a foreign name comes in its own or Latin ones.
NEVER = {"ko": is_kana, "ja": is_hangul}
SCRIPTS = {"ko": is_hangul, "ja": lambda c: is_kana(c) or is_han(c), "vi": is_latin, "en": is_latin}


def is_from_videos(text: str) -> bool:
    """Say whether a text is nothing but what people say at the end of videos."""
    return FROM_VIDEOS.fullmatch(text.strip().strip(PLAIN_MARKS).strip()) is not None


def is_packed(text: str) -> bool:
    """Say whether a text repeats itself so much that it shrinks to less than half."""
    data = text.encode()
    return len(data) > 60 and len(data) / len(zlib.compress(data)) > MOST_PACKED


def is_loop(words: list[str], longest: int = 4, times: int = 3) -> bool:
    """Say whether the words end in the same few over and over: a recogniser that has lost its way."""
    for size in range(1, longest + 1):
        tail = words[-size * times :]
        if tail == tail[:size] * times and len("".join(tail[:size]).strip()) > 1:
            return True
    return False


def is_figures(text: str, most: int = 12, least_letters: float = 0.2) -> bool:
    """Say whether a text is a long row of figures with hardly a word: what a recogniser makes of no words."""
    written = [c for c in text if not c.isspace()]
    return len(written) > most and sum(c.isalpha() for c in written) < least_letters * len(written)
