"""Dates of which only the year or the month is known, as old agreements often have."""

import re
from datetime import date

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

PARTIAL = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")


def validate_partial_date(value: str) -> None:
    """Raise ValidationError unless value is YYYY, YYYY-MM or YYYY-MM-DD of a real day."""
    match = PARTIAL.fullmatch(value)
    try:
        if match is None:
            raise ValueError(value)
        year, month, day = match.groups()
        date(int(year), int(month or 1), int(day or 1))
    except ValueError as error:
        raise ValidationError(_("Write a year, a month (2002-05) or a day (2002-05-17).")) from error
