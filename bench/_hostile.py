"""An engine that knows the right translation and spoils the masks in it."""

import random
import re
from collections import Counter
from dataclasses import dataclass, field

from _term_texts import PARTICLES, put_in, right_particle

Particles = list[tuple[str, ...] | None]  # for each mask in turn, the forms of the one put behind it
TOKEN = re.compile(r"[A-Za-z][A-Za-z0-9]*|\d+")
SPOILS = (
    lambda m, r: "",
    lambda m, r: f"{m} {m}",
    lambda m, r: f"{m}s",
    lambda m, r: f"{m}{r.choice(('a', 'inho', 'ização', 'ed', '2'))}",
    lambda m, r: r.choice(("잘토르", "ザルトル", "제트", "Salto", "X")),
    lambda m, r: m[:1] + " " + m[1:],
    lambda m, r: m[:-1],
    lambda m, r: m[0] + "\u0301" + m[1:],
    lambda m, r: m[::-1],
    lambda m, r: f"{m[:2]}-{m[2:]}",
    lambda m, r: "".join(chr(ord(c) + 0xFEE0) for c in m),  # full width
)
HARMLESS = (
    str.upper,
    str.lower,
    str.title,
    lambda m: f"“{m}”",
    lambda m: f"({m})",
    lambda m: f"<b>{m}</b>",
)


@dataclass(frozen=True, slots=True)
class Answer:
    text: str
    engine: str = "hostile"
    model: str = "hostile 1"
    pivot: str | None = None
    flags: frozenset[str] = frozenset()


@dataclass
class Hostile:
    """Answers with `reference`, the masks put into it at random; each is spoilt with a probability.

    Into Korean each mask gets a particle in a random form; `particles` remembers which, mask by mask.
    """

    reference: str
    original: str
    target: str
    spoil: float
    rng: random.Random
    particles: Particles = field(default_factory=list)
    calls: int = 0

    def __call__(self, sentences: tuple[str, ...]) -> list[Answer]:
        self.calls += 1
        return [Answer(self._made(sentence)) for sentence in sentences]

    def _made(self, sentence: str) -> str:
        self.particles = []
        blank = "" if self.target == "ja" else " "
        words = [self._said(mask) + blank for mask in self._masks(sentence)]
        return put_in(self.reference, words, self.target, self.rng)

    def _masks(self, sentence: str) -> list[str]:
        new = Counter(TOKEN.findall(sentence))
        new.subtract(Counter(TOKEN.findall(self.original)))
        return [mask for mask in TOKEN.findall(sentence) if new[mask] > 0]

    def _said(self, mask: str) -> str:
        if self.rng.random() < self.spoil:
            said = self.rng.choice(SPOILS)(mask, self.rng)
        elif self.rng.random() < 0.3:
            said = self.rng.choice(HARMLESS)(mask)
        else:
            said = mask
        if self.target != "ko":
            self.particles.append(None)
            return said
        forms = self.rng.choice(PARTICLES)
        self.particles.append(forms)
        return said + self.rng.choice(forms)


def right_in_korean(text: str, form: str, particles: Particles) -> bool:
    """Say whether every place of a form in a text is followed by a particle that fits it."""
    right = {right_particle(form, forms) for forms in particles if forms}
    wrong = {p for forms in particles if forms for p in forms} - right
    for place in re.finditer(re.escape(form), text):
        rest = re.sub(r"^(?:[”)]|</b>)+", "", text[place.end() :])
        run = re.match(r"[가-힣]*", rest)
        if run and run.group() in wrong and run.group() not in right:
            return False
    return True
