from django.apps import AppConfig


class MeetingsConfig(AppConfig):
    name = "twinhall.hall.meetings"
    label = "meetings"
    default_auto_field = "django.db.models.BigAutoField"
