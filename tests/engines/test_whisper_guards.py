import pytest

from twinhall.captions.ports import Word
from twinhall.engines.whisper_guards import is_in_script, without_loop


def words(text):
    return [Word(f" {w}", n, n + 1.0) for n, w in enumerate(text.split())]


def text(found):
    return "".join(w.text for w in found).strip()


@pytest.mark.parametrize(
    ("heard", "kept"),
    [
        ("we thank you thank you thank you thank you", "we thank you"),
        ("그럼 맞습니다. 맞습니다, 맞습니다 맞습니다", "그럼 맞습니다."),
        ("it was very very good", "it was very very good"),
        ("the same day and the same hour and the same", "the same day and the same hour and the same"),
        ("", ""),
    ],
)
def test_a_loop_is_said_once(heard, kept):
    assert text(without_loop(words(heard))) == text(words(kept))


def test_a_loop_of_one_letter_is_a_filler_and_stays():
    assert text(without_loop(words("아 아 아 아"))) == "아 아 아 아"


@pytest.mark.parametrize(
    ("said", "language", "expected"),
    [
        ("안녕하십니까 여러분", "ko", True),
        ("Thank you very much", "ko", False),
        ("KOTRA와 MOU를 체결했습니다", "ko", True),
        ("ご清聴ありがとうございました", "ko", False),
        ("ありがとうございます", "ja", True),
        ("감사합니다 여러분", "ja", False),
        ("xin cảm ơn quý vị", "vi", True),
        ("Спасибо большое", "vi", False),
        ("thank you", "en", True),
        ("谢谢大家的观看", "en", False),
        ("네", "en", True),
        ("2021", "ko", True),
        ("Спасибо", "fi", True),
    ],
)
def test_text_in_other_letters_is_no_text_of_the_language(said, language, expected):
    assert is_in_script(said, language) is expected
