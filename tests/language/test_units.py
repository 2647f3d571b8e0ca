import pytest

from twinhall.language.units import fine_units, sound_class, units


def sounds(text: str, language: str) -> str:
    return "".join(units(text, language))


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("있어요", "이서요"),
        ("꽃이", "꼬치"),
        ("옷을", "오슬"),
        ("밖에", "바께"),
        ("앉아", "안자"),
        ("값이", "갑시"),
        ("넓은", "널븐"),
        ("같이", "가치"),
        ("굳이", "구지"),
        ("좋은", "조은"),
        ("합니다", "함니다"),
        ("국민", "궁민"),
        ("신라", "실라"),
        ("협력", "혐녁"),
        ("축하", "추카"),
        ("왠지", "웬지"),
        ("까다", "가다"),
    ],
)
def test_korean_is_compared_as_it_sounds(written, said):
    assert sounds(written, "ko") == sounds(said, "ko")


def test_korean_words_that_sound_otherwise_differ():
    assert sounds("오산", "ko") != sounds("우산", "ko")


def test_a_korean_year_sounds_as_it_is_said():
    assert sounds("2004년", "ko") == sounds("이천사년", "ko")


def test_figures_sound_as_they_are_said():
    assert sounds("ngày 10 tháng 4", "vi") == sounds("ngày mười tháng tư", "vi")
    assert sounds("20周年", "ja") == sounds("二十周年", "ja")
    assert sounds("$20", "en") == "twentydollars"


def test_vietnamese_tones_are_left_out():
    assert sounds("Đà Nẵng, tỉnh Quảng Nam", "vi") == "danangtinhquangnam"


def test_japanese_kanji_are_read_out():
    assert sounds("日本", "ja") == sounds("にほん", "ja")


def test_any_other_language_is_compared_by_its_letters():
    assert sounds("Hyvää päivää!", "fi") == "hyvääpäivää"


def test_fine_units_keep_vietnamese_marks_and_share_the_letter():
    assert fine_units("Đà Nẵng", "vi") == ["đ", "à", "n", "ẵ", "n", "g"]
    assert [sound_class(u, "vi") for u in "đàẵ"] == ["d", "a", "a"]
    assert fine_units("ngày 4", "vi") == fine_units("ngày bốn", "vi")


def test_sounds_that_are_taken_for_each_other_share_a_class():
    assert sound_class("ᄏ", "ko") == sound_class("ᄀ", "ko")
    assert sound_class("ᄀ", "ko") != sound_class("ᄆ", "ko")
    assert sound_class("ä", "fi") == "ä"
