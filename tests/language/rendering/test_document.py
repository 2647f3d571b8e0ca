"""Whole texts: nothing is lost, everything is in its place, and what is doubtful is flagged."""

import re

import pytest

from twinhall.language.choice import Translation
from twinhall.language.rendering.document import Document, RenderedLine
from twinhall.language.rendering.exact import Rendering, TermUse
from twinhall.language.translation import Flag, Job


class Engine:
    """Writes ~ in front of a sentence, or what it was told to write."""

    def __init__(self, **instead: str) -> None:
        self.instead, self.jobs = instead, list[Job]()

    def __call__(self, job: Job) -> list[Translation]:
        self.jobs.append(job)
        return [self.one(sentence) for sentence in job.sentences]

    def one(self, sentence: str) -> Translation:
        return Translation(self.instead.get(sentence, f"~{sentence}"), "fake", "fake 1", "en")

    @property
    def asked(self) -> list[str]:
        return [sentence for job in self.jobs for sentence in job.sentences]


def render(engine: Engine, *lines: str, source: str = "en", target: str = "pt") -> list[RenderedLine]:
    return list(Document(engine, source, target).lines(lines))


def text_of(engine: Engine, line: str, source: str = "en", target: str = "pt") -> str:
    (rendered,) = render(engine, line, source=source, target=target)
    return rendered.text


def test_a_line_keeps_its_indent_its_gaps_and_its_end():
    assert text_of(Engine(), "  1. First of all, welcome.  Let us begin.\t") == (
        "  1. ~First of all, welcome.  ~Let us begin.\t"
    )


def test_every_line_has_its_place_also_the_empty_ones():
    lines = render(Engine(), "Hello there.", "", "   ", "Good bye now.")

    assert [(line.number, line.text) for line in lines] == [
        (1, "~Hello there."),
        (2, ""),
        (3, "   "),
        (4, "~Good bye now."),
    ]
    assert [line.machine for line in lines] == [True, False, False, True]


def test_japanese_has_no_blanks_between_sentences_and_others_have():
    japanese = "今日は良い天気です。明日もそうでしょう。"

    assert text_of(Engine(), japanese, "ja", "ko") == "~今日は良い天気です。 ~明日もそうでしょう。"
    assert text_of(Engine(), "One fine day. Another one.", "en", "ja") == "~One fine day.~Another one."


def test_a_line_tells_how_it_came_about():
    (line,) = render(Engine(), "Hello there.")

    assert line == RenderedLine(
        1, "Hello there.", "~Hello there.", True, "fake", "fake 1", "en", terms=(), flags=()
    )


@pytest.mark.parametrize(
    "line",
    ["2021-09-17", "1,234.5", "— 12 —", "😀👍🏽", "", "<br/>", "https://osan.go.kr/main.do?a=1", "()[]"],
)
def test_what_has_no_words_stands_and_no_engine_is_asked(line):
    engine = Engine()
    (rendered,) = render(engine, line)

    assert (rendered.text, rendered.machine, rendered.flags) == (line, False, (Flag.NO_WORDS,))
    assert engine.jobs == []


def test_what_is_in_the_target_language_already_stands():
    engine = Engine()
    lines = render(
        engine, "오늘 만나서 반갑습니다.", "Rất vui được gặp các bạn hôm nay.", source="ko", target="vi"
    )

    assert [line.flags for line in lines] == [(), (Flag.SAME_LANGUAGE,)]
    assert lines[1].text == "Rất vui được gặp các bạn hôm nay."
    assert engine.asked == ["오늘 만나서 반갑습니다."]


def test_languages_may_be_mixed_sentence_by_sentence():
    engine = Engine()
    mixed = "만나서 반갑습니다. Rất vui được gặp các bạn."

    assert text_of(engine, mixed, "ko", "vi") == "~만나서 반갑습니다. Rất vui được gặp các bạn."
    assert engine.asked == ["만나서 반갑습니다."]


@pytest.mark.parametrize(
    ("line", "asked", "text"),
    [
        ("<p>Hello there.</p>", "Hello there.", "<p>~Hello there.</p>"),
        ("Hello there 😀", "Hello there", "~Hello there 😀"),
        ("\u200fHello there.\u200e", "Hello there.", "\u200f~Hello there.\u200e"),
        ("See https://osan.go.kr/a today.", "See Zaltor today.", "~See https://osan.go.kr/a today."),
        ("Write to hall@osan.go.kr soon.", "Write to Zaltor soon.", "~Write to hall@osan.go.kr soon."),
        ("A <b>big</b> day.", "A Zaltor big Brexon day.", "~A <b> big </b> day."),
        ("A <b>big day.", "A Zaltor big day.", "~A <b> big day."),
        ("Dear {name}, welcome.", "Dear Zaltor, welcome.", "~Dear {name}, welcome."),
        ("Tea &amp; cake for all.", "Tea Zaltor cake for all.", "~Tea &amp; cake for all."),
        ("Is 3 < 5 and 7 > 2 today?", "Is 3 < 5 and 7 > 2 today?", "~Is 3 < 5 and 7 > 2 today?"),
        ("Good\u200b day\u202e to you.", "Good day to you.", "~Good day to you."),
    ],
)
def test_links_markup_and_emoji_come_out_as_they_went_in(line, asked, text):
    engine = Engine()
    (rendered,) = render(engine, line)

    assert (engine.asked, rendered.text, rendered.flags) == ([asked], text, ())


