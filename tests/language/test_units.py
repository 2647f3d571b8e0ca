from twinhall.language.units import units


def sounds(text: str, language: str) -> str:
    return "".join(units(text, language))


def test_korean_sounds_alike_with_and_without_liaison():
    assert sounds("꽃잎이", "ko") == sounds("꽃 입피", "ko") or sounds("있어요", "ko") == sounds(
        "이서요", "ko"
    )
    assert sounds("왠지", "ko") == sounds("웬지", "ko")


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
