import unicodedata

import pytest

from twinhall.language.particles import Ending, choose, ending_of, refit, with_particle

C, V, R, UNKNOWN = Ending.CONSONANT, Ending.VOWEL, Ending.RIEUL, Ending.UNKNOWN


def test_a_reading_is_believed_before_the_letters():
    assert with_particle("Bach", "은(는)", "바흐") == "Bach는"


def test_both_forms_are_written_where_the_reading_is_not_known():
    assert [choose(p, ending_of("烏山")) for p in ("은", "로", "이라고", "였")] == [
        "은(는)",
        "(으)로",
        "(이)라고",
        "이었(였)",
    ]


@pytest.mark.parametrize(
    ("told", "consonant", "vowel"),
    [
        ("은(는)", "은", "는"),
        ("(으)로", "으로", "로"),
        ("(이)라고", "이라고", "라고"),
        ("가(이)", "이", "가"),
    ],
)
def test_a_particle_in_both_forms_becomes_the_right_one(told, consonant, vowel):
    assert (refit(told, C), refit(told, V)) == (consonant, vowel)


@pytest.mark.parametrize(
    "rest",
    ["가족", "와인", "나라", "이웃", "고등학교", "면사무소", " 이 회의", "", ", 그리고", "에서는", "의"],
)
def test_what_is_no_particle_stays(rest):
    assert refit(rest, C) == refit(rest, V) == rest


def test_the_copula_gets_its_vowel_after_a_consonant_and_may_keep_it_after_a_vowel():
    assert [refit(rest, C) for rest in ("다.", "지만", "이다.")] == ["이다.", "이지만", "이다."]
    assert [refit(rest, V) for rest in ("다.", "이지만", "이다.")] == ["다.", "이지만", "이다."]


@pytest.mark.parametrize(
    ("word", "ending"),
    [
        ("서울(Seoul)", R),
        ("곽상욱(郭尚旭)", C),
        ("Osan」", C),
        ("", UNKNOWN),
        ("…", UNKNOWN),
        ("🙂", UNKNOWN),
        ("제주!", V),
    ],
)
def test_what_is_not_read_does_not_count(word, ending):
    assert ending_of(word) is ending


def test_a_decomposed_word_ends_as_a_composed_one():
    assert [ending_of(unicodedata.normalize("NFD", word)) for word in ("꽝남", "Huế", "Giáp")] == [C, V, C]
