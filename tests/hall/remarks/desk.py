"""Addresses of the remarks pages, and what a page carries."""

import re

from tests.hall.remarks.test_drafting import at
from twinhall.hall.meetings.models import Remarks

PART = {"HX-Request": "true"}


def page_of(remarks: Remarks, tail: str = "") -> str:
    """The editor, or what lies under it."""
    return f"/meetings/{remarks.item.meeting_id}/remarks/{remarks.pk}/{tail}"


def of_sentence(remarks: Remarks, position: int, what: str, to: str = "vi") -> str:
    """What lies under a sentence."""
    return page_of(remarks, f"sentences/{at(remarks, position).pk}/{what}?to={to}")


def hidden(page: str, name: str) -> str:
    """What a form on a page sends back unseen."""
    return re.search(rf'name="{name}" value="([^"]*)"', page).group(1)
