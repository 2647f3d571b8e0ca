"""Scripts that differ from what is spoken: with holes, with more, in another order, of another talk."""

import json
import random
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Spoken:
    """A sentence as it is spoken. segment: its id in the script, None off script."""

    start_s: float
    end_s: float
    segment: str | None
    text: str


@dataclass(frozen=True, slots=True)
class Case:
    """A recording and a script for it; segment n of the script has the id str(n), from 1."""

    name: str
    scenario: str
    language: str
    audio: Path
    script: list[str]
    spoken: list[Spoken]


def cases(folders: Iterable[Path], scenarios: Iterable[str]) -> Iterator[Case]:
    """Yield the cases of all recordings in some folders."""
    wanted = list(scenarios)
    for folder in folders:
        recordings = sorted(folder.glob("*.flac"))
        told = {r: json.loads(r.with_suffix(".timing.json").read_text()) for r in recordings}
        for recording in recordings:
            spoken = [
                Spoken(s.get("onset", s["start"]), s["end"], None, s["text"])
                for s in told[recording]["sentences"]
            ]
            strangers = [s["text"] for r in recordings if r != recording for s in told[r]["sentences"]]
            for scenario in wanted:
                rng = random.Random(f"{recording.stem} {scenario}")
                order = ORDERS[scenario](len(spoken), strangers, rng)
                if order:
                    yield case(recording, scenario, told[recording]["lang"], spoken, order)


def case(recording: Path, scenario: str, language: str, spoken: list[Spoken], order: list[int | str]) -> Case:
    """Return a case. order: the script as numbers of spoken sentences, and sentences that nobody speaks."""
    ids = {n: str(i) for i, n in enumerate(order, 1) if isinstance(n, int)}
    script = [n if isinstance(n, str) else spoken[n].text for n in order]
    told = [Spoken(s.start_s, s.end_s, ids.get(n), s.text) for n, s in enumerate(spoken)]
    return Case(f"{recording.stem}/{scenario}", scenario, language, recording, script, told)


def straight(count: int, strangers: list[str], rng: random.Random) -> list[int | str]:
    """The script is what is spoken."""
    return list(range(count))


def surgery(count: int, strangers: list[str], rng: random.Random) -> list[int | str]:
    """A quarter is said off script, 1-4 sentences at a time; 1-3 sentences here and there are left out."""
    order: list[int | str] = []
    left, since = 0, 0
    for n in range(count):
        if not left and since >= 4 and rng.random() < 0.22:
            left, since = rng.randint(1, 4), 0
        if left:
            left -= 1
            continue
        if strangers and since >= 3 and rng.random() < 0.1:
            order += [rng.choice(strangers) for _ in range(rng.randint(1, 3))]
        order.append(n)
        since += 1
    return order


def jump(count: int, strangers: list[str], rng: random.Random) -> list[int | str]:
    """The second and third quarter of the script are read in the other order."""
    q = count // 4
    return [*range(q), *range(2 * q, 3 * q), *range(q, 2 * q), *range(3 * q, count)]


def wrong(count: int, strangers: list[str], rng: random.Random) -> list[int | str]:
    """The script of another talk; none if there is no other."""
    return list(strangers)


ORDERS = {"straight": straight, "surgery": surgery, "jump": jump, "wrong": wrong}
