"""Starting Django in this process, once, with the register's settings or those of a part above it."""

from __future__ import annotations

import os

REGISTER_ALONE = "panah.register.settings"
_NAME = "DJANGO_SETTINGS_MODULE"


def start(settings: str = REGISTER_ALONE) -> None:
    """Start Django with a module of settings; does nothing if it was started."""
    import django
    from django.apps import apps

    if apps.ready:
        return
    os.environ[_NAME] = settings
    django.setup()
    del os.environ[_NAME]  # read by now; what this process starts is not to take it over
