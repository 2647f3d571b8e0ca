"""Concepts and real sentences in which they are said, for bench/terms.py."""

import csv
import random
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from twinhall.demo.sample import world
from twinhall.language.terms import Concept, Kind, Term, Termbase

DATA = Path(__file__).resolve().parents[2] / "shared" / "data"
NAME = re.compile(r"(?<=[a-z,] )[A-Z][a-z]+(?: [A-Z][a-z]+)*(?![\w-])")  # inside a sentence
MOST_TERMS = 3  # in a sentence
PARTICLES = (  # after a consonant, after a vowel, after ㄹ; the last behind which nothing changes
    ("은", "는", "은"),
    ("이", "가", "이"),
    ("을", "를", "을"),
    ("과", "와", "과"),
    ("으로", "로", "로"),
    ("과의", "와의", "과의"),
    ("으로부터", "로부터", "로부터"),
    ("이라고", "라고", "이라고"),
    ("이었습니다", "였습니다", "이었습니다"),
    ("에서", "에서", "에서"),
    ("의", "의", "의"),
)


@dataclass(frozen=True, slots=True)
class Sentence:
    """A real pair of sentences, and the terms said in the source: (source form, right target form)."""

    source: str
    reference: str
    said: tuple[tuple[str, str], ...]


def concepts() -> list[Concept]:
    """Cities, people and titles of the sample, agreed words, and the provinces of Viet Nam."""
    made = [_concept(f"city-{key}", Kind.CITY, city.short, city.full) for key, city in world().cities.items()]
    for key in ("osan_mayor", "quang_nam_chairman"):
        person = world().people[key]
        made.append(_concept(f"person-{key}", Kind.PERSON, person.name))
        made.append(_concept(f"title-{key}", Kind.TITLE, person.title))
    made += [_concept(f"term-{n}", Kind.PROGRAMME, term.preferred) for n, term in enumerate(world().terms)]
    known = {term.text for concept in made for term in concept.terms}
    with (DATA / "terms" / "vn_provinces_ko.tsv").open(encoding="utf-8") as file:
        for row in csv.DictReader(file, delimiter="\t"):
            if row["vi"] not in known:
                made.append(_province(row["iso"], row["vi"], row["ko_cldr"]))
    return made


def parallel(source: str, target: str) -> list[tuple[str, str]]:
    """Return FLORES and NTREX sentences in two languages."""
    pairs: list[tuple[str, str]] = []
    for name in ("flores200_dev.tsv", "ntrex_docs_001-060.tsv"):
        with (DATA / "parallel" / name).open(encoding="utf-8") as file:
            rows = csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
            pairs += [(row[source], row[target]) for row in rows if row[source] and row[target]]
    return pairs


def sentences(source: str, target: str, termbase: Termbase, count: int, seed: int) -> list[Sentence]:
    """Return real sentences, one to three terms put into each at a place between words."""
    rng = random.Random(seed)
    usable = [(s, t) for c in termbase for s, t in _pairs(c, source, target)]
    pairs = [p for p in parallel(source, target) if not termbase.finder(source).find(p[0])]
    made: list[Sentence] = []
    while len(made) < count:
        text, reference = pairs[len(made) % len(pairs)]
        said = tuple(rng.choice(usable) for _ in range(rng.choice((1, 1, 2, MOST_TERMS))))
        made.append(Sentence(_put_in(text, [s for s, _ in said], source, rng), reference, said))
    return made


def names_in_portuguese(termbase: Termbase) -> Termbase:
    """Return the cities and people with the forms that Portuguese writes as English does."""
    names = [c for c in termbase if c.kind in (Kind.CITY, Kind.PERSON)]
    return Termbase(
        replace(c, terms=(*c.terms, *(replace(t, language="pt") for t in c.terms if _same(t)))) for c in names
    )


def names_replaced(
    texts: Sequence[str], source: str, target: str, termbase: Termbase, seed: int
) -> list[Sentence]:
    """Return the sentences that name someone or somewhere, up to three of these names replaced by ours."""
    rng = random.Random(seed)
    usable = [(s, t) for c in termbase for s, t in _pairs(c, source, target)]
    made: list[Sentence] = []
    for text in texts:
        found = list(NAME.finditer(text))[:MOST_TERMS]
        said = tuple(rng.choice(usable) for _ in found)
        for match, (form, _) in reversed(list(zip(found, said, strict=True))):
            text = text[: match.start()] + form + text[match.end() :]
        made += [Sentence(text, "", said)] if found else []
    return made


def _same(term: Term) -> bool:
    return term.language == "en" and not term.series


def right_particle(form: str, particles: Sequence[str]) -> str:
    """Return the particle that follows hangul, told from its last syllable alone; elsewhere its reading."""
    last = form[-1]
    if not "가" <= last <= "힣":
        last = {"9": "구"}[last]  # 코로나19
    final = (ord(last) - 0xAC00) % 28
    return particles[1 if final == 0 else 2 if final == 8 else 0]


def places(text: str, language: str) -> list[int]:
    """Return where a word can be put into a sentence."""
    if language == "ja":
        return [0] + [m.end() for m in re.finditer(r"[、はをにがで]", text)]
    return [0] + [m.end() for m in re.finditer(r"(?<=[^\W\d_]) ", text)]


def put_in(text: str, words: Sequence[str], language: str, rng: random.Random) -> str:
    """Return a sentence with words put in, each at a place of the sentence as it was."""
    order = sorted(zip(rng.choices(places(text, language), k=len(words)), words, strict=True), reverse=True)
    for at, word in order:
        text = text[:at] + word + text[at:]
    return text


def _put_in(text: str, forms: Sequence[str], language: str, rng: random.Random) -> str:
    words = []
    for form in forms:
        if language == "ko":
            form += right_particle(form, rng.choice(PARTICLES))
        words.append(form + rng.choice("はをのがに") if language == "ja" else f"{form} ")
    return put_in(text, words, language, rng)


def _pairs(concept: Concept, source: str, target: str) -> list[tuple[str, str]]:
    by = {(t.language, t.series): t.text for t in concept.terms}
    return [
        (by[source, series], by[target, series])
        for series in ("", "full")
        if (source, series) in by and (target, series) in by
    ]


def _concept(key: str, kind: Kind, short: dict[str, str], full: dict[str, str] | None = None) -> Concept:
    terms = [Term(tag, text) for tag, text in short.items()]
    terms += [Term(tag, _inside(text, tag), series="full") for tag, text in (full or {}).items()]
    return Concept(key, tuple(terms), kind)


def _province(iso: str, vietnamese: str, korean: str) -> Concept:
    short, _, area = korean.partition(" ")
    vietnamese = vietnamese.removeprefix("Thành phố ")
    terms = [Term("ko", short), Term("vi", vietnamese), Term("en", vietnamese)]
    if area == "성":
        terms += [
            Term("ko", short + area, series="full"),
            Term("vi", f"tỉnh {vietnamese}", series="full"),
            Term("en", f"{vietnamese} Province", series="full"),
        ]
    return Concept(iso, tuple(terms), Kind.CITY)


def _inside(full: str, language: str) -> str:
    """Thành phố Osan is thành phố Osan inside a sentence."""
    return full[0].lower() + full[1:] if language == "vi" and full.startswith(("Thành", "Tỉnh")) else full
