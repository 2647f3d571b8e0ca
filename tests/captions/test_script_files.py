import json
import unicodedata
from pathlib import Path

import pytest

from twinhall.captions.script_files import BadScript, read_script
from twinhall.captions.values import Rendition, Script, Segment

XLIFF_1 = """<?xml version="1.0" encoding="UTF-8"?>
<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2">
<file source-language="ko-KR" target-language="vi-VN" datatype="plaintext" original="r"><body>
<trans-unit id="a" approved="yes"><source>반갑<g id="1">습니다</g>.<ph id="2">{0}</ph></source>
<target>Xin chào.</target></trans-unit>
<trans-unit id="b"><source>고맙습니다.</source>
<target state="needs-review-translation">Cảm ơn.</target></trans-unit>
<trans-unit id="c"><source>안녕히 가십시오.</source></trans-unit>
</body></file></xliff>"""

XLIFF_2 = """<xliff version="2.0" xmlns="urn:oasis:names:tc:xliff:document:2.0" srcLang="ko" trgLang="ja">
<file id="f"><unit id="u1"><segment state="final"><source>반갑습니다.</source>
<target>うれしいです。</target></segment></unit>
<unit id="u2"><segment id="s1"><source>하나.</source></segment>
<segment id="s2"><source>둘.</source></segment></unit>
</file></xliff>"""


@pytest.fixture
def script_in(tmp_path):
    """script_in(content) reads it as a Korean script."""

    def read(content: str | bytes) -> Script:
        path: Path = tmp_path / "script"
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return read_script(path, "ko")

    return read


def test_plain_text_has_a_sentence_a_line(script_in):
    assert script_in("\ufeff반갑습니다.\r\n\r\n 고맙습니다. \n") == Script(
        "ko", (Segment("1", "반갑습니다."), Segment("2", "고맙습니다."))
    )


def test_json_brings_ids_and_renditions(script_in):
    data = {
        "language": "ko",
        "segments": [
            {
                "id": 7,
                "text": "반갑습니다.",
                "renditions": {"vi": {"text": "Xin chào.", "status": "approved"}},
            },
            {"id": "8", "text": "고맙습니다.", "renditions": {"vi": {"text": "Cảm ơn."}}},
        ],
    }

    assert script_in(json.dumps(data)) == Script(
        "ko",
        (
            Segment("7", "반갑습니다.", {"vi": Rendition("Xin chào.", "approved")}),
            Segment("8", "고맙습니다.", {"vi": Rendition("Cảm ơn.", "draft")}),
        ),
    )


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_xliff_1_brings_states_and_drops_codes(script_in, encoding):
    text = XLIFF_1.replace("UTF-8", encoding.upper())

    assert script_in(text.encode(encoding)) == Script(
        "ko",
        (
            Segment("a", "반갑습니다.", {"vi": Rendition("Xin chào.", "approved")}),
            Segment("b", "고맙습니다.", {"vi": Rendition("Cảm ơn.", "draft")}),
            Segment("c", "안녕히 가십시오."),
        ),
    )


def test_xliff_2_names_segments_by_unit(script_in):
    assert script_in(XLIFF_2) == Script(
        "ko",
        (
            Segment("u1", "반갑습니다.", {"ja": Rendition("うれしいです。", "approved")}),
            Segment("u2.s1", "하나."),
            Segment("u2.s2", "둘."),
        ),
    )


def test_decomposed_text_is_composed(script_in):
    assert script_in(unicodedata.normalize("NFD", "반갑습니다.")) == Script(
        "ko", (Segment("1", "반갑습니다."),)
    )


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        ("", "the script is empty"),
        (" \n\n", "the script is empty"),
        ("{", "not JSON (line 1)"),
        ('{"language": "ko"}', "not a script: 'segments' is missing"),
        ('{"language": "ko", "segments": [1]}', "not a script: something is not where it should be"),
        ('{"language": "ko", "segments": []}', "the script is empty"),
        (
            '{"language": "vi", "segments": [{"id": 1, "text": "a"}]}',
            "the script is in vi, not in ko",
        ),
        (
            '{"language": "ko", "segments": [{"id": 1, "text": "a"}, {"id": "1", "text": "b"}]}',
            "two segments have the same id",
        ),
        ("안녕하십니까".encode("cp949"), "not UTF-8 text (byte 0); save it as UTF-8"),
        (b"\x00\x01\x02", "not a text file"),
        ("<html></html>", "XML, but not XLIFF"),
        ("<xliff version='1.2'>", "not an XML file that can be read"),
        ("<!DOCTYPE x [<!ENTITY e 'e'>]><xliff>&e;</xliff>", "not an XML file that can be read"),
        ("<xliff version='1.2'></xliff>", "the XLIFF must name one source language"),
    ],
)
def test_a_script_that_cannot_be_used_says_why(script_in, tmp_path, content, reason):
    with pytest.raises(BadScript) as caught:
        script_in(content)

    assert str(caught.value) == f"{tmp_path / 'script'}: {reason}"


def test_a_script_that_is_not_there_says_so(tmp_path):
    with pytest.raises(BadScript) as caught:
        read_script(tmp_path / "none", "ko")

    assert str(caught.value) == f"{tmp_path / 'none'}: no such file or directory"
