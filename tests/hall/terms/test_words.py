"""Whatever can be wrong with a file of terms has words, on the pages and on the command line."""

import pytest

from twinhall.commands import of_terms
from twinhall.hall.meetings.documents.values import Caution, Refusal
from twinhall.hall.web import file_words, term_file_words
from twinhall.language.interchange.term_values import BadTermFile, Fault, Reason, Rejected


@pytest.mark.parametrize("line", [0, 7])
@pytest.mark.parametrize("fault", Fault)
def test_every_fault_has_words(fault, line):
    error = BadTermFile(fault, line, "9")

    for words in (term_file_words.why_no_terms(error), of_terms.why_bad(error)):
        assert words
        assert not set("%{}") & set(words)


@pytest.mark.parametrize("reason", Reason)
def test_every_reason_has_words(reason):
    rejected = Rejected(7, reason, "relation 오산 – 꽝남")

    for words in (term_file_words.why_left_out(rejected), of_terms.why_rejected(rejected)):
        assert words
        assert not set("%{}") & set(words)


def test_every_refusal_and_caution_of_remarks_has_words():
    assert set(file_words.REFUSALS) == set(Refusal)
    assert set(file_words.CAUTIONS) == set(Caution)
