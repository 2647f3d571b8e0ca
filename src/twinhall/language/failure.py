"""How an outside engine fails."""


class EngineError(Exception):
    """An engine could not do its work; the message names it and says what to do, never what was said."""
