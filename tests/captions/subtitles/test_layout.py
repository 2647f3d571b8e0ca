import pytest

from twinhall.captions.subtitles.breaks import pieces_of
from twinhall.captions.subtitles.guidelines import guideline
from twinhall.captions.subtitles.layout import laid_out

TEXTS = {
    "ko": "존경하는 레 찌 타인 꽝남성 인민위원회 위원장님, 그리고 이 자리에 함께해 주신 관계자 여러분께 "
    "진심으로 감사의 말씀을 드립니다.",
    "vi": "Kính thưa ông Kwak Sang-wook, Thị trưởng thành phố Osan, kính thưa toàn thể quý vị đại biểu "
    "có mặt tại hội nghị trực tuyến hôm nay.",
    "ja": "本日はお集まりいただき、誠にありがとうございます。日高市と烏山市は１９９６年１０月に姉妹都市提携を"
    "結び、青少年の相互訪問を続けてまいりました。",
    "en": "On behalf of the citizens of Osan, I would like to thank Chairman Lê Trí Thanh of the People's "
    "Committee of Quảng Nam for the warm welcome that our delegation received.",
}


def lay(language: str, text: str, least: int = 1, label: str = "") -> list[tuple[str, ...]]:
    return laid_out(text, language, guideline(language, "-"), least, label)


@pytest.mark.parametrize("language", TEXTS)
def test_every_word_is_shown_once_on_lines_that_are_not_too_long(language):
    rule, found = guideline(language, "-"), lay(language, TEXTS[language])

    blank = "" if language == "ja" else " "
    assert blank.join(line for lines in found for line in lines) == TEXTS[language]
    assert max(rule.width(line) for lines in found for line in lines) <= rule.line
    assert max(map(len, found)) <= 2


def test_a_short_sentence_is_one_line():
    assert lay("ko", "안녕하십니까.") == [("안녕하십니까.",)]


def test_clauses_part_subtitles():
    assert lay("vi", TEXTS["vi"]) == [
        ("Kính thưa ông Kwak Sang-wook,", "Thị trưởng thành phố Osan,"),
        ("kính thưa toàn thể quý vị đại biểu có mặt", "tại hội nghị trực tuyến hôm nay."),
    ]


@pytest.mark.parametrize(
    ("language", "text", "kept"),
    [
        ("vi", "Hôm nay chúng tôi xin thay mặt tỉnh Quảng Nam gửi lời chào trân trọng", "Quảng Nam"),
        ("en", "It is my great honour to speak here today to Chairman Lê Trí Thanh himself", "Lê Trí Thanh"),
        ("ko", "오늘 이 자리에 참석해 주신 곽상욱 시장님께 감사드립니다", "곽상욱 시장님께"),
        ("ko", "두 도시의 교류를 넓혀 나갈 수 있도록 노력하겠습니다", "나갈 수 있도록"),
    ],
)
def test_what_belongs_together_stays_on_one_line(language, text, kept):
    assert any(kept in line for lines in lay(language, text) for line in lines)


def test_japanese_lines_begin_with_no_punctuation_and_part_no_number():
    lines = [line for cue in lay("ja", TEXTS["ja"]) for line in cue]

    assert all(line[0] not in "、。ーっ" for line in lines)
    assert any("１９９６年" in line for line in lines)


def test_a_word_longer_than_a_line_is_cut_and_loses_nothing():
    found = lay("ko", "가" * 40)

    assert "".join(line for lines in found for line in lines) == "가" * 40
    assert max(len(line) for lines in found for line in lines) <= 16


def test_as_many_subtitles_as_asked_for():
    assert len(lay("en", "Good morning, ladies and gentlemen, and welcome.", least=2)) == 2


def test_a_label_stands_before_every_subtitle_and_counts():
    found = lay("ko", TEXTS["ko"], label="[음성 인식] ")

    assert all(lines[0].startswith("[음성 인식] ") for lines in found)
    assert max(guideline("ko", "-").width(line) for lines in found for line in lines) <= 16


def test_four_hundred_words_are_laid_out():
    text = " ".join(f"từ{n}" for n in range(400)) + "."

    found = lay("vi", text)

    assert " ".join(line for lines in found for line in lines) == text
    assert max(len(line) for lines in found for line in lines) <= 42


def test_titles_and_numbers_end_no_sentence():
    costs = {p.text: p.cost for p in pieces_of("We met Mr. Kwak on 3. October. Thank you.", "en")}

    assert (costs["Mr."] > 0, costs["3."] > 0, costs["October."]) == (True, True, 0.0)
