import string

import pytest

from twinhall.captions.departures import What, departures
from twinhall.captions.report import Subject, report
from twinhall.captions.report_words import WORDS
from twinhall.captions.values import CaptionLine, Kind, Script, Segment

SCRIPT = Script("en", tuple(Segment(str(n), f"Sentence {n}.") for n in range(1, 7)))
TALK = Subject("talk.flac", 62.0, 40.0, "en", "whisper-base", "talk.txt")


def read(*said: int | str) -> list[CaptionLine]:
    """Lines of 2 s: numbers are sentences read out, texts are what was said off script."""
    return [
        CaptionLine(Kind.SCRIPT, str(s), n, 0, True, 2000 * n, 2000 * n + 2000, {"en": f"Sentence {s}."})
        if isinstance(s, int)
        else CaptionLine(Kind.SOURCE, None, n, 0, True, 2000 * n, 2000 * n + 2000, {"en": s})
        for n, s in enumerate(said)
    ]


def kinds(*said: int | str) -> list[tuple[str, tuple[int, ...]]]:
    return [(s.what, s.segments) for s in departures(read(*said), SCRIPT, "en").stretches]


def test_reading_as_written_is_one_stretch():
    assert kinds(1, 2, 3, 4, 5, 6) == [(What.READ, (0, 1, 2, 3, 4, 5))]


def test_a_sentence_read_twice_is_told():
    assert kinds(1, 2, 1, 2, 3) == [(What.READ, (0, 1)), (What.AGAIN, (0, 1)), (What.READ, (2,))]


def test_a_part_in_another_order_is_told_not_all_that_follows():
    assert kinds(1, 4, 2, 3, 5, 6) == [
        (What.READ, (0,)),
        (What.MOVED, (3,)),
        (What.READ, (1, 2)),
        (What.READ, (4, 5)),
    ]


def test_what_is_said_off_script_is_put_together():
    found = departures(read(1, "Hello", "there.", 2), SCRIPT, "en")

    assert [(s.what, s.heard, s.span.length_s) for s in found.stretches] == [
        (What.READ, "", 2.0),
        (What.OFF, "Hello there.", 4.0),
        (What.READ, "", 2.0),
    ]


def test_what_was_left_out_stands_where_it_should_have_come():
    assert departures(read(2, 3, 6), SCRIPT, "en").left_out == ((-1, (0,)), (2, (3, 4)))


def test_the_report_tells_figures_and_stretches_in_order():
    assert report(TALK, read(1, 2, "By the way.", 5, 4, 4), SCRIPT, "en") == (
        "Where the speaker left the script\n"
        "Recording: talk.flac, length 0:01:02, speech 0:00:40\n"
        "Script: talk.txt, sentences: 6\n"
        "\n"
        "Sentences read out: 4 of 6 (83 % of the speech)\n"
        "Stretches off the script: 1, 0:00:02 (17 % of the speech)\n"
        "Sentences left out: 2 (33 %)\n"
        "Sentences read again: 0\n"
        "Sentences read in another order: 1\n"
        "\n"
        "0:00:00–0:00:04  As written: 1–2\n"
        "    Left out: 3 “Sentence 3.”\n"
        "0:00:04–0:00:06  Off the script [recognised by whisper-base, checked by nobody]: By the way.\n"
        "0:00:06–0:00:08  As written: 5\n"
        "    Left out: 6 “Sentence 6.”\n"
        "0:00:08–0:00:12  In another order: 4\n"
    )


@pytest.mark.parametrize(
    ("lines", "script", "words"),
    [([], SCRIPT, "silent"), (read("Something else."), SCRIPT, "wrong_script")],
)
def test_the_report_says_when_nothing_was_read(lines, script, words):
    assert report(TALK, lines, script, "vi").splitlines()[-1] == WORDS["vi"][words]


def test_without_a_script_the_report_says_what_was_heard():
    told = report(Subject("a.mp4", 2.0, 2.0, "en", "whisper-base"), read("Hello."), None, "en")

    assert told.splitlines()[-1] == (
        "0:00:00–0:00:02  Off the script [recognised by whisper-base, checked by nobody]: Hello."
    )


def test_every_language_says_everything_with_the_same_places():
    def places(words: dict[str, str]) -> dict[str, set[str | None]]:
        return {key: {p for _, p, _, _ in string.Formatter().parse(text) if p} for key, text in words.items()}

    assert [places(words) for words in WORDS.values()] == [places(WORDS["en"])] * 4
