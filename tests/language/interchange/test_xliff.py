"""XLIFF of both versions is read alike; empty targets are filled and everything else stays."""

import re
from pathlib import Path

import pytest

from twinhall.language.interchange.xliff import NotXliff, is_xliff, read_xliff
from twinhall.language.interchange.xliff_filling import Filling, OtherLanguages
from twinhall.language.interchange.xml import BadXml

SAMPLES = Path(__file__).parents[4] / "shared" / "data" / "interchange"
V1 = """<?xml version="1.0" encoding="UTF-8"?>
<!-- from elsewhere -->
<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2" xmlns:x="urn:x">
 <file original="a" source-language="ko-KR" target-language="vi" datatype="plaintext"><body>
  <group x:own="kept">
  <trans-unit id="1" xml:space="preserve"><source>두  칸<x id="1" ctype="lb"/>줄</source></trans-unit>
  <trans-unit id="2"><source>감사<g id="b">합니다</g>
   <ph id="p" equiv-text="%s">&lt;br/></ph>.</source>
   <target state="new"/><note>정중하게</note></trans-unit></group>
  <trans-unit id="3" approved="yes"><source>네.</source><target state="translated">Vâng.</target></trans-unit>
  <trans-unit id="4" translate="no"><source>OSAN</source></trans-unit>
  <trans-unit id="5"><source>아니요.</source>
   <target state="needs-review-translation" state-qualifier="leveraged-mt">Không.</target></trans-unit>
  <trans-unit id="6"><target>Mồ côi</target></trans-unit>
 </body></file>
 <file original="b" source-language="ko"><body>
  <trans-unit id="1"><source>끝</source></trans-unit></body></file>
</xliff>"""
V2 = """<xliff version="2.1" srcLang="ko" trgLang="vi" xmlns="urn:oasis:names:tc:xliff:document:2.0">
<file id="f"><unit id="u"><notes><note>존칭</note></notes>
<segment id="s1" state="final"><source>반갑<pc id="1">습니다</pc>.</source>
<target>Xin chào.</target></segment>
<ignorable><source> </source></ignorable>
<segment id="s2" state="reviewed"><source>네.</source><target>Vâng.</target></segment></unit>
<unit id="v"><segment><source>고맙<ph id="1" equiv="!"/>습니다.</source></segment></unit></file></xliff>"""


def told(units) -> list[tuple]:
    return [(u.id, u.source, u.target, u.status, u.origin, u.notes, u.line) for u in units]


def test_version_1_is_read_with_notes_states_lines_and_blanks_where_they_count():
    assert told(read_xliff(V1.encode())) == [
        ("1", "두  칸\n줄", "", "draft", "human", (), 6),
        ("2", "감사합니다 %s.", "", "draft", "human", ("정중하게",), 7),
        ("3", "네.", "Vâng.", "approved", "human", (), 10),
        ("4", "OSAN", "", "draft", "human", (), 11),
        ("5", "아니요.", "Không.", "draft", "machine", (), 12),
        ("6", "", "Mồ côi", "draft", "human", (), 14),
        ("1", "끝", "", "draft", "human", (), 17),
    ]


def test_version_2_is_read_with_notes_states_and_lines():
    assert told(read_xliff(V2.encode())) == [
        ("u.s1", "반갑습니다.", "Xin chào.", "approved", "human", ("존칭",), 3),
        ("u.s2", "네.", "Vâng.", "reviewed", "human", ("존칭",), 6),
        ("v", "고맙!습니다.", "", "draft", "human", (), 7),
    ]


@pytest.mark.parametrize("codec", ["utf-8", "utf-16", "utf-16-le"])
def test_xliff_is_told_from_other_files(codec):
    assert (is_xliff(V1.encode(codec)), is_xliff("<tmx/>".encode(codec))) == (True, False)


def filled(data: bytes, source: str, target: str, engine: str = "marian"):
    filling = Filling(data, source, target)
    for slot in filling.slots:
        filling.fill(slot, slot.text.upper() if slot.text.isascii() else f"«{slot.text}»", engine)
    filling.state("기계 번역")
    return filling.written()


