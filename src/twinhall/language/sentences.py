"""Cuts texts into sentences."""

import re

import sentencex

from twinhall.language.languages import CLOSING

ENUMERATOR = re.compile(r"(?:[가-하]|\d{1,3}|[A-Za-z]|[IVX]{1,5})[.)]")
ENDS_IN_NUMBER = re.compile(r"\d\.$")
ABBREVIATIONS = {
    "vi": (
        "TP.",
        "Tp.",
        "TX.",
        "TT.",
        "Q.",
        "P.",
        "TS.",
        "ThS.",
        "PGS.",
        "GS.",
        "BS.",
        "KTS.",
        "KS.",
        "Ô.",
        "St.",
    ),
    "en": ("Gov.", "Hon.", "Rep.", "Sen.", "Amb."),
}
GOES_ON_BEHIND_QUOTE = {
    "ko": re.compile(r"(?:이?라[고며는면던]|하[고며는]|고 |며 |는 |란 |이란 |입니다|이었|였)"),
    "ja": re.compile(r"(?:と|って|は|が|を|に|の|も|で|へ|や|など|から|まで)"),
}


def split_sentences(text: str, language: str) -> list[str]:
    """Return the sentences of a text in order, without blanks around them; a line break always ends one.

    Dates and numbers ("3. 10."), titles, enumerators and quoted speech stay whole.
    """
    return [sentence for line in text.splitlines() for sentence in sentences_of_line(line, language)]


def sentences_of_line(line: str, language: str) -> list[str]:
    """Return the sentences of one paragraph."""
    sentences: list[str] = []
    for piece in sentencex.segment(language, line):
        if sentences and belongs_together(sentences[-1], piece, language):
            sentences[-1] += piece
        else:
            sentences.append(piece)
    return [s.strip() for s in sentences if s.strip()]


def belongs_together(left: str, right: str, language: str) -> bool:
    """Say whether what was cut is one sentence after all."""
    end, start = left.rstrip(), right.lstrip()
    if not end or not start:
        return True
    if start[0] in CLOSING.strip("\"'") or not re.search(r"\w", end):
        return True
    if is_aside(start) or ENUMERATOR.fullmatch(end):
        return True
    if end.endswith(".") and left == end and end[-2:-1].isascii() and right == start:
        return True  # no blank behind an ASCII full stop: inside a number, a name, an address
    if ENDS_IN_NUMBER.search(end) and (language == "ko" or start[0].isdigit()):
        return True
    if end[-1] in CLOSING and (rule := GOES_ON_BEHIND_QUOTE.get(language)):
        return rule.match(start) is not None
    return end.split()[-1] in ABBREVIATIONS.get(language, ())


def is_aside(text: str) -> bool:
    """Say whether a piece is nothing but a remark in brackets, like （笑）."""
    return text[0] in "(（[［" and text.rstrip()[-1] in ")）]］" and len(text) < 12
