"""Acts and confirmations cannot be changed, nor removed while their case stands: the database holds it."""

from typing import ClassVar

from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

from panah.register.triggers import make


def _make(apps: object, editor: BaseDatabaseSchemaEditor) -> None:
    make(editor)


class Migration(migrations.Migration):
    """The triggers of `panah.register.triggers`."""

    dependencies: ClassVar = [("register", "0001_initial")]
    operations: ClassVar = [migrations.RunPython(_make, migrations.RunPython.noop)]
