"""The Firefox Translations models on this machine: folders marian-SOURCE-TARGET, each described."""

import json
import re
import shutil
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import httpx2
import zstandard

from twinhall.engines.download import download
from twinhall.engines.marian.catalogue import KINDS, LANGUAGE, SHA256, ListedFile, Offer
from twinhall.engines.marian.runtime import ModelPaths, Runtime
from twinhall.engines.weights import (
    BLOCK,
    Model,
    ModelFile,
    folder_of,
    is_whole,
    models_folder,
    settle,
    sha256_of,
    staging,
)
from twinhall.language.failure import EngineError

PREFIX = "marian-"
DESCRIPTION = "description.json"
LICENCE = "MPL-2.0"
NAME = re.compile(rf"{PREFIX}({LANGUAGE.pattern})-({LANGUAGE.pattern})")

Told = Callable[[str, int, int], None]
"""Called with a file's name, the bytes that are there, and how many it will have."""


@dataclass(frozen=True, slots=True)
class Description:
    """Where a model came from, kept beside it."""

    source: str
    target: str
    version: str
    architecture: str
    model_sha256: str


def name_of(source: str, target: str) -> str:
    """Return the name of a pair's model."""
    return f"{PREFIX}{source}-{target}"


def pair_of(name: str) -> tuple[str, str] | None:
    """Return the pair of a model's name, None if it is no name of one."""
    found = NAME.fullmatch(name)
    return (found[1], found[3]) if found else None


def installed() -> list[Model]:
    """Return the models that are here, by name; their hashes were verified when they came."""
    folders = sorted(models_folder().glob(f"{PREFIX}*")) if models_folder().is_dir() else []
    found = (model_in(folder) for folder in folders if pair_of(folder.name))
    return [model for model in found if model is not None]


def model_in(folder: Path) -> Model | None:
    """Return the model that a folder holds, None if it holds none."""
    try:
        files = json.loads((folder / DESCRIPTION).read_bytes())["files"]
        listed = tuple(ModelFile(str(name), int(f["size"]), str(f["sha256"])) for name, f in files.items())
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return None
    return adopt(folder.name, {f.name: f for f in listed} | described_by(folder / DESCRIPTION))


def described_by(path: Path) -> dict[str, ModelFile]:
    """Return the description itself as a file of the model."""
    return {DESCRIPTION: ModelFile(DESCRIPTION, path.stat().st_size, sha256_of(path))}


def adopt(name: str, files: Mapping[str, ModelFile]) -> Model | None:
    """Return a model of ours from what a bundle or a folder says, None if it is not one.

    Names and places are ours alone; the hashes are those it came with.
    """
    pair = pair_of(name)
    known = {*KINDS.values(), DESCRIPTION}
    if pair is None or not files.keys() <= known or "model.bin" not in files or DESCRIPTION not in files:
        return None
    if not all(SHA256.fullmatch(f.sha256) for f in files.values()):
        return None
    return Model(name, f"translates {pair[0]}-{pair[1]}", LICENCE, tuple(files[n] for n in sorted(files)))


def describe(folder: Path) -> Description:
    """Return where a model came from. Raises EngineError."""
    try:
        told: dict[str, Any] = json.loads((folder / DESCRIPTION).read_bytes())
        return Description(**{key: str(told[key]) for key in Description.__dataclass_fields__})
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise EngineError(f"model {folder.name} is not whole: `twinhall models fetch` mends it") from error


def make_room(offers: Sequence[Offer]) -> None:
    """Make sure that models fit on the disk: packed, unpacked, and as much again. Raises EngineError."""
    models_folder().mkdir(parents=True, exist_ok=True)
    needed = sum(offer.size + 2 * sum(f.size for f in offer.files) for offer in offers)
    free = shutil.disk_usage(models_folder()).free
    if free < needed:
        raise EngineError(
            f"{needed / 1e6:.0f} MB are needed in {models_folder()}, {free / 1e6:.0f} MB are free"
        )


def fetch(client: httpx2.Client, offer: Offer, told: Told) -> Model:
    """Bring a model here, whole or not at all, and return it. Cost: the download. Raises EngineError."""
    there = model_in(models_folder() / name_of(offer.source, offer.target))
    if there is not None and is_that(there, offer) and is_whole(there):
        return there
    downloads = models_folder() / ".downloads"
    downloads.mkdir(parents=True, exist_ok=True)
    arrived = {file: bring(client, file, downloads, told) for file in offer.files}
    model = put_together(offer, arrived)
    for path in arrived.values():
        path.unlink()
    return model


def is_that(model: Model, offer: Offer) -> bool:
    """Say whether a model that is here has the files of an offer."""
    here = {(f.name, f.sha256) for f in model.files if f.name != DESCRIPTION}
    return here == {(f.name, f.sha256) for f in offer.files}


def bring(client: httpx2.Client, file: ListedFile, downloads: Path, told: Told) -> Path:
    """Fetch one file as it is packed; a break resumes by its hash."""
    path = downloads / file.remote.sha256
    if not (path.is_file() and path.stat().st_size == file.remote.size):
        download(client, file.remote, path, lambda there: told(file.name, there, file.remote.size))
    return path


def put_together(offer: Offer, arrived: Mapping[ListedFile, Path]) -> Model:
    """Unpack, describe, verify, try and install a model."""
    sizes = {f.name: ModelFile(f.name, f.size, f.sha256) for f in offer.files}
    description = Description(
        offer.source,
        offer.target,
        offer.version,
        offer.architecture,
        next(f.sha256 for f in offer.files if f.name == "model.bin"),
    )
    text = json.dumps(
        asdict(description)
        | {"licence": LICENCE, "files": {n: {"size": f.size, "sha256": f.sha256} for n, f in sizes.items()}},
        indent=1,
    )
    with staging(Model(name_of(offer.source, offer.target), "", LICENCE, ())) as folder:
        (folder / DESCRIPTION).write_text(text)
        for file, path in arrived.items():
            unpack(file, path, folder / file.name)
        model = adopt(folder.name, sizes | described_by(folder / DESCRIPTION))
        if model is None:
            raise EngineError(f"the list's model for {offer.source}-{offer.target} has files nobody knows")
        try_out(folder)
        settle(model, folder)
    return model


def unpack(file: ListedFile, path: Path, target: Path) -> None:
    """Write a file as it is used, never more than its size and one byte. Raises EngineError."""
    with path.open("rb") as packed, target.open("wb") as out:
        try:
            source = zstandard.ZstdDecompressor().stream_reader(packed) if file.packed else packed
            while block := source.read(BLOCK):
                out.write(block)
                if out.tell() > file.size:
                    break
        except zstandard.ZstdError as error:
            raise EngineError(f"{file.name} from {file.remote.url} cannot be unpacked") from error


def try_out(folder: Path) -> None:
    """Load the model in a folder. Raises EngineError if it cannot be used."""
    Runtime(paths_in(folder))


def paths_in(folder: Path) -> ModelPaths:
    """Return the files of a model's folder."""
    shared, shortlist = folder / "vocabulary.spm", folder / "shortlist.bin"
    split = not shared.is_file()
    return ModelPaths(
        model=folder / "model.bin",
        source_vocabulary=folder / "source.spm" if split else shared,
        target_vocabulary=folder / "target.spm" if split else shared,
        shortlist=shortlist if shortlist.is_file() else None,
    )


def folder_for(source: str, target: str) -> Path:
    """Return where a pair's model is or would be."""
    return folder_of(Model(name_of(source, target), "", LICENCE, ()))
