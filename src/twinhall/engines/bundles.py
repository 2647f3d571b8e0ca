"""Models in one file, for networks that reach nothing outside: a tar with a manifest of hashes."""

import json
import shutil
import tarfile
from collections.abc import Sequence
from io import BytesIO
from pathlib import Path

from twinhall.captions.ports import EngineError
from twinhall.engines.weights import BLOCK, Model, ModelFile, ready, settle, staging

MANIFEST = "manifest.json"
FORMAT = "twinhall-models-1"
MANIFEST_LIMIT = 1 << 20


class BadBundle(EngineError):
    """A bundle that cannot be used; the message says why."""


def export_bundle(models: Sequence[Model], path: Path) -> None:
    """Write models into one file, whole or not at all. Raises EngineError."""
    manifest = {
        "format": FORMAT,
        "files": {
            f"{m.name}/{f.name}": {"size": f.size, "sha256": f.sha256} for m in models for f in m.files
        },
    }
    folders = [(model, ready(model)) for model in models]
    unfinished = path.with_name(path.name + ".part")
    try:
        with tarfile.open(unfinished, "w") as tar:
            add_bytes(tar, MANIFEST, json.dumps(manifest, indent=1).encode())
            for model, folder in folders:
                for file in model.files:
                    tar.add(folder / file.name, f"{model.name}/{file.name}", recursive=False)
        unfinished.replace(path)
    except OSError as error:
        raise BadBundle(f"{path}: cannot be written ({error.strerror})") from error
    finally:
        unfinished.unlink(missing_ok=True)


def add_bytes(tar: tarfile.TarFile, name: str, data: bytes) -> None:
    """Add a file to a tar."""
    info = tarfile.TarInfo(name)
    info.size, info.mode = len(data), 0o644
    tar.addfile(info, BytesIO(data))


def import_bundle(path: Path, known: Sequence[Model]) -> list[Model]:
    """Install the models of a bundle and return them. Raises BadBundle, DamagedModel.

    Only known models are taken, by the names and hashes that are known: nothing in the bundle decides where
    anything is written.
    """
    try:
        with tarfile.open(path, "r:") as tar:
            names = manifest_names(tar, path)
            found = [m for m in known if all(f"{m.name}/{f.name}" in names for f in m.files)]
            if not found:
                raise BadBundle(f"{path}: holds no model that is known here")
            for model in found:
                with staging(model) as folder:
                    for file in model.files:
                        extract(tar, model, file, folder / file.name)
                    settle(model, folder)
    except (tarfile.TarError, OSError) as error:
        raise BadBundle(f"{path}: not a bundle of models that can be read") from error
    return found


def manifest_names(tar: tarfile.TarFile, path: Path) -> frozenset[str]:
    """Return the files that a bundle says it holds. Raises BadBundle."""
    first = tar.next()
    if first is None or first.name != MANIFEST or not first.isreg() or first.size > MANIFEST_LIMIT:
        raise BadBundle(f"{path}: not a bundle of models (no manifest)")
    content = tar.extractfile(first)
    try:
        manifest = json.loads(content.read() if content else b"")
        if manifest["format"] != FORMAT:
            raise BadBundle(f"{path}: made by another version ({manifest['format']})")
        return frozenset(manifest["files"])
    except (ValueError, KeyError, TypeError) as error:
        raise BadBundle(f"{path}: its manifest is damaged") from error


def extract(tar: tarfile.TarFile, model: Model, file: ModelFile, target: Path) -> None:
    """Write one regular file of a bundle to a place of our own choosing. Raises BadBundle."""
    try:
        member = tar.getmember(f"{model.name}/{file.name}")
    except KeyError as error:
        raise BadBundle(f"model {model.name}: {file.name} is missing in the bundle") from error
    source = tar.extractfile(member) if member.isreg() else None
    if source is None or member.size != file.size:
        raise BadBundle(f"model {model.name}: {file.name} is not what it should be")
    with source, target.open("wb") as out:
        shutil.copyfileobj(source, out, BLOCK)