def test_only_empty_targets_are_filled_and_codes_stay():
    written = filled(V1.encode(), "ko", "vi")

    assert [(u.id, u.target, u.status, u.origin, u.engine) for u in read_xliff(written.encode())] == [
        ("1", "«두  칸\n줄»", "draft", "machine", "marian"),
        ("2", "«감사합니다 %s.»", "draft", "machine", "marian"),
        ("3", "Vâng.", "approved", "human", ""),
        ("4", "", "draft", "human", ""),
        ("5", "Không.", "draft", "machine", ""),
        ("6", "Mồ côi", "draft", "human", ""),
        ("1", "«끝»", "draft", "machine", "marian"),
    ]
    assert '«감사<g id="b">합니다</g>' in written
    assert '<ph id="p" equiv-text="%s">&lt;br/&gt;</ph>' in written
    assert 'state="needs-review-translation" state-qualifier="leveraged-mt"' in written
    assert written.count('<note from="Twinhall">기계 번역</note>') == 2
    assert ("<!-- from elsewhere -->" in written, 'x:own="kept"' in written) == (True, True)
    assert {u.target_language for u in read_xliff(written.encode())} == {"vi"}


def test_a_file_without_a_namespace_is_filled_too():
    bare = V1.replace(' xmlns="urn:oasis:names:tc:xliff:document:1.2"', "")

    assert '«감사<g id="b">합니다</g>' in filled(bare.encode(), "ko", "vi")


def test_line_breaks_of_the_file_itself_are_none_of_the_text():
    assert [slot.text for slot in Filling(V1.encode(), "ko", "vi").slots[:2]] == [
        '두  칸<x id="1"/>줄',
        '감사<g id="b">합니다</g> <ph id="p"/>.',
    ]


def test_version_2_is_filled_too():
    written = filled(V2.encode(), "ko", "vi")

    assert [(u.target, u.status, u.origin, u.engine, u.notes) for u in read_xliff(written.encode())][2] == (
        "«고맙!습니다.»",
        "draft",
        "machine",
        "marian",
        (),
    )
    assert '<note category="Twinhall">기계 번역</note>' in written
    assert '<segment state="translated" subState="tw:machine">' in written


def test_codes_that_came_back_in_no_order_that_holds_are_left_out():
    filling = Filling(V1.encode(), "ko", "vi")
    slot = filling.slots[1]

    filling.fill(slot, 'Cảm </g> ơn & <g id="b"> <3', "")

    unit = read_xliff(filling.written().encode())[1]
    assert (unit.target, unit.origin) == ("Cảm ơn & <3", "human")


def test_files_for_other_languages_are_refused_by_name():
    with pytest.raises(OtherLanguages, match="ko–vi"):
        Filling(V1.encode().replace(b'source-language="ko">', b'source-language="ja">'), "en", "vi")


@pytest.mark.parametrize("language", ["ko", "vi", "ja"])
def test_a_real_file_without_its_targets_is_filled_as_it_was(language):
    path = SAMPLES / "xliff" / f"focus-ios.{language}.xliff"
    if not path.exists():
        pytest.skip("no ../shared/data beside the checkout")

    data = path.read_bytes()
    before = read_xliff(data)
    empty = re.sub(rb"\n\s*<target>.*?</target>", b"", data, flags=re.DOTALL)
    targets = {(n, u.source): u.target for n, u in enumerate(before)}

    filling = Filling(empty, "en", language)
    units = read_xliff(empty)
    for n, (unit, slot) in enumerate(zip(units, filling.slots, strict=True)):
        filling.fill(slot, targets[n, unit.source] or unit.source, "")
    after = read_xliff(filling.written().encode())

    assert len(after) > 200
    assert [(u.id, u.source, u.target, u.notes) for u in after] == [
        (u.id, u.source, u.target or u.source, u.notes) for u in before
    ]


def test_a_file_in_utf_16_is_read_and_filled():
    path = SAMPLES / "go-tm" / "v1.2.xlf"
    if not path.exists():
        pytest.skip("no ../shared/data beside the checkout")

    units = read_xliff(path.read_bytes())

    assert [(u.source_language, u.target_language, len(u.notes), u.target) for u in units] == [
        ("ja", "en", 4, "I Am a Cat"),
        ("ja", "en", 4, "No Longer Human"),
    ]
    assert read_xliff(Filling(path.read_bytes(), "ja", "en").written().encode()) != ()


@pytest.mark.parametrize(
    ("data", "error"),
    [
        (b"<tmx/>", NotXliff),
        (V1.encode()[:-9], BadXml),
        (b'<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><xliff version="1.2">&a;</xliff>', BadXml),
    ],
)
def test_what_is_no_xliff_is_refused(data, error):
    with pytest.raises(error):
        read_xliff(data)
    with pytest.raises(error):
        Filling(data, "ko", "vi")
