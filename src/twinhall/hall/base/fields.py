"""Form fields that tidy what was typed and say plainly what is wrong with it."""

from typing import Any
from zoneinfo import available_timezones

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from twinhall.hall.base.words import tidy, validate_name

NAME_LENGTH = 120


class NameField(forms.CharField):
    """A name or title: composed, single-spaced, letters only, at most NAME_LENGTH characters."""

    def __init__(self, *, max_length: int = NAME_LENGTH, **told: Any) -> None:
        super().__init__(max_length=max_length, **told)
        self.validators.append(validate_name)

    def to_python(self, value: Any) -> str:
        return tidy(super().to_python(value) or "")


class TimeZoneField(forms.CharField):
    """An IANA time zone, as Asia/Seoul."""

    def __init__(self, **told: Any) -> None:
        widget = forms.TextInput(attrs={"list": "time-zones", "autocomplete": "off", "spellcheck": "false"})
        super().__init__(max_length=64, widget=widget, **told)

    def validate(self, value: Any) -> None:
        super().validate(value)
        if value not in available_timezones():
            raise ValidationError(_("There is no such time zone. Choose one of the list, as Asia/Seoul."))
