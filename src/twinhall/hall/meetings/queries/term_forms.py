"""The forms of a term as they are kept, as a file has them, and the two put together."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from twinhall.hall.base.languages import Language
from twinhall.hall.translation.actions.termbase import Forms
from twinhall.hall.translation.queries import spoken
from twinhall.language.interchange.tbx import FULL
from twinhall.language.terms import Standing, Term


@dataclass(frozen=True, slots=True)
class Change:
    """What would be different. language: "" for what belongs to no language. before: "" for what is added."""

    language: str
    part: str  # preferred, pronunciation, variant, forbidden, earlier, kind, note
    before: str
    after: str


def forms_held(terms: Iterable[Term]) -> dict[str, Forms]:
    """Return the forms of a kept concept by language."""
    return {
        s.language: Forms(next(iter(s.agreed), ""), s.others, s.forbidden, s.pronunciation, s.earlier)
        for s in spoken(terms)
    }


def forms_told(terms: Iterable[Term]) -> dict[str, Forms]:
    """Return the forms that a file tells, by language; of several agreed ones the first short one counts."""
    held = list(terms)
    return {
        tag: _told([t for t in held if t.language == tag])
        for tag in Language.values
        if any(t.language == tag for t in held)
    }


def merged(held: Mapping[str, Forms], told: Mapping[str, Forms]) -> dict[str, Forms]:
    """Return kept forms with those of a file: nothing is lost, and what the file agrees on is agreed."""
    return {
        tag: _together(held.get(tag, Forms()), told.get(tag, Forms()))
        for tag in Language.values
        if tag in held or tag in told
    }


def changes_between(held: Mapping[str, Forms], after: Mapping[str, Forms]) -> list[Change]:
    """Return what is different, language by language."""
    return [
        change
        for tag in after
        for change in _changes(tag, held.get(tag, Forms()), after[tag])
        if change.before != change.after
    ]


def _told(terms: list[Term]) -> Forms:
    agreed = [t for t in terms if t.standing is Standing.PREFERRED]
    now = sorted((t for t in agreed if t.valid_until is None), key=lambda t: t.series == FULL)
    variants = [t.text for t in now[1:]] + [t.text for t in terms if t.standing is Standing.VARIANT]
    preferred = now[0].text if now else ""
    return Forms(
        preferred,
        tuple(v for v in dict.fromkeys(variants) if v != preferred),
        tuple(dict.fromkeys(t.text for t in terms if t.standing is Standing.FORBIDDEN)),
        now[0].pronunciation if now else "",
        tuple((t.text, t.valid_until) for t in agreed if t.valid_until is not None),
    )


def _together(held: Forms, told: Forms) -> Forms:
    preferred = told.preferred or held.preferred
    replaced = [held.preferred] if held.preferred and held.preferred != preferred else []
    earlier = dict(held.earlier) | dict(told.earlier)
    variants = dict.fromkeys([*held.variants, *replaced, *told.variants])
    forbidden = dict.fromkeys([*held.forbidden, *told.forbidden])
    not_variants = {preferred, *told.forbidden, *earlier}
    not_forbidden = {preferred, *told.variants, *earlier}
    same = preferred == held.preferred
    return Forms(
        preferred,
        tuple(v for v in variants if v not in not_variants),
        tuple(f for f in forbidden if f not in not_forbidden),
        told.pronunciation or (held.pronunciation if same else ""),
        tuple(sorted(earlier.items(), key=lambda pair: pair[1])),
    )


def _changes(tag: str, held: Forms, after: Forms) -> list[Change]:
    changes = [
        Change(tag, "preferred", held.preferred, after.preferred),
        Change(tag, "pronunciation", held.pronunciation, after.pronunciation),
    ]
    parts = (
        ("variant", held.variants, after.variants),
        ("forbidden", held.forbidden, after.forbidden),
        ("earlier", _dated(held), _dated(after)),
    )
    for part, before, now in parts:
        changes += [Change(tag, part, "", form) for form in now if form not in before]
        changes += [Change(tag, part, form, "") for form in before if form not in now]
    return changes


def _dated(forms: Forms) -> tuple[str, ...]:
    return tuple(f"{until.isoformat()} {form}" for form, until in forms.earlier)
