"""Names in hangul that are nearly right: 광남 for 꽝남, 레 반 중 for 레 반 둥."""

import re
import unicodedata
from collections.abc import Iterable, Iterator

from twinhall.language.folding import Folded, fold, fold_term
from twinhall.language.terms.boundaries import stands_alone
from twinhall.language.terms.lexicon import Lexicon
from twinhall.language.terms.near_values import Meaning, NearMiss, without_overlaps
from twinhall.language.terms.sounds import distance, is_foreign, jamo, korean_as_heard

AREA = re.compile(r"(?<=..)[시성도군구현]$")
LONG = 3  # syllables, without 시 or 성: what two of them are like says little
GAP = "*"
MOST_OFF = 2  # jamo of the one syllable that differs


class NearKorean:
    """Names ready to be found misspelt. Cost: 3 µs a syllable of the text, however many names."""

    def __init__(self, names: Iterable[Meaning], known: Iterable[str]) -> None:
        self._known = {fold_term(text, "ko") for text in known}
        held = [(fold_term(name[1].text, "ko"), name) for name in names]
        self._heard: Lexicon[Meaning] = Lexicon(
            (korean_as_heard(spelling), name) for form, name in held for spelling in (form, _contracted(form))
        )
        self._gaps: dict[str, list[tuple[str, Meaning]]] = {}
        for form, name in held:
            if len(AREA.sub("", form)) >= LONG:
                for n in range(len(form)):
                    self._gaps.setdefault(form[:n] + GAP + form[n + 1 :], []).append((form, name))
        self._sizes = sorted({len(gap) for gap in self._gaps})

    def find(self, text: str) -> list[NearMiss]:
        """Return the near misses in order; a name that stands as any known form is none."""
        folded = fold(text, "ko")
        return without_overlaps([*self._by_sound(text, folded), *self._slips(text, folded)])

    def _by_sound(self, text: str, folded: Folded) -> Iterator[NearMiss]:
        heard = korean_as_heard(folded.text)
        for place in self._heard.places(heard):
            for end, names in self._heard.at(heard, place):
                written = folded.text[place:end]
                start, stop = folded.starts[place], folded.ends[end - 1]
                if written in self._known or not stands_alone(text, start, stop, "ko"):
                    continue
                for concept, term in names:
                    if _tells(written, fold_term(term.text, "ko")):
                        yield NearMiss(start, stop, concept, term, certain=True)

    def _slips(self, text: str, folded: Folded) -> Iterator[NearMiss]:
        for place in range(len(folded.text)):
            for size in self._sizes:
                written = folded.text[place : place + size]
                if len(written) < size or not "가" <= written[0] <= "힣":
                    break
                for n in range(size):
                    for form, (concept, term) in self._gaps.get(written[:n] + GAP + written[n + 1 :], ()):
                        if distance(jamo(written[n]), jamo(form[n]), MOST_OFF) > MOST_OFF - (size == LONG):
                            continue
                        start, stop = folded.starts[place], folded.ends[place + size - 1]
                        if written not in self._known and stands_alone(text, start, stop, "ko"):
                            yield NearMiss(start, stop, concept, term, certain=False)


def _tells(written: str, name: str) -> bool:
    """Two syllables prove it where one is a tense sound of a foreign name: 광남, not 사전 for 사천."""
    if len(name) >= LONG:
        return True
    off = [b for a, b in zip(written, name, strict=False) if a != b]
    return len(off) == 1 and is_foreign(off[0])


def _contracted(name: str) -> str:
    """레찌타인 is also heard as 레찌탄."""
    parts = unicodedata.normalize("NFD", name)
    return unicodedata.normalize("NFC", parts.replace("\u1161\u110b\u1175\u11ab", "\u1161\u11ab"))
