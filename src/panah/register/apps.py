"""The Django app of the register."""

from django.apps import AppConfig


class RegisterConfig(AppConfig):
    """Cases, what is recorded of them, and who may see them."""

    name = "panah.register"
    label = "register"
    default_auto_field = "django.db.models.BigAutoField"
