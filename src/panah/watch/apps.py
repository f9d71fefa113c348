"""The Django app of reminders."""

from django.apps import AppConfig


class WatchConfig(AppConfig):
    """What was reminded of already, and by which ways to remind."""

    name = "panah.watch"
    label = "watch"
    default_auto_field = "django.db.models.BigAutoField"
