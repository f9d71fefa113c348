"""The Django app of members."""

from django.apps import AppConfig


class AccountsConfig(AppConfig):
    """Members of the practice."""

    name = "panah.accounts"
    label = "accounts"
    default_auto_field = "django.db.models.BigAutoField"
