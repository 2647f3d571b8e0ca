"""Plain text, a sentence or several a line."""

from twinhall.hall.meetings.documents.values import (
    Document,
    Expected,
    Format,
    Refusal,
    Sentence,
    Unusable,
)
from twinhall.language.interchange import encodings
from twinhall.language.sentences import sentences_of_line


def decode(data: bytes, language: str) -> tuple[str, str]:
    """Return the text and the name of its encoding. Raises Unusable."""
    try:
        return encodings.decode(data, language)
    except encodings.Undecodable as error:
        raise Unusable(Refusal(error.fault)) from error


def read_text(text: str, expected: Expected, encoding: str) -> Document:
    """Return the sentences of a text; a line break always ends one."""
    sentences = tuple(
        Sentence(sentence, number)
        for number, line in enumerate(text.splitlines(), 1)
        for sentence in sentences_of_line(line.strip(), expected.language)
    )
    return Document(Format.TEXT, sentences, encoding=encoding)
