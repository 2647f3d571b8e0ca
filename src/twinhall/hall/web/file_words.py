"""Why a file cannot be used, and what to look at before it is, in words."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from twinhall.hall.base.languages import Language
from twinhall.hall.meetings.documents.values import (
    MOST_BYTES,
    MOST_SENTENCES,
    Caution,
    Refusal,
    Warning,
)

REFUSALS: dict[str, str | Promise] = {
    Refusal.EMPTY: _("There is no text in it."),
    Refusal.TOO_LARGE: _("The file is larger than %(most)s MB. Remove its pictures, or paste the text."),
    Refusal.TOO_MANY: _(
        "It holds %(detail)s sentences. Remarks of one speaker hold %(sentences)s at most, some six hours of"
        " speech. Bring in only what this speaker says in this item."
    ),
    Refusal.UNPACKS_TOO_LARGE: _(
        "Unpacked, the document is larger than %(detail)s MB. Paste the text instead."
    ),
    Refusal.ENCODING: _(
        "Its characters cannot be told for certain. Save the file as UTF-8 and choose it again."
    ),
    Refusal.NOT_TEXT: _("It is not a text, whatever its name says. Choose a text, Word, XLIFF or TSV file."),
    Refusal.OLD_WORD: _("It is an old Word document (DOC). Open it and save it as a Word document (DOCX)."),
    Refusal.HANGUL: _("It is a Hangul document. Open it in Hangul and save it as a Word document (DOCX)."),
    Refusal.PDF: _("It is a PDF. Copy its text and paste it, or choose the Word document it was made from."),
    Refusal.RICH_TEXT: _("It is an RTF document. Open it and save it as a Word document (DOCX)."),
    Refusal.SPREADSHEET: _("It is a spreadsheet. Save the sheet as CSV or TSV, with a column a language."),
    Refusal.OTHER_PACKAGE: _("It is a package of another kind. Save the document as a Word document (DOCX)."),
    Refusal.MACROS: _("The document carries macros. Save it as a Word document without macros (DOCX)."),
    Refusal.DAMAGED: _("The file is damaged or cut off. Save it anew and choose it again."),
    Refusal.DAMAGED_AT: _(
        "The file is damaged or cut off at line %(detail)s. Save it anew and choose it again."
    ),
    Refusal.ENCODING_OF_XML: _(
        "Line %(detail)s is not in the encoding that the file names. Save the file as UTF-8 and choose it"
        " again."
    ),
    Refusal.ENTITIES: _("The file declares entities of its own, which is not safe. Save it without them."),
    Refusal.NOT_XLIFF: _("It is an XML file, but not XLIFF."),
    Refusal.OTHER_LANGUAGE: _(
        "The file is made for another original language (%(detail)s), not the speaker’s."
    ),
    Refusal.NO_SOURCE_COLUMN: _(
        "No column of the table is in the speaker’s language. Name it in the first row, like ko."
    ),
}

CAUTIONS: dict[str, str | Promise] = {
    Caution.NOT_THIS_LANGUAGE: _("The text does not look like %(language)s, which this speaker speaks."),
    Caution.VERSION_NOT_ITS_LANGUAGE: _("The translation does not look like %(language)s."),
    Caution.NO_SOURCE: _("Line %(line)s has a translation but no original; it is left out."),
    Caution.LONG_SENTENCE: _("Line %(line)s has a very long sentence. Cut it, so that it fits the screen."),
    Caution.OUTSIDE_TABLE: _("Text outside the table is left out: %(detail)s paragraphs."),
    Caution.TRACKED_CHANGES: _("The document holds tracked changes. They are read as if they were accepted."),
    Caution.TABLE_AS_TEXT: _("The table at line %(line)s is read as text: its columns name no languages."),
    Caution.OTHER_FILES: _("Left out, since the original is in another language: %(detail)s sentences."),
    Caution.NOTES: _("Notes in the file are shown with their sentences. They are not kept."),
    Caution.TABLE_LEFT_OUT: _("The table at line %(line)s is left out: its columns name no languages."),
    Caution.BAD_CUE: _("Line %(line)s is left out: it is no subtitle with a time."),
    Caution.UNKNOWN_COLUMN: _("Left out, since nobody in the meeting speaks it: %(detail)s."),
}


def why_refused(reason: str, detail: str) -> str:
    """Return why a file cannot be used and what to do, in the reader's language."""
    told = {
        "detail": detail,
        "most": MOST_BYTES // 1024 // 1024,
        "sentences": MOST_SENTENCES,
    }
    return str(REFUSALS[reason]) % told


def what_to_see(warning: Warning, language: str) -> str:
    """Return a warning in words. language: the speaker's."""
    named = warning.detail if warning.code == Caution.VERSION_NOT_ITS_LANGUAGE else language
    told = {"line": warning.line, "detail": warning.detail, "language": Language(named).label}
    return str(CAUTIONS[warning.code]) % told
