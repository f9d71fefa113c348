"""Starting Django in this process, once, with the register's settings or those of a part above it."""

from __future__ import annotations

import os

REGISTER_ALONE = "panah.register.settings"


def start(settings: str = REGISTER_ALONE) -> None:
    """Start Django with a module of settings; does nothing if it was started."""
    import django
    from django.apps import apps

    if not apps.ready:
        os.environ.setdefault("DJANGO_SETTINGS_MODULE", settings)
        django.setup()
