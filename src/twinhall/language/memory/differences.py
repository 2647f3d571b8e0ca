"""What a sentence of the memory says differently from the one here."""

import re

from rapidfuzz.distance import Indel

from twinhall.language.memory.values import Mark

WORDS = re.compile(r"\d+(?:[.,:]\d+)*|\s+|[^\W\d_]+|.", re.DOTALL)
LETTERS = re.compile(r"\d+(?:[.,:]\d+)*|.", re.DOTALL)
UNSPACED = re.compile(r"[\u3040-\u30ff\u4e00-\u9fff]")


def marks(there: str, here: str) -> tuple[Mark, ...]:
    """Return the words of both in order, marked where only one has them. Figures are words of their own.

    Kana and kanji are compared letter by letter: nothing shows there where a word ends.
    """
    pattern = LETTERS if UNSPACED.search(there + here) else WORDS
    old, new = pattern.findall(there), pattern.findall(here)
    pieces: list[Mark] = []
    for step in Indel.opcodes(old, new):
        there_words, here_words = old[step.src_start : step.src_end], new[step.dest_start : step.dest_end]
        if step.tag == "equal":
            pieces.append(Mark("".join(there_words)))
            continue
        pieces += _mark(there_words, "gone") + _mark(here_words, "new")
    return _joined(pieces)


def _mark(words: list[str], kind: str) -> list[Mark]:
    return [Mark("".join(words), kind, any(w[0].isdigit() for w in words))] if words else []


def _joined(pieces: list[Mark]) -> tuple[Mark, ...]:
    """Join what was cut too finely: a change, a blank, a change is one, first what goes, then what comes."""
    whole: list[Mark] = []
    run: list[Mark] = []
    for n, piece in enumerate(pieces):
        between = not piece.kind and not piece.text.strip() and run and n + 1 < len(pieces)
        if piece.kind or between:
            run.append(piece)
            continue
        whole += _told(run)
        run = []
        whole.append(piece)
    return tuple(whole + _told(run))


def _told(run: list[Mark]) -> list[Mark]:
    found = []
    for kind in ("gone", "new"):
        text = "".join(m.text for m in run if m.kind in (kind, ""))
        if any(m.kind == kind for m in run):
            found.append(Mark(text, kind, any(m.number for m in run if m.kind == kind)))
    return found
