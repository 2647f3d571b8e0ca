import pytest

from twinhall.captions.doubt import (
    believed,
    is_doubtful,
    is_figures,
    is_foreign,
    is_from_videos,
    is_loop,
    is_packed,
    without_loop,
)
from twinhall.captions.ports import Word


def words(text):
    return [Word(f" {w}", n, n + 1.0) for n, w in enumerate(text.split())]


@pytest.mark.parametrize(
    ("heard", "kept"),
    [
        ("we thank you thank you thank you thank you", "we thank you"),
        ("그럼 맞습니다. 맞습니다, 맞습니다 맞습니다", "그럼 맞습니다."),
        ("it was very very good", "it was very very good"),
        ("the same day and the same hour and the same", "the same day and the same hour and the same"),
        ("아 아 아 아", "아 아 아 아"),
        ("", ""),
    ],
)
def test_a_loop_is_said_once(heard, kept):
    assert without_loop(words(heard)) == words(heard)[: len(kept.split())]


def test_what_goes_round_is_cut_off_and_the_rest_is_believed():
    heard = words("우리는 함께 갑니다 갑니다 갑니다 갑니다")

    assert believed(heard, "ko") == heard[:3]


def test_a_stretch_that_goes_round_from_its_first_word_is_not_believed():
    assert believed(words("감사합니다 감사합니다 감사합니다 감사합니다 여러분"), "ko") == []


def test_words_in_other_letters_are_not_believed():
    assert believed(words("thank you very much"), "ko") == []


@pytest.mark.parametrize(
    ("words", "loops"),
    [
        ("thank you thank you thank you", True),
        ("no no no", True),
        ("a b c d a b c d a b c d", True),
        ("thank you very much thank you", False),
        ("네 네 네", False),
    ],
)
def test_a_recogniser_that_repeats_itself_is_noticed(words, loops):
    assert is_loop([f" {w}" for w in words.split()]) is loops


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("2.0.0.1.2.0.2.3.2.4.2.2.1.1.3.4", True),
        ("2004년 3월 10일에 체결하였습니다.", False),
        ("031-000-0000", False),
        ("1.500 triệu đô la", False),
    ],
)
def test_a_row_of_figures_is_no_speech(text, figures):
    assert is_figures(text) is figures


@pytest.mark.parametrize(
    ("text", "language", "foreign"),
    [
        ("Xin chào các bạn, tôi là", "ko", True),
        ("존경하는 위원장님", "vi", True),
        ("谢谢大家观看这个节目", "ko", True),
        ("谢谢大家观看这个节目今天", "ja", True),
        ("Thank you very much for coming", "vi", True),
        ("OSAN, KOREA", "ko", True),
        ("괜찮을 거だよ。緊張付けます。", "ja", True),
        ("Osan 오산", "vi", True),
        ("ENTP형이에요", "ko", False),
        ("오산시 Osan과 Quảng Nam성의 교류는 이제 스무 해가 됩니다", "ko", False),
        ("本日はありがとうございます", "ja", False),
        ("Kính thưa quý vị đại biểu", "vi", False),
        ("Welcome to Osan City", "en", False),
        ("Thank", "ko", True),
        ("Спасибо большое", "vi", True),
        ("Спасибо большое", "fi", False),
        ("KOTRA와 MOU를 체결했습니다", "ko", False),
        ("OK", "ko", False),
        ("2021", "ko", False),
    ],
)
def test_letters_of_another_language_are_doubted(text, language, foreign):
    assert is_foreign(text, language) is foreign


@pytest.mark.parametrize(
    ("text", "made_up"),
    [
        ("시청해주셔서 감사합니다.", True),
        ("MBC 뉴스 김성현입니다.", True),
        ("ご視聴ありがとうございました", True),
        ("Hãy subscribe cho kênh Ghiền Mì Gõ để không bỏ lỡ những video hấp dẫn", True),
        ("Thanks for watching!", True),
        ("감사합니다.", False),
        ("ありがとうございました。", False),
        ("Xin trân trọng cảm ơn.", False),
        ("Thank you for watching over our children on their journey.", False),
    ],
)
def test_the_farewell_of_videos_is_known(text, made_up):
    assert is_from_videos(text) is made_up


def test_a_text_that_says_the_same_over_and_over_is_doubted():
    assert is_packed("우리는 함께 갑니다 그리고 " * 8)
    assert not is_packed(
        "우리 두 도시는 이십 년 동안 서로 배우고 도우며 함께 걸어왔습니다. 앞으로도 그렇습니다."
    )
    assert is_doubtful([" 함께", " 갑니다", " 우리"] * 6, "ko")
