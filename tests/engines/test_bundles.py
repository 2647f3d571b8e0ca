import hashlib
import io
import json
import tarfile
from pathlib import Path

import pytest

from twinhall.engines.bundles import BadBundle, export_bundle, import_bundle
from twinhall.engines.weights import DamagedModel, Model, ModelFile, folder_of, is_whole

CONTENT = b"weights"
TOY = Model("toy", "nothing", "MIT", (ModelFile("toy.bin", 7, hashlib.sha256(CONTENT).hexdigest()),))
MANIFEST = {"format": "twinhall-models-1", "files": {"toy/toy.bin": {}}}


@pytest.fixture(autouse=True)
def models(tmp_path, monkeypatch):
    monkeypatch.setenv("TWINHALL_MODELS", str(tmp_path / "models"))
    return tmp_path / "models"


def bundle(path: Path, *members: tuple[str, bytes], link: str | None = None) -> Path:
    with tarfile.open(path, "w") as tar:
        for name, data in members:
            info = tarfile.TarInfo(name)
            info.size = len(data)
            tar.addfile(info, io.BytesIO(data))
        if link:
            info = tarfile.TarInfo(link)
            info.type, info.linkname = tarfile.SYMTYPE, "/etc/passwd"
            tar.addfile(info)
    return path


def with_manifest(manifest: object) -> tuple[str, bytes]:
    return "manifest.json", json.dumps(manifest).encode()


def test_a_model_comes_back_as_it_went(tmp_path, models):
    folder_of(TOY).mkdir(parents=True)
    (folder_of(TOY) / "toy.bin").write_bytes(CONTENT)
    export_bundle([TOY], tmp_path / "b.tar")
    (folder_of(TOY) / "toy.bin").unlink()
    folder_of(TOY).rmdir()

    assert import_bundle(tmp_path / "b.tar", [TOY]) == [TOY]
    assert is_whole(TOY)
    assert sorted(p.name for p in tmp_path.iterdir()) == ["b.tar", "models"]


@pytest.mark.parametrize(
    ("members", "link", "reason"),
    [
        ([], None, "no manifest"),
        ([("toy/toy.bin", CONTENT)], None, "no manifest"),
        ([("manifest.json", b"{")], None, "manifest is damaged"),
        ([with_manifest({"format": "other", "files": {}})], None, "another version"),
        ([with_manifest({"format": "twinhall-models-1", "files": {}})], None, "no model that is known"),
        ([with_manifest(MANIFEST)], None, "missing in the bundle"),
        ([with_manifest(MANIFEST), ("toy/toy.bin", b"too long for it")], None, "not what it should be"),
        ([with_manifest(MANIFEST)], "toy/toy.bin", "not what it should be"),
    ],
)
def test_a_bundle_that_cannot_be_used_says_why_and_installs_nothing(tmp_path, models, members, link, reason):
    path = bundle(tmp_path / "b.tar", *members, link=link)

    with pytest.raises(BadBundle, match=reason):
        import_bundle(path, [TOY])

    assert not folder_of(TOY).exists()


def test_wrong_weights_are_refused(tmp_path, models):
    path = bundle(tmp_path / "b.tar", with_manifest(MANIFEST), ("toy/toy.bin", b"WEIGHTS"))

    with pytest.raises(DamagedModel):
        import_bundle(path, [TOY])

    assert list(models.iterdir()) == []


def test_names_that_lead_elsewhere_are_never_written(tmp_path, models):
    path = bundle(
        tmp_path / "b.tar", with_manifest(MANIFEST), ("../../evil", b"evil"), ("toy/toy.bin", CONTENT)
    )

    import_bundle(path, [TOY])

    assert sorted(p.relative_to(tmp_path).as_posix() for p in tmp_path.rglob("*") if p.is_file()) == [
        "b.tar",
        "models/toy/toy.bin",
    ]


@pytest.mark.parametrize("content", [b"", b"no tar at all" * 100])
def test_a_file_that_is_no_bundle_says_so(tmp_path, content):
    (tmp_path / "b.tar").write_bytes(content)

    with pytest.raises(BadBundle):
        import_bundle(tmp_path / "b.tar", [TOY])


def test_a_place_that_cannot_be_written_says_so(tmp_path):
    folder_of(TOY).mkdir(parents=True)
    (folder_of(TOY) / "toy.bin").write_bytes(CONTENT)

    with pytest.raises(BadBundle, match="cannot be written"):
        export_bundle([TOY], tmp_path / "none" / "b.tar")
