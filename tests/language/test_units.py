import pytest

from twinhall.language.units import spoken_number, units


def sounds(text: str, language: str) -> str:
    return "".join(units(text, language))


def test_korean_sounds_alike_with_and_without_liaison():
    assert sounds("꽃잎이", "ko") == sounds("꽃 입피", "ko") or sounds("있어요", "ko") == sounds(
        "이서요", "ko"
    )
    assert sounds("왠지", "ko") == sounds("웬지", "ko")


@pytest.mark.parametrize(
    ("number", "said"),
    [
        (0, "영"),
        (10, "십"),
        (21, "이십일"),
        (2004, "이천사"),
        (60000, "육만"),
        (123456789, "일이삼사오육칠팔구"),
    ],
)
def test_korean_numbers_are_read_out(number, said):
    assert spoken_number(number) == said


def test_a_korean_year_sounds_as_it_is_said():
    assert sounds("2004년", "ko") == sounds("이천사년", "ko")


def test_vietnamese_tones_are_left_out():
    assert sounds("Đà Nẵng, tỉnh Quảng Nam", "vi") == "danangtinhquangnam"


def test_japanese_kanji_are_read_out():
    assert sounds("日本", "ja") == sounds("にほん", "ja")


def test_any_other_language_is_compared_by_its_letters():
    assert sounds("Hyvää päivää!", "fi") == "hyvääpäivää"
