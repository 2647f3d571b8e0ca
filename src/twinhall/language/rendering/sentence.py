"""A sentence made ready for an engine, and put together again from what the engine gave."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from twinhall.language.choice import Translation
from twinhall.language.rendering.exact import Rendering
from twinhall.language.rendering.protected import (
    Masked,
    Shell,
    has_words,
    mask,
    parts_of,
    rejoined,
    shell_of,
)
from twinhall.language.translation import Flag


@dataclass(frozen=True, slots=True)
class Prepared:
    """A sentence without its edges, masked; or one that stands as it is, and why.

    words: what is translated one by one if masks are lost. known: what a memory has for it.
    """

    source: str
    shell: Shell
    masked: Masked | None
    words: tuple[str, ...]
    stands: Flag | None
    known: Rendering | None = None

    def whole(self, rendering: Rendering) -> Rendering | None:
        """Return the sentence translated as a whole, None if a mask was lost."""
        translation = rendering.translation
        if not translation.text:
            return rendering.with_text(self.source)
        if self.masked is None:
            return None
        text = self.masked.restored(translation.text)
        if text is None:
            return None
        return rendering.with_text(self.shell.before + text.strip() + self.shell.behind)

    def in_parts(self, renderings: Sequence[Rendering]) -> Rendering:
        """Return the sentence from its words translated one by one, or as it stands."""
        if self.known is not None:
            return self.known
        if self.stands or not renderings:
            stands = frozenset({self.stands or Flag.NO_WORDS})
            return Rendering(Translation(self.source, "", "", None, stands))
        if not all(r.translation.text for r in renderings):
            undone = next(r.translation for r in renderings if not r.translation.text)
            return Rendering(replace(undone, text=self.source))
        parts = parts_of(self.shell.core)
        text = rejoined([r.translation.text for r in renderings], parts)
        flags: frozenset[str] = frozenset({str(Flag.PARTS)}).union(*(r.translation.flags for r in renderings))
        first = renderings[0]
        whole = self.shell.before + text + self.shell.behind
        return replace(
            first,
            translation=replace(first.translation, text=whole, flags=flags),
            terms=tuple(term for r in renderings for term in r.terms),
        )


def prepared(sentence: str, stands: Flag | None, known: Rendering | None = None) -> Prepared:
    """Make a sentence ready; one without words stands as it is, one that is known is not translated anew."""
    shell = shell_of(sentence)
    if known is not None:
        return Prepared(sentence, shell, None, (), None, known)
    if not has_words(shell.core):
        stands = Flag.NO_WORDS
    if stands:
        return Prepared(sentence, shell, None, (), stands)
    words = tuple(part.strip() for part in parts_of(shell.core)[::2] if has_words(part))
    return Prepared(sentence, shell, mask(shell.core), words, None)
