"""A stand-in LibreTranslate server that turns Korean into Vietnamese of about the right length."""

import re
from typing import Any

from tests.stand_in import Answer, Asked, says

CLAUSE = "tôi xin gửi lời chào thân ái đến quý vị"
A_CLAUSE = 18  # letters of Korean, about
NAME = re.compile(r"[A-Z][a-z]{4,}")


def respond(asked: Asked) -> Answer:
    """Answer as the documented interface does."""
    if asked.path == "/languages":
        return says([{"code": "ko", "name": "Korean", "targets": ["ko", "vi"]}])
    if asked.path == "/translate":
        return says({"translatedText": [rendered(text) for text in asked.json["q"]]})
    return says({"error": "Not found"}, 404)


def rendered(text: str) -> str:
    """Return clauses, and every Latin name that was in the text: masks of agreed terms are such names."""
    clauses: list[Any] = [CLAUSE] * max(1, len(text) // A_CLAUSE)
    said = ", ".join([*clauses, *NAME.findall(text)])
    return f"{said[0].upper()}{said[1:]}."
