"""The languages of the hall: those of its interface and of its texts."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Language(models.TextChoices):
    """Tags are BCP 47."""

    KO = "ko", _("Korean")
    VI = "vi", _("Vietnamese")
    JA = "ja", _("Japanese")
    EN = "en", _("English")


ENDONYMS = {Language.KO: "한국어", Language.VI: "Tiếng Việt", Language.JA: "日本語", Language.EN: "English"}
