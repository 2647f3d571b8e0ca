"""What a stream recogniser hears of one microphone: only while somebody speaks."""

from twinhall.captions.hearing import Hearing
from twinhall.captions.ports import Heard, Stream
from twinhall.captions.speech import Speech

LEAD_S = 0.3  # before the voice sets in
KEEP_ON_S = 0.8  # after the last voice: streams bring the last words late


class TextListening:
    """Gives a stream the speech of one microphone, and ends its utterance in every pause."""

    def __init__(self, stream: Stream, hearing: Hearing, speech: Speech) -> None:
        self._stream, self._hearing, self._speech = stream, hearing, speech
        self._heard_s = speech.until_s  # what was said before is over
        self._is_on = False

    def __call__(self, now_s: float) -> Heard:
        """Return what is recognised by now. Cost: that of the stream. Raises EngineError."""
        onset_s = self._speech.onset_s
        if onset_s is None or now_s - self._speech.ended_s > KEEP_ON_S:
            self._heard_s = now_s
            if not self._is_on:
                return Heard("", "")
            self._is_on = False
            return self._stream.finish()
        if not self._is_on:
            self._heard_s = max(onset_s - LEAD_S, self._heard_s - KEEP_ON_S, 0.0)
            self._is_on = True
        samples = self._hearing.between(self._heard_s, now_s)
        self._heard_s = now_s
        return self._stream.hear(samples)