@pytest.mark.parametrize("broken", ["~See today.", "~Zaltor Zaltor", "~see zaltor today", ""])
def test_a_link_that_an_engine_loses_is_put_back_between_parts(broken):
    engine = Engine(**{"See Zaltor today.": broken})
    (rendered,) = render(engine, "See https://osan.go.kr/a today.")

    if broken:
        assert rendered.text == "~See https://osan.go.kr/a ~today."
        assert rendered.flags == (Flag.PARTS,)
        assert engine.asked == ["See Zaltor today.", "See", "today."]


def test_tags_that_change_places_are_put_back_between_parts():
    engine = Engine(**{"A Zaltor big Brexon day.": "Brexon um dia Zaltor grande"})

    assert text_of(engine, "A <b>big</b> day.") == "~A <b>~big</b> ~day."


def test_more_tags_than_there_are_masks_are_translated_in_parts():
    line = "go " + "".join(f"<i>word{n}</i> " for n in range(6)) + "end"

    assert re.findall(r"<[^>]+>", text_of(Engine(), line)) == ["<i>", "</i>"] * 6


def test_a_text_with_a_mask_in_it_is_masked_with_another():
    assert (
        text_of(Engine(), "Zaltor is at https://osan.go.kr/a now.")
        == "~Zaltor is at https://osan.go.kr/a now."
    )


def test_a_sentence_that_nobody_could_do_keeps_its_source_and_says_so():
    def nobody(job: Job) -> list[Translation]:
        return [Translation("", "", "", None, frozenset({Flag.UNTRANSLATED})) for _ in job.sentences]

    (line,) = Document(nobody, "en", "pt").lines(["Dear friends, see https://a.kr/b now. 😀"])

    assert (line.text, line.machine) == ("Dear friends, see https://a.kr/b now. 😀", False)
    assert line.flags == (Flag.UNTRANSLATED,)


def test_doubtful_translations_are_flagged():
    engine = Engine(
        **{
            "It costs 1,500 won.": "custa quinze won",
            '"Welcome," he said.': "Bem-vindo, disse ele.",
            "Go 5 km.": "Vá 5",
            "A sentence of quite some length, which says a lot of things.": "a",
        }
    )

    lines = render(engine, *engine.instead)

    assert [line.flags for line in lines] == [
        (Flag.NUMBERS,),
        (Flag.QUOTES,),
        (Flag.UNITS,),
        (Flag.IMPLAUSIBLE,),
    ]


def test_the_text_before_is_told_to_the_engine():
    engine = Engine()
    render(engine, *(f"Sentence number {n} is here." for n in range(70)))

    assert [len(job.sentences) for job in engine.jobs] == [64, 6]
    assert engine.jobs[0].before == ""
    assert engine.jobs[1].before.endswith("Sentence number 63 is here.")
    assert len(engine.jobs[1].before) <= 1500


def test_terms_are_made_exact_around_the_engine():
    class Terms:
        def render(self, sentences, translate):
            return [
                Rendering(t, (TermUse("osan", "Osan", True),)).with_text(t.text.replace("X1", "Osan"))
                for t in translate([s.replace("Osan City", "X1") for s in sentences])
            ]

        def without_terms(self, sentence):
            return sentence.replace("Osan City", "")

    engine = Engine()
    (line,) = Document(engine, "en", "pt", Terms()).lines(["Osan City greets you."])

    assert (line.text, line.terms) == ("~Osan greets you.", (TermUse("osan", "Osan", True),))
    assert engine.asked == ["X1 greets you."]


@pytest.mark.parametrize(
    ("piece", "megabytes"),
    [
        ("가나다라마바사", 0.5),
        ("word ", 0.2),
        ("Hello there, my friend. ", 0.1),
        ("오늘은 좋은 날입니다 ", 0.1),
    ],
)
def test_a_paragraph_of_megabytes_is_rendered_whole(piece, megabytes):
    size = int(megabytes * 1_000_000) // len(piece.encode())
    language = "ko" if piece[0] >= "가" else "en"

    (line,) = Document(Engine(), language, "vi").lines([piece * size])

    assert re.sub(r"[~\s]", "", line.text) == re.sub(r"\s", "", piece * size)


def test_korean_without_full_stops_is_cut_into_sentences():
    spoken = (
        "오늘 이렇게 만나 뵙게 되어 매우 반갑습니다 두 도시는 오랫동안 교류해 왔습니다"
        " 앞으로도 협력을 이어 가겠습니다"
    )
    engine = Engine()

    render(engine, spoken, source="ko", target="vi")

    assert len(engine.asked) == 3
    assert " ".join(engine.asked) == spoken


def test_names_and_links_of_another_language_do_not_keep_a_sentence_from_being_translated():
    said = "Lê Trí Thanh met Nguyễn Văn Hưng: https://quảng-nam-việt-nữ.vn/tiếng-việt-đẹp"
    (line,) = render(Engine(), said, target="vi")

    assert (line.machine, line.flags) == (True, ())
