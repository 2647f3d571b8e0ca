"""Keeps personal links out of the log: whoever reads a log must not be able to sit in someone's seat."""

import logging
import re

_LINK = re.compile(r"/j/[^/\s\"']+")


class MaskPersonalLinks(logging.Filter):
    """Writes /j/… for every personal link in a message. Belongs on handlers, which see every logger."""

    def filter(self, record: logging.LogRecord) -> bool:
        message = record.getMessage()
        if "/j/" in message:
            record.msg, record.args = _LINK.sub("/j/…", message), None
        return True
