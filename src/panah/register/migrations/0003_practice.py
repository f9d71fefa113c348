"""What the practice chose for itself."""

from typing import ClassVar

from django.db import migrations, models


class Migration(migrations.Migration):
    """One row: choices, the day of the last backup, the key of what belongs to no case."""

    dependencies: ClassVar = [("register", "0002_append_only")]
    operations: ClassVar = [
        migrations.CreateModel(
            name="Practice",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("idle_minutes", models.PositiveSmallIntegerField(default=20)),
                ("lang", models.CharField(blank=True, max_length=2)),
                ("backed_up_at", models.DateTimeField(null=True)),
                ("key_id", models.CharField(blank=True, max_length=32)),
            ],
        ),
    ]
