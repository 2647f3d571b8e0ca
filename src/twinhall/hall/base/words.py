"""What a person may type into a short field."""

import unicodedata

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

INVISIBLE = {"Cc", "Cf", "Cs", "Co", "Cn"}
JOINERS = {"\N{ZERO WIDTH JOINER}", "\N{ZERO WIDTH NON-JOINER}"}


def tidy(value: str) -> str:
    """Return the words composed (NFC) with single spaces, as names and titles are stored."""
    return " ".join(unicodedata.normalize("NFC", value).split())


def validate_name(value: str) -> None:
    """Raise ValidationError for emoji, control characters and directions: a name is read out and printed."""
    for sign in value:
        kind = unicodedata.category(sign)
        if (kind in INVISIBLE and sign not in JOINERS) or kind == "So":
            raise ValidationError(
                _("Write the name in letters only: “%(sign)s” cannot be printed."), params={"sign": sign}
            )
