"""`twinhall import memory` and `twinhall export memory`."""

import pytest

from twinhall.cli import main
from twinhall.hall.translation.models import MemoryPair

from .conftest import SIGNED, SIGNED_VI, THANKS, THANKS_VI
from .test_pages import INTERCHANGE, TMX


@pytest.fixture
def run(db, capsys):
    """run("import", "memory", …) returns exit code, output and errors."""

    def command(*args: object) -> tuple[int, str, str]:
        code = main([str(a) for a in args])
        told = capsys.readouterr()
        return code, told.out, told.err

    return command


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "old.tmx"
    path.write_text(TMX)
    return path


def held() -> set[tuple[str, str, int | None]]:
    return set(MemoryPair.objects.values_list("source", "target", "relation"))


def test_a_file_is_brought_in_and_what_is_not_taken_is_told_by_line(run, file, relation):
    code, out, err = run("import", "memory", file, "--relation", relation.pk)

    assert (code, out) == (0, "4 units: 2 pairs added (ko-vi 2), 0 known already, 2 units not taken\n")
    assert err.splitlines() == [
        "twinhall import: line 4: one-language (ko)",
        "twinhall import: line 5: one-language (ko, fr)",
    ]
    assert held() == {(THANKS, THANKS_VI, relation.pk), ("<b>안녕</b>", "Chào", relation.pk)}


def test_a_second_time_adds_nothing_and_a_dry_run_changes_nothing(run, file):
    dry = run("import", "memory", file, "--dry-run")[1]
    after_dry = held()
    run("import", "memory", file)

    assert dry.startswith("4 units: 2 pairs would be added (ko-vi 2)")
    assert after_dry == set()
    assert run("import", "memory", file)[1].startswith("4 units: 0 pairs added (none), 2 known already")


@pytest.mark.parametrize(
    ("args", "why"),
    [
        (("--relation", "99"), "there is no relation 99"),
        (("--only", "ko"), "--only wants two or more"),
        (("--only", "ko,fr"), "--only wants two or more"),
    ],
)
def test_what_cannot_be_meant_is_refused(run, file, args, why):
    code, _, err = run("import", "memory", file, *args)

    assert (code, why in err, held()) == (2, True, set())


@pytest.mark.parametrize("content", ["", "<a/>", TMX[:-60], f'<!DOCTYPE a [<!ENTITY x "y">]>{TMX}', None])
def test_a_file_that_cannot_be_used_changes_nothing(run, tmp_path, content):
    path = tmp_path / "bad.tmx"
    if content is not None:
        path.write_text(content)

    code, out, err = run("import", "memory", path)

    assert (code, out, held()) == (2, "", set())
    assert err.startswith("twinhall import: ")
    assert str(path.name) in err


@pytest.mark.parametrize("encoding", [(), ("--utf-16",)])
def test_what_is_taken_out_comes_back_as_it_was(run, tmp_path, sentence, approve, officer, encoding):
    approve(sentence(1), SIGNED_VI)
    approve(sentence(2), THANKS_VI)
    path = tmp_path / "all.tmx"

    told = run("export", "memory", path, *encoding)
    MemoryPair.objects.all().delete()
    run("import", "memory", path)

    assert told[:2] == (0, f"2 pairs written to {path}\n")
    assert set(
        MemoryPair.objects.values_list("source", "target", "before", "approver_name", "file_name")
    ) == {
        (SIGNED, SIGNED_VI, "", officer.name, "all.tmx"),
        (THANKS, THANKS_VI, SIGNED, officer.name, "all.tmx"),
    }


def test_only_the_languages_asked_for_are_written(run, tmp_path, sentence, approve):
    approve(sentence(1), SIGNED_VI)

    assert run("export", "memory", tmp_path / "a.tmx", "--only", "ko,ja")[1].startswith("0 pairs")
    assert run("export", "memory", tmp_path / "no" / "a.tmx")[0] == 2


@pytest.mark.skipif(not INTERCHANGE.exists(), reason="the test recordings are not beside the checkout")
def test_the_memory_of_another_program_in_four_languages(run):
    path = INTERCHANGE / "generated" / "ntrex_ko_vi_ja_en_300.tmx"

    assert run("import", "memory", path, "--only", "ko,vi,ja")[1] == (
        "300 units: 900 pairs added (ko-vi 300, ko-ja 300, vi-ja 300), 0 known already, 0 units not taken\n"
    )
