"""Acts and confirmations cannot be replaced, nor their tables emptied."""

from typing import ClassVar

from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

from panah.register.triggers import make_whole, take_away


def _make(apps: object, editor: BaseDatabaseSchemaEditor) -> None:
    make_whole(editor)


def _take_away(apps: object, editor: BaseDatabaseSchemaEditor) -> None:
    take_away(editor)


class Migration(migrations.Migration):
    """The rest of the triggers of `panah.register.triggers`."""

    dependencies: ClassVar = [("register", "0003_practice")]
    operations: ClassVar = [migrations.RunPython(_make, _take_away)]
