"""What a command cannot do as it was asked."""


class BadInput(ValueError):
    """What was asked cannot be done; the message says why, in one line."""
