"""Names in katakana that are nearly right: クァンナム for クアンナム."""

import re
import unicodedata
from collections.abc import Iterable, Iterator

from twinhall.language.terms.near_values import Meaning, NearMiss, without_overlaps
from twinhall.language.terms.sounds import distance, katakana_as_heard

RUN = re.compile(r"[ァ-ヺー]+(?:[・=＝ ][ァ-ヺー]+)*")
PROVES, LONG = 4, 5  # letters for the same sound, for one letter off


class NearKatakana:
    """Names ready to be found misspelt, where they stand as a whole run of katakana."""

    def __init__(self, names: Iterable[Meaning], known: Iterable[str]) -> None:
        self._known = {_plain(text) for text in known}
        self._heard: dict[str, list[Meaning]] = {}
        self._gaps: dict[str, list[tuple[str, Meaning]]] = {}
        for name in names:
            run = RUN.match(unicodedata.normalize("NFKC", name[1].text))
            heard = katakana_as_heard(run.group()) if run else ""
            if len(heard) >= PROVES:
                self._heard.setdefault(heard, []).append(name)
            if len(heard) >= LONG:
                for gap in _gaps(heard):
                    self._gaps.setdefault(gap, []).append((heard, name))

    def find(self, text: str) -> list[NearMiss]:
        """Return the near misses in order; a name that stands as any known form is none."""
        return without_overlaps(near for run in RUN.finditer(text) for near in self._about(run))

    def _about(self, run: re.Match[str]) -> Iterator[NearMiss]:
        heard = katakana_as_heard(run.group())
        if _plain(run.group()) in self._known:
            return
        for concept, term in self._heard.get(heard, ()):
            yield NearMiss(run.start(), run.end(), concept, term, certain=True)
        if len(heard) < LONG:
            return
        for gap in _gaps(heard):
            for name, (concept, term) in self._gaps.get(gap, ()):
                if name[0] == heard[0] and distance(name, heard, 1) == 1:
                    yield NearMiss(run.start(), run.end(), concept, term, certain=False)


def _plain(text: str) -> str:
    run = RUN.match(unicodedata.normalize("NFKC", text))
    return re.sub("[・=＝ ]", "", run.group()) if run else ""


def _gaps(word: str) -> list[str]:
    return [word] + [word[:n] + word[n + 1 :] for n in range(len(word))]
