from django.apps import AppConfig


class WebConfig(AppConfig):
    name = "twinhall.hall.web"
    label = "web"
    default_auto_field = "django.db.models.BigAutoField"
