"""What a password must be, said in every language of the hall."""

from django.contrib.auth.password_validation import MinimumLengthValidator
from django.utils.translation import ngettext


class LongEnough(MinimumLengthValidator):
    """Django's own check; its words are missing in Vietnamese, and would come in another language."""

    def get_error_message(self) -> str:
        words = ngettext(
            "The password needs at least %(number)s character.",
            "The password needs at least %(number)s characters.",
            self.min_length,
        )
        return words % {"number": self.min_length}
