import pytest

from twinhall.language.sentences import split_sentences


@pytest.mark.parametrize(
    ("language", "text", "sentences"),
    [
        (
            "ko",
            "오늘 2004. 3. 10. 자매결연을 맺었습니다. 시장 곽상욱(郭尙旭)입니다.",
            ["오늘 2004. 3. 10. 자매결연을 맺었습니다.", "시장 곽상욱(郭尙旭)입니다."],
        ),
        ("ko", "3.10. 협약을 체결하였습니다. 감사합니다!", ["3.10. 협약을 체결하였습니다.", "감사합니다!"]),
        (
            "ko",
            "“반갑습니다. 안녕하세요?”라고 했습니다. 고맙습니다.",
            ["“반갑습니다. 안녕하세요?”라고 했습니다.", "고맙습니다."],
        ),
        ("ko", "예산은 1,234.5억 원입니다... 그렇습니다.", ["예산은 1,234.5억 원입니다...", "그렇습니다."]),
        ("ko", "가. 시장 인사\n나. 위원장 인사", ["가. 시장 인사", "나. 위원장 인사"]),
        (
            "vi",
            "Ngày 10.3.2004, TP. Osan và tỉnh Quảng Nam ký kết. Cảm ơn quý vị.",
            ["Ngày 10.3.2004, TP. Osan và tỉnh Quảng Nam ký kết.", "Cảm ơn quý vị."],
        ),
        (
            "vi",
            "Tổng kinh phí là 1.234.567 đồng. TS. Nguyễn Văn A phát biểu.",
            ["Tổng kinh phí là 1.234.567 đồng.", "TS. Nguyễn Văn A phát biểu."],
        ),
        (
            "ja",
            "市長の「おはよう。元気ですか？」という言葉。それでは、始めます！",
            ["市長の「おはよう。元気ですか？」という言葉。", "それでは、始めます！"],
        ),
        ("ja", "3.10.に署名しました。よろしく。（笑）", ["3.10.に署名しました。", "よろしく。（笑）"]),
        (
            "en",
            'Dr. Kim met Mr. Le at 3.10. It was good. "Welcome. Thanks!" he said.',
            ["Dr. Kim met Mr. Le at 3.10.", "It was good.", '"Welcome. Thanks!" he said.'],
        ),
    ],
)
def test_a_text_is_cut_at_the_ends_of_its_sentences(language, text, sentences):
    assert split_sentences(text, language) == sentences


def test_nothing_is_joined_over_a_line_break():
    assert split_sentences("첫 문단은 2004.\n3. 10. 둘째 문단\n\n셋째", "ko") == [
        "첫 문단은 2004.",
        "3. 10. 둘째 문단",
        "셋째",
    ]


@pytest.mark.parametrize("text", ["", "  \n \n", "\t"])
def test_an_empty_text_has_no_sentences(text):
    assert split_sentences(text, "ko") == []


def test_a_language_that_is_not_known_is_cut_at_full_stops():
    assert split_sentences("Tervetuloa. Kiitos!", "fi") == ["Tervetuloa.", "Kiitos!"]
