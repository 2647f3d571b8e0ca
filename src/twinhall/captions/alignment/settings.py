"""Every number by which a script is laid over a recording. Found by `bench/recorded.py`."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class AlignmentSettings:
    """Evidence in nats, times in seconds. A whole recording is there: windows look far ahead."""

    lowest: float = -3.0  # a token's evidence is clipped to [lowest, highest]
    highest: float = 6.0
    fall: float = 6.0  # evidence that may be lost before reading is over
    regain: float = 12.0  # ... unless so much is gained behind it

    search_window_s: float = 5.0  # audio on which places are compared
    read_window_s: float = 12.0  # audio that is read at a time
    unsure_s: float = 2.0  # newest part of a window that is read again with the next one
    lead_s: float = 0.3  # audio kept before an onset
    tokens_a_second: float = 12.0  # of speech: more cannot have been spoken
    ahead: int = 12
    most_tokens: int = 200

    step_s: float = 2.4  # places where reading may begin again are at least so far apart
    longest_run_s: float = 2.5  # ... and at most so far in speech without a pause
    least_speech_s: float = 0.25

    base: float = 5.0  # evidence that a place needs, and more per second of speech that it explains
    slope: float = 4.0
    most_counted_s: float = 2.5
    skipped: float = 1.0  # more per segment left out
    most_skipped: float = 4.0
    jump: float = 6.0  # more for any other place
    margin: float = 4.0  # evidence by which a jump must beat the runner-up
    longest_gap_s: float = 60.0  # looked through for segments between two neighbours
    filling: float = 4.0  # evidence that a segment needs between its two neighbours
    places: int = 4  # of each half of a free transcript

    least_share: float = 0.5  # of a segment's information must have been read out
    least_gain: float = 0.25  # ... and so much of that be confirmed, on the way from neighbour to neighbour
    least_gain_alone: float = 0.4  # ... or alone
    last_token_s: float = 0.6  # the longest that a last token is believed to last without a pause
    fastest: float = 25.0  # characters a second that can be read out
