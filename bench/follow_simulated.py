"""How well does the text follower keep its place, simulated on the Universal Declaration of Human Rights?

A script is read out character by character, with errors of recognition, ad-libs in the same register, skips
and repeats. Prints JSON. Even seeds were used to find the settings, odd ones report.
"""

import argparse
import random
import time
from pathlib import Path

import pyopenjtalk

from _follow_recordings import TEXTS, column
from _setting import report
from _simulation import Scores, score, speech
from twinhall.captions.follower_text import TextFollower, TextFollowerSettings
from twinhall.captions.ports import Heard

DATA = Path(__file__).parent / "data"
SCRIPT, ADLIBS = 48, 16  # sentences
GRACE = {"ko": 8, "ja": 8, "vi": 16, "en": 20}


def main() -> None:
    """Print one JSON object."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--languages", default="ko,vi,ja,en")
    parser.add_argument("--errors", default="0,0.2,0.3", help="share of characters that are heard wrongly")
    parser.add_argument("--speeches", type=int, default=4)
    parser.add_argument("--size", type=int, default=SCRIPT, help="of the script, filled up from --texts")
    parser.add_argument("--texts", type=Path, default=TEXTS, help="a table of parallel sentences")
    parser.add_argument("--tune", action="store_true", help="even seeds, on which settings may be tuned")
    args = parser.parse_args()
    rows = [
        simulated(language, float(error), args)
        for language in args.languages.split(",")
        for error in args.errors.split(",")
    ]
    seeds = "even" if args.tune else "odd"
    report("follow_simulated", {"seeds": seeds, "size": args.size}, {"rows": rows})


def simulated(
    language: str, error: float, args: argparse.Namespace, settings: TextFollowerSettings | None = None
) -> dict[str, object]:
    """Return the figures of some speeches in a language at an error rate."""
    sentences = [sounds(s, language) for s in (DATA / f"udhr.{language}.txt").read_text().splitlines()]
    script, adlibs = sentences[:SCRIPT], sentences[SCRIPT:][:ADLIBS]
    behind = filling(args.texts, language, args.size - len(script))
    total, ready_s, spent_s = Scores(), 0.0, 0.0
    for number in range(args.speeches):
        rng = random.Random(2 * number + (not args.tune))
        said = speech(script, adlibs, error, language, rng)
        coming = iter([c for stretch in said for c in stretch.heard])
        began_s = time.process_time()
        follower = TextFollower(lambda _s, c=coming: Heard(next(c), ""), script + behind, language, settings)
        ready_at_s = time.process_time()
        shown = [[follower.step(0.0) for _ in stretch.heard] for stretch in said]
        ready_s, spent_s = ready_s + ready_at_s - began_s, spent_s + time.process_time() - ready_at_s
        score(said, shown, GRACE[language], total)
    cost = {
        "ready_s": round(ready_s / args.speeches, 3),
        "ms_a_character": round(1000 * spent_s / max(1, total.characters), 3),
    }
    return {"language": language, "error": error, **total.figures(), **cost}


def filling(texts: Path, language: str, wanted: int) -> list[str]:
    """Return sentences that make a script longer and are never read out."""
    found = [sounds(s, language) for s in column(texts, language)[: max(0, wanted)]]
    if len(found) < wanted:
        raise SystemExit(f"follow_simulated: {texts} has not {wanted} sentences in {language}")
    return found


def sounds(sentence: str, language: str) -> str:
    """Return a sentence as it sounds: Japanese in kana, so that a single character can be heard."""
    return str(pyopenjtalk.g2p(sentence, kana=True)) if language == "ja" else sentence


if __name__ == "__main__":
    main()
