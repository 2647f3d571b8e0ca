import random

import pytest

from twinhall.language.spoken import spoken

LANGUAGES = ("ko", "vi", "ja", "en")
SIGNS = "0123456789.,:/-~%$€년월일개시제번째만억천ABĐ'°Ckmhg ²㎢٣५五年月日ヶIVX·–ngày1stNo.&\n"


@pytest.mark.parametrize("language", LANGUAGES)
def test_any_mixture_of_figures_and_signs_can_be_read(language):
    rng = random.Random(7)
    texts = ["".join(rng.choices(SIGNS, k=rng.randint(1, 24))) for _ in range(2000)]

    said = [spoken(text, language) for text in texts]

    assert [s for s in said if any(c.isdecimal() for c in s)] == []


def test_a_number_too_long_to_say_is_read_figure_by_figure():
    assert spoken("1" * 17, "en") == " ".join(["one"] * 17)
    assert spoken("1" * 400, "ko") == "일" * 400


def test_another_language_keeps_its_figures():
    assert spoken("17. syyskuuta 2021", "fi") == "17. syyskuuta 2021"
