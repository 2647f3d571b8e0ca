import hashlib
import sys

import pytest

from twinhall.captions.ports import EngineError
from twinhall.engines.weights import (
    DamagedModel,
    Model,
    ModelFile,
    assembled,
    folder_of,
    is_there,
    is_whole,
    ready,
)

PARTS = (b"first half, ", b"second half")
WHOLE = b"".join(PARTS)


def model_of(content: bytes = WHOLE, packages: tuple[str, ...] = ("toy_part1", "toy_part2")) -> Model:
    parts = tuple((package, "data/toy.bin") for package in packages)
    file = ModelFile("toy.bin", len(content), hashlib.sha256(content).hexdigest(), parts)
    return Model("toy", "nothing", "MIT", (file,))


@pytest.fixture(autouse=True)
def places(tmp_path, monkeypatch):
    """A folder for models, and two packages with a half of one each."""
    monkeypatch.setenv("TWINHALL_MODELS", str(tmp_path / "models"))
    for name, content in zip(("toy_part1", "toy_part2"), PARTS, strict=True):
        (tmp_path / "packages" / name / "data").mkdir(parents=True)
        (tmp_path / "packages" / name / "__init__.py").write_text("")
        (tmp_path / "packages" / name / "data" / "toy.bin").write_bytes(content)
        monkeypatch.delitem(sys.modules, name, raising=False)
    monkeypatch.syspath_prepend(tmp_path / "packages")
    return tmp_path


def test_a_model_is_assembled_from_packages_once(places):
    folder = ready(model_of())
    before = (folder / "toy.bin").stat().st_mtime_ns

    assert (folder / "toy.bin").read_bytes() == WHOLE
    assert ready(model_of()) == places / "models" / "toy"
    assert (folder / "toy.bin").stat().st_mtime_ns == before
    assert [p.name for p in (places / "models").iterdir()] == ["toy"]


def test_parts_that_make_something_else_are_refused_and_leave_nothing(places):
    wrong = model_of(b"x" * len(WHOLE))

    with pytest.raises(DamagedModel):
        ready(wrong)

    assert not is_there(wrong)
    assert list((places / "models").iterdir()) == []


def test_a_damaged_model_is_mended(places):
    folder = ready(model_of())
    (folder / "toy.bin").write_bytes(b"x" * len(WHOLE))

    assert (is_there(model_of()), is_whole(model_of())) == (True, False)
    assembled(model_of())
    assert is_whole(model_of())


def test_a_package_that_is_missing_is_named():
    with pytest.raises(EngineError, match="install the Python packages toy_part3"):
        ready(model_of(packages=("toy_part1", "toy_part3")))


def test_a_model_in_no_package_must_be_imported():
    with pytest.raises(EngineError, match="twinhall models import FILE"):
        ready(model_of(packages=()))

    assert not folder_of(model_of()).exists()
