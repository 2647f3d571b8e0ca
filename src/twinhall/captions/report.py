"""A report in plain text of where a speaker left the script, for the officer who prepares the transcript."""

from collections.abc import Sequence
from dataclasses import dataclass

from twinhall.captions.departures import Departures, Stretch, What, departures
from twinhall.captions.report_words import WORDS
from twinhall.captions.values import CaptionLine, Script

QUOTED = 60  # characters of a sentence that was left out


@dataclass(frozen=True, slots=True)
class Subject:
    """What a report is about. notes: keys of words that say what else was found."""

    recording: str
    length_s: float
    speech_s: float
    spoken: str
    engine: str
    script_name: str | None = None
    notes: tuple[str, ...] = ()


def report(subject: Subject, lines: Sequence[CaptionLine], script: Script | None, language: str) -> str:
    """Return the report in a language, English if it is not known."""
    words = WORDS.get(language, WORDS["en"])
    found = departures(lines, script, subject.spoken)
    rows = [*head(subject, script, words), ""]
    if not lines:
        rows += [] if subject.notes else [words["silent"]]
    elif script is None:
        rows += body(found, None, subject, words)
    else:
        rows += [*tally(found, script, words), "", *body(found, script, subject, words)]
        if not found.segments(What.READ, What.AGAIN, What.MOVED):
            rows += ["", words["wrong_script"]]
    rows += [words[note] for note in subject.notes]
    return "\n".join(rows) + "\n"


def head(subject: Subject, script: Script | None, words: dict[str, str]) -> list[str]:
    """Return what the report is about."""
    rows = [
        words["title"],
        words["recording"].format(
            name=subject.recording, length=clock(subject.length_s), speech=clock(subject.speech_s)
        ),
    ]
    if script:
        rows.append(words["script"].format(name=subject.script_name, count=len(script.segments)))
    return rows


def tally(found: Departures, script: Script, words: dict[str, str]) -> list[str]:
    """Return the figures."""
    read_s = found.seconds(What.READ, What.AGAIN, What.MOVED)
    off_s = found.seconds(What.OFF)
    said_s = max(1e-6, read_s + off_s)
    left = sum(len(run) for _, run in found.left_out)
    return [
        words["read"].format(
            count=len(script.segments) - left, all=len(script.segments), share=percent(read_s / said_s)
        ),
        words["off"].format(count=found.count(What.OFF), time=clock(off_s), share=percent(off_s / said_s)),
        words["left_out"].format(count=left, share=percent(left / max(1, len(script.segments)))),
        words["again"].format(count=len(found.segments(What.AGAIN))),
        words["moved"].format(count=len(found.segments(What.MOVED))),
    ]


def body(found: Departures, script: Script | None, subject: Subject, words: dict[str, str]) -> list[str]:
    """Return what happened from stretch to stretch, and what was left out where it should have come."""
    left = dict(found.left_out)
    rows = [*omitted(left.pop(-1, ()), script, words)]
    for stretch in found.stretches:
        times = f"{clock(stretch.span.start_s)}–{clock(stretch.span.end_s)}"
        rows.append(f"{times}  {said(stretch, script, subject, words)}")
        for segment in stretch.segments:
            rows += omitted(left.pop(segment, ()), script, words)
    return rows


def said(stretch: Stretch, script: Script | None, subject: Subject, words: dict[str, str]) -> str:
    """Return what happened in a stretch."""
    if stretch.what is What.OFF or script is None:
        return words["heard"].format(text=stretch.heard, engine=subject.engine)
    return words[f"stretch_{stretch.what}"].format(segments=names(stretch.segments, script))


def omitted(segments: Sequence[int], script: Script | None, words: dict[str, str]) -> list[str]:
    """Return a row for each segment that was left out."""
    if script is None:
        return []
    told = [script.segments[n] for n in segments]
    return [
        "    "
        + words["omitted"].format(
            segment=s.id, text=s.text if len(s.text) <= QUOTED else s.text[:QUOTED] + "…"
        )
        for s in told
    ]


def names(segments: Sequence[int], script: Script) -> str:
    """Return the ids of segments that follow each other."""
    first, last = script.segments[segments[0]].id, script.segments[segments[-1]].id
    return first if first == last else f"{first}–{last}"


def clock(seconds: float) -> str:
    """Return a time as h:mm:ss."""
    whole = int(seconds + 0.5)
    return f"{whole // 3600}:{whole // 60 % 60:02}:{whole % 60:02}"


def percent(share: float) -> str:
    """Return a share of one hundred."""
    return f"{100 * share:.0f}"
