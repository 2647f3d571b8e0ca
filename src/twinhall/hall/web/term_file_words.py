"""Why a file of terms cannot be used, why an entry of it is left out, and what would change, in words."""

from django.utils.functional import Promise
from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from twinhall.hall.translation.enums import ConceptKind, Scope
from twinhall.language.interchange.term_files import LONGEST, MOST_BYTES, MOST_ENTRIES
from twinhall.language.interchange.term_values import BadTermFile, Fault, Reason, Rejected

FAULTS: dict[str, str | Promise] = {
    Fault.EMPTY: _("There is no term in it."),
    Fault.TOO_LARGE: _("The file is larger than %(most)s MB. Bring its terms in several files."),
    Fault.TOO_MANY: _("It holds %(detail)s terms. At most %(entries)s can be brought in at once."),
    Fault.NOT_TEXT: _("It is neither TBX nor a table. Choose a TBX or CSV file."),
    Fault.ENCODING: _(
        "Its characters cannot be told for certain. Save the file as UTF-8 and choose it again."
    ),
    Fault.ENTITIES: _("The file declares entities of its own, which is not safe. Save it without them."),
    Fault.DAMAGED: _("The file is damaged or cut off. Save it anew and choose it again."),
    Fault.NOT_TBX: _("It is an XML file, but not TBX."),
    Fault.NO_HEADINGS: _(
        "The first row must name the languages of the columns, two at least: ko and vi, or Korean and"
        " Vietnamese."
    ),
    Fault.PACKAGE: _("It is a spreadsheet or another package. Save the sheet as CSV."),
}
AT_LINE = {
    Fault.ENCODING: _(
        "Line %(detail)s is not in the encoding that the file names. Save the file as UTF-8 and choose it"
        " again."
    ),
    Fault.DAMAGED: _("The file is damaged or cut off at line %(detail)s. Save it anew and choose it again."),
}
REASONS: dict[str, str | Promise] = {
    Reason.NO_FORM: _("It has no form in any language of the hall."),
    Reason.NO_LANGUAGE: _("The file does not say what language %(detail)s is in."),
    Reason.ONE_LANGUAGE: _("%(detail)s: the agreed form is needed in two languages at least."),
    Reason.NOT_TODAY: _("%(detail)s: there is a former form in a language, but none of today."),
    Reason.BAD_DATE: _("%(detail)s is not a date. Write it as 2025-07-01."),
    Reason.BAD_FORMER: _("%(detail)s: write the day until which it held, a blank, and the form."),
    Reason.BAD_KIND: _("%(detail)s is not a kind of term."),
    Reason.TOO_LONG: _("%(detail)s… has more than %(longest)s characters."),
    Reason.UNPRINTABLE: _("%(detail)s holds characters that cannot be seen or printed."),
    Reason.NOT_HANGUL: _("%(detail)s: the reading must be in Korean letters."),
    Reason.AGREED_AND_FORBIDDEN: _("%(detail)s is agreed and not to be used at once."),
    Reason.DUPLICATE: _("It is the same as line %(detail)s."),
    Reason.TOO_MANY_CELLS: _("The row has more cells than there are headings."),
    Reason.NO_PLACE: _("The file does not say where it holds. Bring it in again and choose a place."),
    Reason.UNKNOWN_PLACE: _("You cannot agree on terms for where it is said to hold: %(detail)s."),
}
PARTS: dict[str, str | Promise] = {
    "preferred": _("Agreed form"),
    "pronunciation": _("As Koreans read it"),
    "variant": _("Other forms"),
    "forbidden": _("Not to be used"),
    "earlier": _("Former forms"),
    "kind": _("Kind"),
    "note": _("Note"),
}
NOWHERE = pgettext_lazy("where a term holds", "not said")


def why_no_terms(error: BadTermFile) -> str:
    """Return why a file cannot be used and what to do, in the reader's language."""
    told = {
        "detail": error.line if error.fault in AT_LINE and error.line else error.detail,
        "most": MOST_BYTES // 1024 // 1024,
        "entries": MOST_ENTRIES,
    }
    words = AT_LINE.get(error.fault, FAULTS[error.fault]) if error.line else FAULTS[error.fault]
    return str(words) % told


def why_left_out(rejected: Rejected) -> str:
    """Return why an entry is not taken, in the reader's language."""
    detail = rejected.detail
    if rejected.reason is Reason.UNKNOWN_PLACE:
        scope, _blank, place = detail.partition(" ")
        label = str(Scope(scope).label) if scope in Scope.values else str(NOWHERE)
        detail = gettext("%(scope)s, %(place)s") % {"scope": label, "place": place} if place else label
    return str(REASONS[rejected.reason]) % {"detail": detail, "longest": LONGEST}


def part_words(part: str) -> str:
    """Return what a part of a term is called."""
    return str(PARTS[part])


def value_words(part: str, value: str) -> str:
    """Return a value as it is shown: a kind by its name, everything else as it stands."""
    return str(ConceptKind(value).label) if part == "kind" and value else value
