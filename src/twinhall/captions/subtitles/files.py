"""Writes subtitles as WebVTT and SubRip."""

from collections.abc import Mapping, Sequence
from html import escape

from twinhall.captions.subtitles.cues import Cue
from twinhall.captions.subtitles.words import note


def as_vtt(found: Sequence[Cue], engines: Mapping[str, str] | None = None) -> str:
    """Return WebVTT; text that is no approved text of its language bears the class `source` or `machine`.

    engines: by origin what recognised and what translated speech, for the note at the head. No STYLE block:
    ffmpeg before 6 reads no subtitle behind one.
    """
    blocks = ["WEBVTT", *header(found, engines or {})]
    for cue in found:
        lines = []
        for t in cue.texts:
            shown = escape("\n".join(t.lines), quote=False)
            text = f"<lang {t.language}>{shown}</lang>"
            lines.append(f"<c.{t.mark}>{text}</c>" if t.mark else text)
        blocks.append(f"{clock(cue.start_s, '.')} --> {clock(cue.end_s, '.')}\n" + "\n".join(lines))
    return "\n\n".join(blocks) + "\n"


def header(found: Sequence[Cue], engines: Mapping[str, str]) -> list[str]:
    """Return what a viewer may want to know about where the texts come from, in every language shown."""
    texts = [t for cue in found for t in cue.texts]
    origins = list(dict.fromkeys(t.origin for t in texts if t.origin))
    tags = dict.fromkeys(t.language for t in texts)
    told = [note(what, tag, engines.get(what, "")) for tag in tags for what in ["script", *origins]]
    return ["NOTE\n" + "\n".join(told)] if told else []


def as_srt(found: Sequence[Cue]) -> str:
    """Return SubRip. It has no markup: the labels in the text say what is not approved."""
    blocks = []
    for n, cue in enumerate(found, 1):
        text = "\n".join(line for t in cue.texts for line in t.lines)
        blocks.append(f"{n}\n{clock(cue.start_s, ',')} --> {clock(cue.end_s, ',')}\n{text}\n")
    return "\n".join(blocks)


def clock(seconds: float, point: str) -> str:
    """Return a time as hh:mm:ss and milliseconds."""
    ms = round(seconds * 1000)
    return f"{ms // 3_600_000:02}:{ms // 60_000 % 60:02}:{ms // 1000 % 60:02}{point}{ms % 1000:03}"
