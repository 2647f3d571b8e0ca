"""How an outside engine fails."""


class EngineError(Exception):
    """An engine could not do its work; the message names it and says what to do, never what was said."""


class QuotaExceeded(EngineError):
    """What was paid for is used up: asking again is of no use today."""


class KeyRefused(EngineError):
    """The service does not accept the key."""


class Unreachable(EngineError):
    """The service does not answer, or is too busy to: asking later may help."""
