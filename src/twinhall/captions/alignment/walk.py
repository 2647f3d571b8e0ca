"""Walks through a recording: enters the script at a place, reads along as far as it goes, looks again."""

from collections.abc import Iterator, Sequence

from twinhall.captions.alignment.passages import Passage, ReadToken
from twinhall.captions.alignment.text import ScriptText, Weighed, furthest
from twinhall.captions.ports import Sound
from twinhall.captions.recording import Span
from twinhall.language.places import ScriptIndex

FREE_TOKENS_A_SECOND = 8
AT_START = 0.15


class Walk:
    """Finds the passages of a script in a recording."""

    def __init__(self, text: ScriptText, index: ScriptIndex) -> None:
        self._text, self._index = text, index
        self._speech, self._settings = text.speech, text.settings

    def passages(self) -> Iterator[Passage]:
        """Yield what is read out, in order of time. Cost: about .05 of what is read, .2 of what is not."""
        after, until_s = 0, 0.0
        for node_s in self._nodes():
            if node_s < until_s:
                continue
            entry = self._enter(node_s, until_s, after)
            if entry is None:
                continue
            passage = self.read_on(*entry)
            if passage is not None:
                yield passage
                after, until_s = passage.tokens[-1].token + 1, self.end_of(passage)

    def end_of(self, passage: Passage) -> float:
        """Return when the last token with a sound in it ends: with its run of speech, or soon."""
        spoken = [t for t in passage.tokens if self._text.is_spoken[t.token]] or passage.tokens
        return self._speech.end_of_word(spoken[-1].start_s, self._settings.last_token_s)

    def between(self, span: Span, first: int, last: int) -> Passage | None:
        """Return the clearest of the segments from `first` to before `last` that is read out in a stretch."""
        s = self._settings
        found: list[tuple[float, Passage]] = []
        start_s, until_s = span.start_s, min(span.end_s, span.start_s + s.longest_gap_s)
        while start_s < until_s - s.least_speech_s:
            window = Span(start_s, min(until_s, start_s + s.read_window_s))
            found += self._inside(window, first, last)
            start_s += s.read_window_s - s.search_window_s
        return max(found, key=lambda f: f[0])[1] if found else None

    def _inside(self, span: Span, first: int, last: int) -> Iterator[tuple[float, Passage]]:
        """Yield what some segments gain in a stretch of at most a window, if it is enough."""
        s, text = self._settings, self._text
        if self._speech.seconds(span.start_s, span.end_s) < s.least_speech_s:
            return
        heard = text.hear(span.start_s, span.end_s)
        firsts = [int(text.firsts[n]) for n in range(first, last)]
        ranges = [
            (a, min(b, a + s.most_tokens))
            for a, b in zip(firsts, [*firsts[1:], int(text.firsts[last])], strict=True)
        ]
        for weighed in text.weigh_exactly(heard, span.start_s, span.end_s, ranges):
            gain = float(weighed.sums.max())
            spoken = furthest(weighed.sums, s.fall, s.regain)
            if spoken and gain >= s.filling:
                yield gain, passage_of(weighed, spoken, span.start_s)

    def read_on(self, start_s: float, first: int) -> Passage | None:
        """Return what is read out from a token and a time on, as far as it goes."""
        s, text = self._settings, self._text
        read: list[ReadToken] = []
        from_s = start_s
        while first < int(text.firsts[-1]):
            end_s = min(start_s + s.read_window_s, self._speech.length_s)
            heard = text.hear(start_s, end_s)
            (weighed,) = text.weigh(heard, start_s, end_s, [first])
            spoken = self._spoken(weighed)
            if not spoken:
                break
            (sure,) = text.weigh_exactly(heard, start_s, end_s, [(first, first + spoken)])
            found = passage_of(sure, spoken, start_s).tokens
            goes_on_at = None if end_s >= self._speech.length_s else self._resume(found, end_s - s.unsure_s)
            if goes_on_at is None:
                read += found
                break
            read += found[:goes_on_at]
            first, start_s = found[goes_on_at].token, found[goes_on_at].start_s - 0.1
        return Passage(tuple(read), from_s) if read else None

    def _spoken(self, weighed: Weighed) -> int:
        """Return how many tokens are spoken from a place on, up to the first segment that is not read out."""
        s, text = self._settings, self._text
        end = weighed.first + furthest(weighed.sums, s.fall, s.regain)
        segment = text.segment_at(weighed.first)
        while segment < text.segments and int(text.firsts[segment]) < end:
            first = max(weighed.first, int(text.firsts[segment]))
            last = min(end, int(text.firsts[segment + 1]))
            gain = float(weighed.gains[first - weighed.first : last - weighed.first].sum())
            if gain < s.least_gain * text.information(first, last):
                return first - weighed.first
            segment += 1
        return end - weighed.first

    def _resume(self, found: Sequence[ReadToken], sure_until_s: float) -> int | None:
        """Return which token the next window begins with; None if reading ended inside this one."""
        if found[-1].start_s < sure_until_s:
            return None
        text = self._text
        firsts = [
            n for n, t in enumerate(found) if n and t.token in text.first_tokens and t.start_s < sure_until_s
        ]
        if firsts:
            return firsts[-1]
        words = [
            n
            for n, t in enumerate(found)
            if n and text.word_start(t.token) == t.token and t.start_s < sure_until_s
        ]
        return words[-1] if words else None

    def _enter(self, node_s: float, not_before_s: float, after: int) -> tuple[float, int] | None:
        """Return when and at which token the script is read from somewhere behind a node."""
        s, text = self._settings, self._text
        start_s = max(node_s - s.lead_s, not_before_s - 0.1)
        end_s = min(start_s + s.search_window_s, self._speech.length_s)
        if self._speech.seconds(start_s, end_s) < s.least_speech_s:
            return None
        heard = text.hear(start_s, end_s)
        likely = self._likely(after)
        weighed = text.weigh(heard, start_s, end_s, [first for first, _ in likely])
        rated = [(self._surplus(w, start_s, extra), w) for w, (_, extra) in zip(weighed, likely, strict=True)]
        best, found = max(rated, key=lambda r: r[0], default=(-1.0, None))
        if best <= 0:
            best, found = self._far(heard, start_s, end_s, {first for first, _ in likely})
        return (start_s, found.first) if found is not None and best > 0 else None

    def _far(
        self, heard: Sound, start_s: float, end_s: float, known: set[int]
    ) -> tuple[float, Weighed | None]:
        """Return the best place that a free transcript suggests, and by how much it exceeds what it needs."""
        s, text = self._settings, self._text
        told = text.scorer.free(heard, int((end_s - start_s) * FREE_TOKENS_A_SECOND) + 6)
        firsts = []
        halves = told[: len(told) // 2], told  # an index looks at the end of a text only
        for match in (m for part in halves for m in self._index.places(part, s.places)):
            begin, end = int(text.firsts[match.sentence]), int(text.firsts[match.sentence + 1])
            first = (
                begin if match.share < AT_START else text.word_start(begin + int(match.share * (end - begin)))
            )
            if first not in known and first not in firsts:
                firsts.append(first)
        if not firsts:
            return -1.0, None
        weighed = text.weigh(heard, start_s, end_s, firsts)
        rated = sorted(((self._surplus(w, start_s, s.jump), n) for n, w in enumerate(weighed)), reverse=True)
        best, n = rated[0]
        if (
            len(rated) > 1
            and best - rated[1][0] < s.margin
            and text.segment_at(firsts[n]) != text.segment_at(firsts[rated[1][1]])
        ):
            return -1.0, None
        return best, weighed[n]

    def _likely(self, after: int) -> list[tuple[int, float]]:
        """Return the places where reading goes on most often, and the evidence that each needs more."""
        s, text = self._settings, self._text
        if after >= int(text.firsts[-1]):
            return []
        here = text.segment_at(after)
        places = [(after, 0.0)]
        inside = after != int(text.firsts[here])
        if inside:
            places.append((int(text.firsts[here]), s.skipped))
        for n in range(here + 1, min(here + 4, text.segments)):
            places.append((int(text.firsts[n]), min(s.most_skipped, s.skipped * (n - here - inside))))
        return places

    def _surplus(self, weighed: Weighed, start_s: float, extra: float) -> float:
        """Return by how much a place's evidence exceeds what it needs for the speech that it explains."""
        s = self._settings
        spoken = self._spoken(weighed)
        if not spoken:
            return -s.base
        explained_s = self._speech.seconds(float(weighed.starts_s[0]), float(weighed.starts_s[spoken]))
        need = s.base + s.slope * min(explained_s, s.most_counted_s) + extra
        return float(weighed.sums[spoken - 1]) - need

    def _nodes(self) -> Iterator[float]:
        """Yield the times at which reading may begin: onsets, and steps through speech without a pause."""
        s = self._settings
        last_s = -s.step_s
        for run in self._speech.runs:
            at_s = run.start_s
            while at_s < run.end_s - s.least_speech_s:
                if at_s - last_s >= s.step_s:
                    yield at_s
                    last_s = at_s
                at_s += s.longest_run_s


def passage_of(weighed: Weighed, spoken: int, from_s: float) -> Passage:
    """Return the first tokens of a place as read."""
    tokens = tuple(
        ReadToken(weighed.first + k, float(weighed.starts_s[k]), float(weighed.gains[k]))
        for k in range(spoken)
    )
    return Passage(tokens, from_s)
