"""Which kept term or name a term of a file is."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from twinhall.hall.meetings.queries.term_forms import forms_told
from twinhall.hall.translation import models
from twinhall.hall.translation.actions.termbase import Forms
from twinhall.hall.translation.enums import ConceptKind
from twinhall.hall.translation.queries import Named
from twinhall.language.folding import fold_term
from twinhall.language.interchange.term_values import Entry
from twinhall.language.terms import Concept, Kind, Standing

Key = tuple[str, str]  # language and folded form


def key_of(language: str, form: str) -> Key:
    """Return what forms are compared by: blanks in Korean, case and unseen marks make no difference."""
    return language, fold_term(form, language)


class AgreedTerms:
    """Agreed terms of one place, each of which at most one term of a file is."""

    def __init__(self, rows: Iterable[tuple[models.Concept, Mapping[str, Forms]]]) -> None:
        self._held = {row.pk: (row, forms) for row, forms in rows}
        self._by_form: dict[Key, list[int]] = defaultdict(list)
        for pk, (_, forms) in self._held.items():
            for language, told in forms.items():
                if told.preferred:
                    self._by_form[key_of(language, told.preferred)].append(pk)

    def matches(self, entries: Sequence[Entry]) -> dict[Entry, models.Concept]:
        """Return for each entry the term that agrees in more languages than not, the closest first.

        Where as many disagree as agree, kind or id decide: a homonym of another kind is another term.
        """
        pairs = [
            (score, -pk, entry)
            for entry in entries
            for pk, score in self._scores(entry, forms_told(entry.concept.terms))
        ]
        pairs.sort(key=lambda pair: (pair[0], pair[1]), reverse=True)
        found: dict[Entry, models.Concept] = {}
        taken: set[int] = set()
        for _, negative, entry in pairs:
            if entry not in found and -negative not in taken:
                taken.add(-negative)
                found[entry] = self._held[-negative][0]
        return found

    def agreeing(self, told: Mapping[str, Forms]) -> list[Mapping[str, Forms]]:
        """Return the forms of each term that agrees with an entry in some language."""
        return [self._held[pk][1] for pk in self._candidates(told)]

    def _scores(self, entry: Entry, told: Mapping[str, Forms]) -> Iterator[tuple[int, tuple[int, bool]]]:
        for pk in self._candidates(told):
            agree, differ = self._compared(pk, told)
            same_id = entry.concept.id in (str(pk), f"c{pk}")
            same_kind = not entry.says_kind or entry.concept.kind == self._held[pk][0].kind
            if same_id or agree > differ or (agree == differ and same_kind):
                yield pk, (agree - differ, same_id)

    def _candidates(self, told: Mapping[str, Forms]) -> list[int]:
        keys = [key_of(tag, forms.preferred) for tag, forms in told.items() if forms.preferred]
        return list(dict.fromkeys(pk for key in keys for pk in self._by_form.get(key, ())))

    def _compared(self, pk: int, told: Mapping[str, Forms]) -> tuple[int, int]:
        held = self._held[pk][1]
        both = [
            (key_of(tag, held[tag].preferred), key_of(tag, forms.preferred))
            for tag, forms in told.items()
            if tag in held and held[tag].preferred and forms.preferred
        ]
        agree = sum(a == b for a, b in both)
        return agree, len(both) - agree


class KeptNames:
    """Names of cities, people and titles, by any of their forms of any time."""

    def __init__(self, names: Mapping[Named, Concept]) -> None:
        self.names = names
        self._by_form: dict[Key, list[Named]] = defaultdict(list)
        for named, concept in names.items():
            for term in concept.terms:
                self._by_form[key_of(term.language, term.text)].append(named)

    def match(self, entry: Entry) -> Named | None:
        """Return the name with which an entry shares forms in most languages, None if it is no name."""
        kinds = (Kind.PERSON, Kind.CITY, Kind.TITLE)
        if entry.says_kind and entry.concept.kind not in (*kinds, Kind.OTHER):
            return None
        shared: dict[Named, set[str]] = defaultdict(set)
        for term in entry.concept.terms:
            if term.standing is Standing.PREFERRED:
                for named in self._by_form.get(key_of(term.language, term.text), ()):
                    shared[named].add(term.language)
        if entry.says_kind and entry.concept.kind in kinds:
            shared = {n: tags for n, tags in shared.items() if n.kind == ConceptKind(entry.concept.kind)}
        return max(shared, key=lambda named: len(shared[named]), default=None)

    def agreed(self, named: Named, language: str) -> list[str]:
        """Return the forms of a name in a language, today's first."""
        terms = [t for t in self.names[named].terms if t.language == language]
        return [t.text for t in sorted(terms, key=lambda t: t.valid_until is not None)]
