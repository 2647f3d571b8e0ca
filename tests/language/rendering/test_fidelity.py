import pytest

from twinhall.language.rendering.fidelity import (
    Difference,
    differences,
    same_numbers,
    same_quotes,
    units_lost,
)
from twinhall.language.translation import Flag


@pytest.mark.parametrize(
    ("source", "text", "languages"),
    [
        ("2021년 9월 17일", "17 September 2021", "ko en"),
        ("2004년 3월 10일에 체결", "ký ngày 10 tháng 3 năm 2004", "ko vi"),
        ("인구는 24만 명입니다.", "Dân số là 240.000 người.", "ko vi"),
        ("1억 2천만 원", "120 million won", "ko en"),
        ("3.5% 증가", "tăng 3,5%", "ko vi"),
        ("두 도시", "2 thành phố", "ko vi"),
        ("12万人", "120,000 people", "ja en"),
        ("２０２２年", "2022", "ja en"),
        ("Signed on 17 September 2021.", "Assinado em 17 de setembro de 2021.", "en pt"),
        ("2 million people", "2 milhões de pessoas", "en pt"),
    ],
)
def test_the_same_numbers_are_known_in_any_dress(source, text, languages):
    assert same_numbers(source, text, *languages.split())


@pytest.mark.parametrize(
    ("source", "text", "languages"),
    [
        ("9월 6일", "6 October", "ko en"),
        ("1,500명", "150 people", "ko en"),
        ("24만 명", "24.000 người", "ko vi"),
        ("20년 동안", "trong nhiều năm", "ko vi"),
        ("Em 17 de setembro", "On 7 September", "pt en"),
    ],
)
def test_other_numbers_are_noticed(source, text, languages):
    assert not same_numbers(source, text, *languages.split())


def test_units_and_quotation_marks_are_compared():
    assert units_lost("5 km와 3%", "5 km và 3 phần trăm") == []
    assert units_lost("5 km와 3%", "5 và 3") == ["percent", "km"]
    assert same_quotes("“환영합니다”라고", "“Welcome,” he said")
    assert not same_quotes("“환영합니다”라고", "Welcome, he said")
    assert same_quotes("a lone “ mark", "nothing")


def test_what_differs_is_named_as_it_is_written():
    source = "2004년 3월부터 3.5% 늘었습니다."

    assert differences(source, "Tăng từ tháng 3 năm 2005.", "ko", "vi") == (
        Difference(Flag.NUMBERS, lost=("2004", "3.5"), new=("2005",)),
        Difference(Flag.UNITS, lost=("percent",)),
    )
    assert differences(source, "Tăng 3,5% từ tháng 3 năm 2004.", "ko", "vi") == ()
