"""What no listener should read: text that a recogniser made up where there were no words it could know."""

import re
import zlib

from twinhall.language.guess import is_han, is_hangul, is_kana, looks_like

LEAST_LETTERS = 7  # fewer do not show what language they are of
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


def is_doubtful(words: list[str], language: str) -> bool:
    """Say whether recognised words are better not shown."""
    text = "".join(words).strip()
    return is_loop(words) or is_packed(text) or is_figures(text) or is_foreign(text, language)


def is_foreign(text: str, language: str) -> bool:
    """Say whether the letters are not those of the language: the recogniser switched to another."""
    if any(map(NEVER.get(language, is_cjk), text)):
        return True
    letters = sum(c.isalpha() for c in text)
    return letters >= LEAST_LETTERS and not looks_like(text, language)


def is_cjk(letter: str) -> bool:
    """Say whether a letter is one that Latin-script languages never speak in."""
    return is_hangul(letter) or is_kana(letter) or is_han(letter)


# Letters that nobody's speech in the language is written with; a foreign name comes in its own or Latin ones.
NEVER = {"ko": is_kana, "ja": is_hangul}


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
        is_told_over = len(tail) == size * times and tail == tail[:size] * times
        if is_told_over and len("".join(tail[:size]).strip()) > 1:
            return True
    return False


def is_figures(text: str, most: int = 12, least_letters: float = 0.2) -> bool:
    """Say whether a text is a long row of figures with hardly a word: what a recogniser makes of no words."""
    written = [c for c in text if not c.isspace()]
    return len(written) > most and sum(c.isalpha() for c in written) < least_letters * len(written)
