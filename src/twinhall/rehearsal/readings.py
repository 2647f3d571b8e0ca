"""What a voice must say for what is written: names in another script, numbers, dates."""

import re
import tomllib
from functools import cache
from pathlib import Path


def as_spoken(sentence: str, language: str) -> str:
    """Return a sentence with every known name and number written as it is said; the longest form first."""
    readings = _readings().get(language, {})
    if not readings:
        return sentence
    written = sorted(readings, key=len, reverse=True)
    pattern = re.compile("|".join(re.escape(form) for form in written), re.IGNORECASE)
    folded = {form.lower(): said for form, said in readings.items()}
    return pattern.sub(lambda found: folded[found[0].lower()], sentence)


@cache
def _readings() -> dict[str, dict[str, str]]:
    with (Path(__file__).parent / "readings.toml").open("rb") as file:
        return tomllib.load(file)
