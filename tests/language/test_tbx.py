from pathlib import Path

import pytest

from twinhall.language.tbx import BadTbx, read_tbx
from twinhall.language.terms import Concept, Standing, Term

SAMPLES = Path(__file__).parents[3] / "shared" / "data" / "interchange"
V2 = """<?xml version="1.0"?><!DOCTYPE martif SYSTEM "TBXcoreStructV02.dtd">
<martif type="TBX" xml:lang="en"><text><body><termEntry id="c1">
<langSet xml:lang="vi"><tig><term>Quảng Nam</term></tig></langSet>
<langSet xml:lang="ko-KR">
 <tig><term>광남</term><termNote type="administrativeStatus">deprecatedTerm-admn-sts</termNote></tig>
 <tig><term>꽝남 성</term><termNote type="administrativeStatus">admittedTerm-admn-sts</termNote></tig>
 <ntig><termGrp><term>꽝남성</term><termNote type="administrativeStatus">preferredTerm-admn-sts</termNote>
 </termGrp></ntig>
</langSet></termEntry></body></text></martif>"""
V3 = """<tbx type="TBX-Basic" style="dca" xml:lang="en" xmlns="urn:iso:std:iso:30042:ed-2"><text><body>
<conceptEntry id="c1"><langSec xml:lang="en"><termSec><term>Osan
 City</term></termSec><termSec><term>Osan</term></termSec></langSec></conceptEntry>
<conceptEntry id="c2"><langSec xml:lang="en"><termSec><term> </term></termSec></langSec></conceptEntry>
</body></text></tbx>"""


def test_forms_have_their_standing():
    assert read_tbx(V2.encode(), Path("a.tbx")) == (
        Concept(
            "c1",
            (
                Term("vi", "Quảng Nam"),
                Term("ko", "광남", Standing.FORBIDDEN),
                Term("ko", "꽝남 성", Standing.VARIANT),
                Term("ko", "꽝남성", Standing.PREFERRED),
            ),
        ),
    )


def test_without_a_mark_the_first_form_is_preferred_and_empty_ones_are_none():
    assert read_tbx(V3.encode(), Path("a.tbx")) == (
        Concept("c1", (Term("en", "Osan City"), Term("en", "Osan", Standing.VARIANT))),
    )


@pytest.mark.parametrize(
    ("name", "concepts", "languages"),
    [
        ("generated/vn_provinces_ko_vi.v2.tbx", 63, {"ko", "vi"}),
        ("generated/vn_provinces_ko_vi.v3.tbx", 63, {"ko", "vi"}),
        ("go-tm/v2.0.tbx", 1, {"en", "ja"}),
    ],
)
def test_real_files_are_read(name, concepts, languages):
    if not (SAMPLES / name).exists():
        pytest.skip("no ../shared/data beside the checkout")
    found = read_tbx((SAMPLES / name).read_bytes(), Path(name))

    assert len(found) == concepts
    assert {term.language for concept in found for term in concept.terms} == languages


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"no xml",
        b"<html/>",
        V3.encode()[:200],
        b'<!DOCTYPE martif [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]><martif>&b;</martif>',
        b'<!DOCTYPE martif [<!ENTITY a SYSTEM "file:///etc/passwd">]><martif>&a;</martif>',
        b"<martif><text><body/></text></martif>",
        V2.encode("cp949", "ignore"),
    ],
)
def test_what_is_no_tbx_is_refused(data):
    with pytest.raises(BadTbx, match="bad"):
        read_tbx(data, Path("bad.tbx"))
