"""The models that hear and translate."""

from collections.abc import Iterator
from importlib.util import find_spec

from twinhall.doctor.finding import Finding, missing, ok
from twinhall.engines import registry, weights


def look() -> Iterator[Finding]:
    """Look at every model that the registry knows."""
    for model in registry.MODELS:
        thing = f"model {model.name}"
        if weights.is_there(model):
            yield ok(thing, f"{model.purpose}; {model.size / 1e6:.0f} MB")
        elif model.packages and all(find_spec(package) for package in model.packages):
            yield ok(thing, f"{model.purpose}; put together at its first use")
        else:
            yield missing(
                thing, f"not in {weights.models_folder()}; {model.purpose}", "twinhall models fetch"
            )
