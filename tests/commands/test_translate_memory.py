"""`twinhall translate --memory`: what people approved stands before any engine, and says so."""

import json

import pytest

from .test_translate import KOREAN, TERMS, translate

pytestmark = pytest.mark.usefixtures("fake")


def unit(korean: str, vietnamese: str, before: str = "") -> str:
    context = f'<prop type="x-context-pre">{before}</prop>' if before else ""
    return (
        f'<tu>{context}<tuv xml:lang="ko-KR"><seg>{korean}</seg></tuv>'
        f'<tuv xml:lang="vi-VN"><seg>{vietnamese}</seg></tuv></tu>'
    )


TMX = "\n".join(
    [
        '<tmx version="1.4"><header srclang="ko"/><body>',
        unit("안녕하십니까?", "Xin chào."),
        unit("감사합니다.", "Cảm ơn."),
        unit("감사합니다.", "Xin cảm ơn.", before="안녕하십니까?"),
        unit("안녕히 가십시오. 또 뵙겠습니다.", "Hẹn gặp lại."),
        unit("오산시에 오신 것을 환영합니다.", "Chào mừng đến Osan."),
        '<tu><tuv xml:lang="ko"><seg>한 나라 말뿐입니다.</seg></tuv></tu>',
        "</body></tmx>",
    ]
)


@pytest.fixture
def memory(tmp_path):
    path = tmp_path / "m.tmx"
    path.write_text(TMX)
    return path


def told(outcome):
    lines = [json.loads(line) for line in outcome.out.splitlines()]
    return [(line["text"], line["origin"], line["engine"], line["model"]) for line in lines]


def test_a_sentence_of_the_memory_is_not_translated_anew(twinhall, text, memory):
    asked = text(f"안녕하십니까?\n{KOREAN}\n 감사합니다. \n감사합니다!\n")

    outcome = translate(twinhall, asked, "--memory", memory, "--format", "jsonl")

    assert told(outcome) == [
        ("Xin chào.", "memory", "memory", "m.tmx"),
        (f"[en-vi] [ko-en] {KOREAN}", "machine", "marian", "marian ko-en + marian en-vi"),
        (" Xin cảm ơn. ", "memory", "memory", "m.tmx"),
        ("[en-vi] [ko-en] 감사합니다!", "machine", "marian", "marian ko-en + marian en-vi"),
    ]
    assert outcome.err.splitlines()[0].endswith("m.tmx: line 7 is not used: one-language (ko)")


def test_of_two_the_one_after_the_same_sentence_is_taken(twinhall, text, memory):
    outcome = translate(
        twinhall, text("안녕하십니까?\n감사합니다.\n"), "--memory", memory, "--format", "jsonl"
    )

    assert [line[0] for line in told(outcome)] == ["Xin chào.", "Xin cảm ơn."]


def test_a_unit_of_two_sentences_is_found_as_a_whole(twinhall, text, memory):
    outcome = translate(
        twinhall, text("안녕히 가십시오. 또 뵙겠습니다.\n"), "--memory", memory, "--format", "jsonl"
    )

    assert told(outcome) == [("Hẹn gặp lại.", "memory", "memory", "m.tmx")]


def test_a_line_that_a_machine_translated_in_part_is_a_machines(twinhall, text, memory):
    outcome = translate(twinhall, text(f"안녕하십니까? {KOREAN}\n"), "--memory", memory, "--format", "jsonl")

    assert told(outcome) == [
        (
            f"Xin chào. [en-vi] [ko-en] {KOREAN}",
            "machine",
            "memory+marian",
            "m.tmx + marian ko-en + marian en-vi",
        )
    ]


def test_terms_are_checked_in_what_the_memory_has_too(twinhall, text, memory, tmp_path):
    (tmp_path / "terms.tbx").write_text(TERMS)

    outcome = translate(
        twinhall,
        text("오산시에 오신 것을 환영합니다."),
        *("--memory", memory, "--terms", tmp_path / "terms.tbx", "--format", "jsonl"),
    )

    line = json.loads(outcome.out)
    assert (line["text"], line["origin"]) == ("Chào mừng đến Osan.", "memory")
    assert line["terms"] == [{"concept": "osan", "form": "Thành phố Osan", "exact": False}]
    assert "inexact term" in line["flags"]


def test_a_text_all_from_the_memory_does_not_say_that_a_machine_made_it(twinhall, text, memory):
    outcome = translate(twinhall, text("안녕하십니까?\n"), "--memory", memory)

    assert outcome.out == "Xin chào.\n"


@pytest.mark.parametrize(
    ("version", "sign"),
    [("1.2", 'state-qualifier="exact-match"'), ("2.1", 'subState="tw:memory"')],
)
def test_in_xliff_too_it_is_told_what_comes_from_the_memory(twinhall, tmp_path, memory, version, sign):
    unit_1 = "<body><trans-unit id='1'><source>안녕하십니까?</source></trans-unit></body>"
    unit_2 = "<unit id='1'><segment><source>안녕하십니까?</source></segment></unit>"
    (name, langs, inner) = (
        (
            "1.2",
            "",
            f"<file original='a' datatype='plaintext' source-language='ko' target-language='vi'>{unit_1}",
        )
        if version == "1.2"
        else ("2.0", "srcLang='ko' trgLang='vi'", f"<file id='f'>{unit_2}")
    )
    path = tmp_path / "a.xlf"
    space = f"urn:oasis:names:tc:xliff:document:{name}"
    path.write_text(f"<xliff xmlns='{space}' version='{version}' {langs}>{inner}</file></xliff>")

    outcome = translate(twinhall, path, "--memory", memory)

    assert ">Xin chào.</target>" in outcome.out
    assert sign in outcome.out


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        ("<a/>", "not TMX"),
        ("", "line "),
        (None, "No such file"),
        ('<!DOCTYPE tmx [<!ENTITY a "b">]><tmx/>', "entities"),
        ('<tmx version="1.4"><header srclang="ko"/><body/></tmx>', "holds no sentence in both ko and vi"),
    ],
)
def test_a_memory_that_is_none_is_refused(twinhall, text, tmp_path, content, reason):
    if content is not None:
        (tmp_path / "bad.tmx").write_text(content)

    outcome = translate(twinhall, text(KOREAN), "--memory", tmp_path / "bad.tmx")

    assert (outcome.code, outcome.out) == (2, "")
    assert reason in outcome.err
