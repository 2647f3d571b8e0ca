from twinhall.language.places import Match, ScriptIndex, said_once

SENTENCES = [
    "존경하는 위원장님 안녕하십니까",
    "두 도시는 이천사년에 자매결연을 맺었습니다",
    "앞으로 경제와 체육 분야로 교류를 넓히겠습니다",
]


def test_a_sentence_is_found_by_what_was_heard_of_it():
    assert ScriptIndex(SENTENCES, "ko").places("두 도시는 이천사년", 1) == [Match(1, 0.0, 1.0)]


def test_a_misheard_sentence_is_found_all_the_same():
    assert ScriptIndex(SENTENCES, "ko").places("경제하고 채육 분야에", 1)[0].sentence == 2


def test_the_middle_of_a_sentence_is_told_by_its_share():
    (match,) = ScriptIndex(SENTENCES, "ko").places("자매결연을 맺었습니다", 1)

    assert (match.sentence, 0.3 < match.share < 0.7) == (1, True)


def test_what_is_not_in_the_script_is_not_found():
    assert ScriptIndex(SENTENCES, "ko").places("ㅋ", 3) == []
    assert ScriptIndex([], "ko").places("안녕하십니까", 3) == []
    assert ScriptIndex(["...", "!"], "ko").places("안녕하십니까", 3) == []


def test_a_sentence_without_sounds_does_not_shift_the_others():
    assert ScriptIndex(["...", *SENTENCES], "ko").places("두 도시는 이천사년", 1) == [Match(2, 0.0, 1.0)]


def test_sentences_are_found_from_when_they_are_read_out():
    index = ScriptIndex(SENTENCES, "ko", at_once=1)
    before = [match.sentence for match in index.places("경제와 체육 분야로", 3)]
    alike = index.likeness("앞으로 경제와 체육 분야로", 2, 2)
    index.extend(1)
    index.extend(9)

    assert 2 not in before
    assert alike == (1.0, 21)
    assert index.places("경제와 체육 분야로", 1)[0].sentence == 2


def test_likeness_tells_what_is_said_from_what_is_not():
    index = ScriptIndex(SENTENCES, "ko")

    assert index.likeness("두 도시는 이천사년에", 1, 1) == (1.0, 19)
    assert index.likeness("두 도시는 이천사년에", 0, 0)[0] < 0.5
    assert index.likeness("thank you for watching", 0, 2) == (0.0, 0)


def test_only_the_newest_units_are_compared():
    index = ScriptIndex(SENTENCES, "ko")

    said = "근데 제가 어제 밤에 들은 이야기인데요 두 도시는"
    assert index.likeness(said, 1, 1)[0] < 0.5
    assert index.likeness(said, 1, 1, newest=7) == (1.0, 7)


def test_what_is_said_over_and_over_counts_once():
    assert said_once(list("abcdefabcdefabc")) == list("abcdef")
    assert said_once(list("abcabd")) == list("abcabd")
