"""Answers computed before are kept in memory only."""

from typing import ClassVar

from django.db import migrations


class Migration(migrations.Migration):
    """Leave out a table that nothing used: working every case out anew takes milliseconds each."""

    dependencies: ClassVar = [("register", "0004_not_replaced")]
    operations: ClassVar = [migrations.DeleteModel("CachedAnswer")]
