"""What the memory finds: nothing but the same is 100, nothing under 75, and nobody sees another's."""

import unicodedata

import pytest

from twinhall.language.memory import Mark, MatchKind, Memory, Pair

SIGNED = "오산시와 꽝남성은 2004년 자매결연을 맺었습니다."
SIGNED_VI = "Thành phố Osan và tỉnh Quảng Nam kết nghĩa năm 2004."
THANKS = "감사합니다."


@pytest.fixture
def memory() -> Memory:
    return Memory(
        [
            Pair(1, SIGNED, SIGNED_VI, before="존경하는 위원장님."),
            Pair(2, THANKS, "Xin cảm ơn.", before="오늘 반가웠습니다."),
            Pair(3, THANKS, "Xin trân trọng cảm ơn!", before=""),
        ]
    )


def told(matches) -> list[tuple[int, int, str]]:
    return [(match.pair.id, match.score, str(match.kind)) for match in matches]


@pytest.mark.parametrize(
    "same",
    [
        SIGNED,
        f"  {SIGNED} ",
        SIGNED.replace(" ", "\u00a0"),
        SIGNED.replace(" ", "  "),
        unicodedata.normalize("NFD", SIGNED),
        SIGNED.replace("자매", "자\u200b매"),
    ],
)
def test_the_same_sentence_is_exact_whatever_its_blanks_and_composition(memory, same):
    assert told(memory.find(same)) == [(1, 100, "exact")]


@pytest.mark.parametrize(
    "other",
    [
        SIGNED.replace("2004", "2005"),
        SIGNED.replace(".", "!"),
        SIGNED.rstrip("."),
        SIGNED.replace("2004년", "２００４년"),
    ],
)
def test_another_figure_or_mark_is_never_exact(memory, other):
    (match,) = memory.find(other)

    assert match.kind is MatchKind.FUZZY
    assert 75 <= match.score < 100


def test_a_figure_that_differs_is_marked(memory):
    (match,) = memory.find(SIGNED.replace("2004", "2005"))

    assert match.numbers_differ
    assert match.marks == (
        Mark("오산시와 꽝남성은 "),
        Mark("2004", "gone", number=True),
        Mark("2005", "new", number=True),
        Mark("년 자매결연을 맺었습니다."),
    )


def test_words_that_differ_are_marked_and_are_no_figures(memory):
    (match,) = memory.find(SIGNED.replace("꽝남성은", "히다카시는"))

    assert not match.numbers_differ
    assert [m for m in match.marks if m.kind] == [Mark("꽝남성은", "gone"), Mark("히다카시는", "new")]


def test_japanese_is_compared_letter_by_letter():
    memory = Memory(
        [Pair(1, "日高市は1996年に姉妹都市となりました。", "히다카시는 1996년에 자매도시가 되었습니다.")]
    )

    (match,) = memory.find("日高市は1997年に友好都市となりました。")

    assert [m.text for m in match.marks if m.kind] == ["1996", "1997", "姉妹", "友好"]
    assert match.numbers_differ


def test_a_long_sentence_that_differs_in_one_letter_is_99_not_100():
    long = "가나다라마바사아자차카타파하" * 20
    memory = Memory([Pair(1, long, "dài")])

    assert told(memory.find(long + ".")) == [(1, 99, "fuzzy")]


def test_under_75_per_cent_nothing_is_found(memory):
    assert memory.find("오산시와 꽝남성은 체육 분야에서 새로 협력하기로 했습니다.") == []
    assert Memory([Pair(1, "abcd", "x")]).find("abce")[0].score == 75
    assert Memory([Pair(1, "abc", "x")]).find("abd") == []


@pytest.mark.parametrize("empty", ["", "   ", "\u200b"])
def test_nothing_is_found_for_nothing(memory, empty):
    assert memory.find(empty) == []
    assert Memory().find(SIGNED) == []


def test_the_same_sentence_before_it_puts_a_pair_first(memory):
    assert told(memory.find(THANKS, "오늘  반가웠습니다.")) == [(2, 100, "context"), (3, 100, "exact")]
    assert told(memory.find(THANKS, "")) == [(3, 100, "context"), (2, 100, "exact")]
    assert told(memory.find(THANKS, None)) == [(3, 100, "exact"), (2, 100, "exact")]


def test_a_translation_is_told_once_and_the_latest_pair_of_it(memory):
    for number in range(10, 30):
        memory.put(Pair(number, THANKS, "Xin cảm ơn."))

    assert told(memory.find(THANKS)) == [(29, 100, "exact"), (3, 100, "exact")]


def test_at_most_as_many_as_asked_for_the_best_first(memory):
    for number in range(10, 20):
        memory.put(Pair(number, SIGNED.replace("2004", f"20{number}"), f"năm 20{number}"))

    assert [m.score for m in memory.find(SIGNED, most=3)] == [100, 96, 92]
    assert len(memory.find(SIGNED, most=5)) == 5


def test_what_is_put_in_is_found_at_once_and_what_is_removed_no_more(memory):
    memory.put(Pair(9, "새로운 문장입니다.", "Câu mới."))
    memory.put(Pair(1, "바뀐 문장입니다.", "Câu đã đổi."))
    memory.remove(2)
    memory.remove(77)

    assert told(memory.find("새로운 문장입니다!")) == [(9, 90, "fuzzy")]
    assert memory.find(SIGNED) == []
    assert told(memory.find(THANKS)) == [(3, 100, "exact")]
    assert len(memory) == 3


def test_a_memory_counted_anew_finds_the_same(memory):
    for number in range(10, 1200):
        memory.put(Pair(number, f"문장 {number}번입니다, 잘 들어 주십시오.", f"Câu {number}."))
    asked = ["문장 500번입니다, 잘 들어 주십시오.", "문장 50번입니다 잘 들어 주십시오.", SIGNED, THANKS]

    anew = memory.settled()

    assert (memory.needs_settling, anew.needs_settling) == (True, False)
    assert [told(anew.find(a)) for a in asked] == [told(memory.find(a)) for a in asked]


def test_nobody_sees_the_pairs_of_others():
    memory = Memory([Pair(1, SIGNED, "của Hidaka", scope=7), Pair(2, SIGNED + "!", "của mọi người")])
    memory.put(Pair(3, SIGNED, "mới của Paju", scope=8))
    near = SIGNED.replace("2004", "2005")

    assert told(memory.find(SIGNED, scopes={7})) == [(1, 100, "exact"), (2, 96, "fuzzy")]
    assert [m.pair.id for m in memory.find(SIGNED, scopes={9})] == [2]
    assert [m.pair.id for m in memory.find(near, scopes={8})] == [3, 2]
    assert [m.pair.id for m in memory.find(near, scopes=())] == [2]
    assert [m.pair.id for m in memory.find(near)] == [3, 1, 2]


def test_a_pair_that_is_not_wanted_stays_out(memory):
    assert told(memory.find(THANKS, without={3})) == [(2, 100, "exact")]


def test_pairs_of_others_never_push_the_own_one_out():
    others = [Pair(n, f"{SIGNED} ({n})", f"{n}", scope=1) for n in range(100, 400)]
    memory = Memory([Pair(1, f"{SIGNED} 그리고", "của tôi", scope=2), *others])

    assert [m.pair.id for m in memory.find(f"{SIGNED} (1)", scopes={2})] == [1]


def test_a_text_of_two_megabytes_is_no_sentence_to_look_for(memory):
    assert memory.find(SIGNED * 70_000) == []
