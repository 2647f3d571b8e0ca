"""What changed in an original is marked word by word, in every language and after every kind of change."""

import unicodedata

import pytest

from tests.hall.remarks.test_drafting import at
from twinhall.hall.meetings.actions.past_remarks import undo
from twinhall.hall.meetings.actions.remarks import edit, join, move, split
from twinhall.hall.meetings.models import Remarks
from twinhall.hall.meetings.queries.comparing import compared
from twinhall.hall.meetings.queries.past import last_change
from twinhall.hall.meetings.queries.remarks import Row, terms_of, work_on


def marked(pieces) -> str:
    """Words gone in [ ], new in < >."""
    signs = {"gone": "[%s]", "new": "<%s>", "": "%s"}
    return "".join(signs[piece.kind] % piece.text for piece in pieces)


@pytest.mark.parametrize(
    ("before", "now", "language", "told"),
    [
        ("마음을 담아 보냈습니다.", "뜻을 담아 보냈습니다.", "ko", "[마음을]<뜻을> 담아 보냈습니다."),
        ("2004년, 시작했습니다.", "2004년에 시작했습니다.", "ko", "[2004년,]<2004년에> 시작했습니다."),
        ("Xin cảm ơn quý vị.", "Xin trân trọng cảm ơn.", "vi", "Xin< trân trọng> cảm ơn[ quý vị]."),
        ("日高市長の発言です。", "烏山市長の発言です。", "ja", "[日高市長]<烏山市長>の発言です。"),
        ("ビデオを送りました。", "動画を送りました。", "ja", "[ビデオ]<動画>を送りました。"),
        ("We met in 2004.", "We met in 2005.", "en", "We met in [2004]<2005>."),
    ],
)
def test_words_are_marked_and_not_letters(before, now, language, told):
    assert marked(compared(before, now, language)) == told


def test_diacritics_written_in_another_way_are_no_change():
    words = "Tỉnh Quảng Nam"

    assert compared(words, unicodedata.normalize("NFD", words), "vi") == ()


def row(remarks: Remarks, position: int) -> Row:
    return work_on(remarks, "vi", terms_of(remarks.item.meeting)).rows[position - 1]


def test_the_change_is_shown_from_the_words_that_were_translated(speech, officer, approve):
    approve(at(speech, 3), "Xin cảm ơn.")
    edit(at(speech, 3).pk, "고맙습니다.", seen=1, by=officer)
    edit(at(speech, 3).pk, "대단히 감사합니다.", seen=2, by=officer)

    assert marked(row(speech, 3).change) == "<대단히 >감사합니다."


def test_words_that_came_back_are_said_to_have(speech, officer, approve):
    approve(at(speech, 3), "Xin cảm ơn.")
    edit(at(speech, 3).pk, "고맙습니다.", seen=1, by=officer)
    edit(at(speech, 3).pk, "감사합니다.", seen=2, by=officer)

    assert (row(speech, 3).standing, row(speech, 3).change, row(speech, 3).again) == ("stale", (), True)


def test_both_halves_of_a_cut_sentence_show_what_went(speech, officer, approve):
    edit(at(speech, 3).pk, "반갑습니다. 감사합니다.", seen=1, by=officer)
    approve(at(speech, 3), "Rất vui. Xin cảm ơn.")

    split(at(speech, 3).pk, "반갑습니다.", "감사합니다.", seen=2, by=officer)

    assert marked(row(speech, 3).change) == "반갑습니다.[ 감사합니다.]"
    assert marked(row(speech, 4).change) == "[반갑습니다. ]감사합니다."


def test_a_joined_sentence_shows_what_came(speech, officer, approve):
    approve(at(speech, 2), "Tôi là Kwak Sang-wook.")
    join(at(speech, 2).pk, seen=1, by=officer)

    assert marked(row(speech, 2).change) == "오산시장 곽상욱입니다.< 감사합니다.>"


def test_only_the_second_of_two_joined_was_translated(speech, officer, approve):
    approve(at(speech, 3), "Xin cảm ơn.")
    join(at(speech, 2).pk, seen=1, by=officer)

    assert marked(row(speech, 2).change) == "<오산시장 곽상욱입니다. >감사합니다."


def test_a_moved_sentence_has_not_changed(speech, officer, approve):
    approve(at(speech, 3), "Xin cảm ơn.")
    move(at(speech, 3).pk, -1, by=officer)

    assert (row(speech, 2).standing, row(speech, 2).change) == ("approved", ())


def test_what_is_undone_is_current_again(speech, officer, approve):
    approve(at(speech, 3), "Xin cảm ơn.")
    edit(at(speech, 3).pk, "고맙습니다.", seen=1, by=officer)

    undo(speech.pk, last_change(speech).pk, by=officer)

    assert (row(speech, 3).standing, row(speech, 3).change) == ("approved", ())
