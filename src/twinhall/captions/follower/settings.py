"""Every number the follower decides by. Measured: docs/adr/0004-script-follower.md"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Rule:
    """Evidence (nats) that a place needs: base + slope * seconds of speech heard, from .35 s of it on."""

    base: float
    slope: float
    least_s: float  # speech that must be heard before the place is believed at all
    most_s: float = 1.5  # speech beyond which no more evidence is needed

    def need(self, heard_s: float) -> float:
        """Return the evidence needed, infinite while too little is heard."""
        if heard_s < self.least_s:
            return float("inf")
        return self.base + self.slope * min(max(heard_s, 0.35), self.most_s)


@dataclass(frozen=True, slots=True)
class FollowerSettings:
    """Evidence in nats, times in seconds of the audio clock.

    Found on 26 November 2026 on the recordings of `bench/follow.py ../shared/data/speech --half tune`, read
    straight, with the ad-libs and skips of `../shared/lab/score` and with blocks swapped (`--scenario jump`);
    the other half is for reports alone.
    """

    ahead: int = 12  # tokens of the following segment that are scored with the current one
    lowest: float = -3.0  # a token's evidence is clipped to [lowest, highest]
    highest: float = 6.0

    expected: Rule = Rule(2.0, 4.5, 0.3)  # the next segment, while one is on screen
    expected_off: Rule = Rule(4.0, 5.0, 0.3)  # ... while the screen is blank
    run_on: Rule = Rule(4.5, 5.0, 0.4)  # the next segment, behind the last one without a pause
    kept_up: Rule = Rule(3.0, 6.0, 0.6)  # a segment on screen of which little was heard yet
    unfinished: float = 0.3  # more for the next segment, per token that the current one still owes
    near: Rule = Rule(4.0, 6.0, 0.5)  # one or two segments left out, or the last one again
    far: Rule = Rule(5.0, 8.0, 0.6, 2.2)  # the start of any other segment
    inside: Rule = Rule(5.0, 9.0, 0.8, 2.2)  # the middle of a segment

    step_on: float = 4.5  # evidence of the next segment behind the current one in the same window
    growth: float = 1.5  # evidence of the current segment that counts as progress
    regrowth: float = 3.0  # ... and that keeps it on screen
    regain: float = 12.0  # evidence that lets the frontier leap over misheard tokens
    fall: float = 5.0  # evidence that may be lost before the frontier stops
    clean_start: float = 2.0  # evidence that a jump may lose before its maximum
    clean_share: float = 0.2  # ... or this share of the maximum: a first word is often misheard
    margin: float = 2.5  # evidence by which a jump must beat the runner-up
    fastest_s: float = 0.07  # speech that a token takes at least
    most_tokens_a_second: float = 12.0  # more are not scored
    spare_s: float = 0.2  # speech that the detector may have missed
    few: int = 3  # tokens scored behind those, to see that they are not spoken
    token_s: float = 0.1  # speech that a token of a quick speaker takes

    step_s: float = 0.2  # speech between two looks
    far_step_s: float = 0.5  # ... while the end of the segment is farther away than that
    onset_step_s: float = 0.06  # ... soon after an onset

    lead_s: float = 0.3  # audio kept before a speech onset
    recent_s: float = 0.25  # without speech in the last so many seconds nothing is decided
    least_recent_s: float = 0.06
    least_speech_s: float = 0.3  # speech needed before a window is scored
    wide_after_s: float = 0.6  # unexplained speech after which the whole script is searched
    wide_every_s: float = 0.25
    window_s: float = 6.0  # longest audio scored while tracking
    kept_s: float = 2.5  # audio that trimming leaves
    search_window_s: float = 2.8

    off_after_s: float = 0.7  # unexplained speech after which the screen goes blank at a segment's start
    sooner_s: float = 0.25  # so much less at a pause, when what was said is whole words
    word_end_s: float = 0.1  # silence after which a word is over
    pause_step_s: float = 0.06  # speech not looked at yet that is worth a look then
    off_inside_s: float = 2.0  # ... without a pause: leaving a script there is rare, mishearing is not
    doubt_inside_s: float = 1.1  # unexplained speech in a segment after which other places are tried
    doubt_end_s: float = 0.7  # ... behind a segment's last token, which takes its time
    off_end_s: float = 0.95
    off_leap_s: float = 0.5  # ... after a leap of which little was heard yet
    proven: float = 0.6  # share of a segment's tokens that proves the leap to it
    skips_s: tuple[float, ...] = (0.5, 0.8)  # speech after which segments behind the next one are tried
    most_skipped: int = 3
    per_token_s: float = 0.03  # more patience after a pause, per token that the segment still owes
    most_owed: int = 10
    late_token_s: float = 0.3  # a token that begins so long after the last progress is still being spoken
    patience_more_s: float = 0.2  # ... after the free transcript did not contradict the segment
    least_units: int = 4  # of a free transcript, fewer are no words
    spare_units: int = 6  # of a free transcript before and behind a place
    alike: float = 0.4  # likeness to a free transcript that the next segment needs from a blank screen
    alike_by_leap: float = 0.9  # ... and any other place
    nats_unlike: float = 12.0  # surplus of evidence that makes up for a likeness of 0 instead of 1
    worth_scoring: float = 0.28  # likeness that a place needs to be scored at all
    # Likeness below which a free transcript is something else, by the share of the evidence needed that there
    # is for what is expected: the less evidence, the more must the transcript sound like it.
    contradicts: tuple[tuple[float, float], ...] = ((0.65, 0.2), (0.4, 0.4), (float("-inf"), 0.6))
    strange: float = 0.3  # ... and below which the segment need not be scored again
    longest_opinion_s: float = 10.0
    fresh_s: float = 0.4  # speech that a new onset gets before the screen may go blank
    done: float = 0.8  # share of a segment's information that counts as finished
    half_done: float = 0.4  # ... when a pause of `long_pause_s` follows
    long_pause_s: float = 0.4
