"""Models in one file, for networks that reach nothing outside: a tar with a manifest of hashes."""

import json
import shutil
import tarfile
from collections.abc import Callable, Mapping, Sequence
from io import BytesIO
from pathlib import Path

from twinhall.captions.ports import EngineError
from twinhall.engines.weights import BLOCK, Model, ModelFile, ready, settle, staging, verify

MANIFEST = "manifest.json"
FORMAT = "twinhall-models-1"
MANIFEST_LIMIT = 1 << 20

Adopt = Callable[[str, Mapping[str, ModelFile]], Model | None]
"""Returns the model of that name and those files if it is of a kind that comes with hashes of its own."""

TryOut = Callable[[Path], None]
"""Uses the model in a folder that is not installed yet. Raises EngineError if it cannot be used."""


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


def adopt_none(name: str, files: Mapping[str, ModelFile]) -> Model | None:
    """Take known models only."""
    return None


def try_nothing(folder: Path) -> None:
    """Trust the hashes."""


def import_bundle(
    path: Path, known: Sequence[Model], adopt: Adopt = adopt_none, try_out: TryOut = try_nothing
) -> list[Model]:
    """Install the models of a bundle and return them. Raises BadBundle, DamagedModel.

    Known models are taken by the names and hashes that are known, others only if `adopt` takes them, and only
    after they were tried: nothing in the bundle decides where anything is written.
    """
    try:
        with tarfile.open(path, "r:") as tar:
            listed = manifest_files(tar, path)
            found = [m for m in known if all(f.name in listed.get(m.name, {}) for f in m.files)]
            others = listed.keys() - {m.name for m in known}
            adopted = [m for name in sorted(others) if (m := adopt(name, listed[name]))]
            if not found and not adopted:
                raise BadBundle(f"{path}: holds no model that is known here")
            for model in (*found, *adopted):
                with staging(model) as folder:
                    for file in model.files:
                        extract(tar, model, file, folder / file.name)
                    verify(model, folder)
                    if model in adopted:
                        try_out(folder)
                    settle(model, folder)
    except (tarfile.TarError, OSError) as error:
        raise BadBundle(f"{path}: not a bundle of models that can be read") from error
    return [*found, *adopted]


def manifest_files(tar: tarfile.TarFile, path: Path) -> dict[str, dict[str, ModelFile]]:
    """Return the files that a bundle says it holds, by model and name. Raises BadBundle."""
    first = tar.next()
    if first is None or first.name != MANIFEST or not first.isreg() or first.size > MANIFEST_LIMIT:
        raise BadBundle(f"{path}: not a bundle of models (no manifest)")
    content = tar.extractfile(first)
    try:
        manifest = json.loads(content.read() if content else b"")
        if manifest["format"] != FORMAT:
            raise BadBundle(f"{path}: made by another version ({manifest['format']})")
        models: dict[str, dict[str, ModelFile]] = {}
        for place, told in manifest["files"].items():
            model, _, name = place.partition("/")
            file = ModelFile(name, int(told.get("size", 0)), str(told.get("sha256", "")))
            models.setdefault(model, {})[name] = file
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise BadBundle(f"{path}: its manifest is damaged") from error
    return models


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
