"""How well does each engine recognise each language, and at what cost?

Every labelled sentence is recognised by itself and compared with what was read: the share of
letters that are wrong, figures in words, blanks and punctuation apart. Prints JSON.
--bias on: Whisper is told the script's words; off: those of all other sentences of the script.

A folder holds NAME.flac and NAME.timing.json in a folder a language.
"""

import argparse
import json
import time
from collections.abc import Sequence
from pathlib import Path

from _setting import report
from twinhall.captions.doubt import believed
from twinhall.captions.ports import SAMPLE_RATE, EngineError, Recognizer, Samples, Word
from twinhall.engines import recognizers, registry
from twinhall.engines.audio_file import decode
from twinhall.engines.whisper import TAIL_S, TOKENS_A_SECOND, WhisperRecognizer
from twinhall.language.spoken import spoken

SPEECH = Path(__file__).parents[2] / "shared" / "data" / "speech"
EDGE_S = 0.2
MOST_TOLD = 100  # tokens


def main() -> None:
    """Print one JSON object."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path, nargs="?", default=SPEECH)
    parser.add_argument("--languages", default="ko,vi,ja,en")
    parser.add_argument("--engines", default="whisper,viet-asr,vosk,sherpa-onnx")
    parser.add_argument("--seconds", type=float, default=150.0, help="of each recording")
    parser.add_argument("--bias", choices=("none", "on", "off"), default="none")
    args = parser.parse_args()
    rows = []
    for timing in sorted(
        p for tag in args.languages.split(",") for p in (args.folder / tag).glob("*.timing.json")
    ):
        for engine in args.engines.split(","):
            if args.bias == "none" or engine == recognizers.WHISPER:
                rows += measured(timing, engine, args)
    report("recognise", {"seconds": args.seconds, "bias": args.bias}, {"rows": rows})


def measured(timing: Path, engine: str, args: argparse.Namespace) -> list[dict[str, object]]:
    """Return the figures of one engine on one recording, none if it cannot recognise it here."""
    language = timing.parent.name
    sentences = [s for s in json.loads(timing.read_text())["sentences"] if s["end"] <= args.seconds]
    audio = decode(timing.with_name(timing.name.replace(".timing.json", ".flac"))) / 32768.0
    wrong, letters, spent_s, heard_s = 0, 0, 0.0, 0.0
    for n, sentence in enumerate(sentences):
        told = [s["text"] for m, s in enumerate(sentences) if args.bias == "on" or m != n]
        try:
            recognizer = opened(engine, language, told if args.bias != "none" else [])
        except EngineError:
            return []
        first, last = (int(s * SAMPLE_RATE) for s in (sentence["start"] - EDGE_S, sentence["end"] + EDGE_S))
        samples = audio[max(0, first) : last].astype("float32")
        began_s = time.process_time()
        words = believed(recognizer.recognize(samples), language)
        spent_s += time.process_time() - began_s
        heard_s += len(samples) / SAMPLE_RATE
        read = plain(sentence["text"], language)
        wrong += distance(read, plain("".join(w.text for w in words), language))
        letters += len(read)
    return [
        {
            "language": language,
            "recording": timing.name.removesuffix(".timing.json"),
            "engine": engine,
            "sentences": len(sentences),
            "letters_wrong": round(wrong / max(1, letters), 3),
            "computing": round(spent_s / max(1e-9, heard_s), 3),
        }
    ]


class Biased:
    """Whisper, told words as if they had been said before. Not in the product: off script it does harm."""

    def __init__(self, language: str, told: str) -> None:
        self._whisper = registry.whisper()
        tokens = self._whisper.tokenizer(language)
        before = [tokens.sot_prev, *tokens.encode(f" {told}")[-MOST_TOLD:]]
        self._tokens, self._start = tokens, [*before, *tokens.sot_sequence, tokens.no_timestamps]

    def recognize(self, samples: Samples) -> list[Word]:
        """Return the whole text as one word."""
        seconds = len(samples) / SAMPLE_RATE
        encoded = self._whisper.encode(samples, TAIL_S)
        ids, _ = self._whisper.generate(encoded, self._start, int(seconds * TOKENS_A_SECOND) + 8)
        return [Word(self._tokens.decode([t for t in ids if t < self._tokens.eot]), 0.0, seconds)]


_opened: dict[tuple[str, str], Recognizer] = {}


def opened(engine: str, language: str, told: Sequence[str]) -> Recognizer:
    """Return a recogniser. Raises EngineError if the engine is not here or does not know the language."""
    if engine == recognizers.WHISPER:
        whisper = WhisperRecognizer(registry.whisper(), language)
        return Biased(language, rare_words(told)) if told else whisper
    if (engine, language) not in _opened:
        _opened[engine, language] = recognizers.streamed(recognizers.streaming(engine, language))
    return _opened[engine, language]


def rare_words(sentences: Sequence[str]) -> str:
    """Return the words of a script that come once, the longest ones: names and terms are among them."""
    words = [w.strip(".,?!\"'") for s in sentences for w in s.split()]
    single = dict.fromkeys(w for w in words if words.count(w) == 1)
    return " ".join(sorted(single, key=len, reverse=True)[:40])


def plain(text: str, language: str) -> str:
    """Return the letters of a text as it is said."""
    return "".join(c for c in spoken(text, language).casefold() if c.isalnum())


def distance(read: str, heard: str) -> int:
    """Return how many letters must be changed, added or left out."""
    row = list(range(len(heard) + 1))
    for n, a in enumerate(read, 1):
        before, row[0] = row[0], n
        for m, b in enumerate(heard, 1):
            before, row[m] = row[m], min(row[m] + 1, row[m - 1] + 1, before + (a != b))
    return row[-1]


if __name__ == "__main__":
    main()
