import pytest

from twinhall.language.endings import closed, mark_by_form


@pytest.mark.parametrize(
    ("text", "language", "mark"),
    [
        ("진심으로 환영합니다", "ko", "."),
        ("스무 해가 되었습니다", "ko", "."),
        ("함께 걸어가시겠습니까", "ko", "?"),
        ("저도 그렇게 생각해요", "ko", "."),
        ("어떻게 보시나요", "ko", "?"),
        ("두 도시의 인연이 시작됐다", "ko", "."),
        ("비가 왔으니까", "ko", None),
        ("협력이 필요", "ko", None),
        ("교류를 하다가", "ko", None),
        ("오산시와 꽝남성은", "ko", None),
        ("心から歓迎いたします", "ja", "。"),
        ("ご覧いただけますでしょうか", "ja", "？"),
        ("二十年になりました", "ja", "。"),
        ("両市の交流は", "ja", None),
        ("Xin trân trọng cảm ơn", "vi", "."),
        ("Ý kiến của quý vị như thế nào", "vi", "?"),
        ("Hai thành phố của chúng ta", "vi", None),
        ("That is what we hope", "en", None),
    ],
)
def test_words_tell_whether_a_sentence_is_over(text, language, mark):
    assert mark_by_form(text, language) == mark


@pytest.mark.parametrize(
    ("text", "language", "surely", "expected"),
    [
        ("환영합니다", "ko", False, "환영합니다."),
        ("오산시와 꽝남성은", "ko", False, "오산시와 꽝남성은"),
        ("오산시와 꽝남성은", "ko", True, "오산시와 꽝남성은."),
        ("歓迎します", "ja", True, "歓迎します。"),
        ("Hai thành phố,", "vi", True, "Hai thành phố."),
        ("환영합니다!", "ko", True, "환영합니다!"),
        ("“We agree.”", "en", True, "“We agree.”"),
        ("", "ko", True, ""),
    ],
)
def test_a_text_gets_the_mark_that_it_lacks(text, language, surely, expected):
    assert closed(text, language, surely=surely) == expected
