"""`twinhall import terms` and `twinhall export terms` as a person runs them."""

from pathlib import Path

import pytest

from twinhall.hall.translation.models import Concept

SAMPLES = Path(__file__).parents[3] / "shared" / "data" / "interchange"


@pytest.fixture
def table(tmp_path):
    path = tmp_path / "terms.csv"
    path.write_text("ko,vi\n자매결연,kết nghĩa\n홀로,\n꽝남,Quang Nam\n")
    return path


def test_a_dry_run_tells_what_would_change_and_changes_nothing(twinhall, relation, table):
    outcome = twinhall("import", "terms", table, "--holds", f"relation-{relation.pk}", "--dry-run")

    assert (outcome.code, outcome.out) == (
        0,
        "1 new, 0 changed, 0 as before, 1 kept otherwise, 1 left out (nothing was changed)\n",
    )
    assert outcome.err.splitlines() == [
        "twinhall import: line 3 is left out: in one language only: 홀로",
        "twinhall import: line 4: Quang Nam (vi) is a name, kept as Quảng Nam; change it at its city",
    ]
    assert not Concept.objects.exists()


@pytest.mark.parametrize("name", ["out.csv", "out.tbx"])
def test_what_is_exported_and_imported_again_changes_nothing(twinhall, relation, table, tmp_path, name):
    twinhall("import", "terms", table, "--holds", "house")

    written = twinhall("export", "terms", tmp_path / name)
    again = twinhall("import", "terms", tmp_path / name)

    assert (written.code, written.out) == (0, f"3 terms written to {tmp_path / name}\n")
    assert (again.out, again.err) == ("0 new, 0 changed, 3 as before, 0 kept otherwise, 0 left out\n", "")


def test_provinces_are_taken_over_and_the_name_of_the_partner_stays(twinhall, relation, quang_nam, tmp_path):
    path = SAMPLES / "generated" / "vn_provinces_ko_vi.v2.tbx"
    if not path.exists():
        pytest.skip("no ../shared/data beside the checkout")

    outcome = twinhall("import", "terms", path, "--holds", "house")

    assert outcome.out == "62 new, 1 changed, 0 as before, 0 kept otherwise, 0 left out\n"
    added = Concept.objects.get(city=quang_nam)
    assert [(t.form, t.kind) for t in added.terms.all()] == [("꽝남 성", "variant")]


@pytest.mark.parametrize(
    ("name", "content", "more", "reason"),
    [
        ("a.tbx", b"<html/>", (), "XML, but not TBX"),
        ("a.csv", b"one,two\n", (), "line 1: the first row must name two languages"),
        ("a.csv", b"ko,vi\na,b\n", ("--holds", "relation-99"), "no such place"),
        ("none.csv", None, (), "no such file"),
    ],
)
def test_what_cannot_be_used_is_refused(twinhall, db, tmp_path, name, content, more, reason):
    if content is not None:
        (tmp_path / name).write_bytes(content)

    outcome = twinhall("import", "terms", tmp_path / name, *more)

    assert (outcome.code, outcome.out) == (2, "")
    assert reason in outcome.err


def test_a_name_of_another_kind_is_not_written(twinhall, db, tmp_path):
    assert twinhall("export", "terms", tmp_path / "a.xlsx").code == 2
