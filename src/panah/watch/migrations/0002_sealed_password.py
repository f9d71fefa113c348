"""The password of the mail server is sealed by the key of the practice; the readable column goes."""

from typing import Any, ClassVar

from django.db import migrations, models

from panah.register import keyholder
from panah.register.practice import seal_with


def _seal(apps: Any, _editor: object) -> None:
    practice = apps.get_model("register", "Practice")
    for ways in apps.get_model("watch", "Ways").objects.exclude(mail_password=""):
        chosen, _ = practice.objects.get_or_create(pk=1)
        if not chosen.key_id:
            chosen.key_id = keyholder.new_case_key()
            chosen.save(update_fields=["key_id"])
        ways.mail_password_sealed = seal_with(chosen.key_id, ways.mail_password, "mail password")
        ways.save(update_fields=["mail_password_sealed"])


class Migration(migrations.Migration):
    """A sealed column beside the readable one, filled from it, in its place."""

    dependencies: ClassVar = [("register", "0003_practice"), ("watch", "0001_initial")]
    operations: ClassVar = [
        migrations.AddField("ways", "mail_password_sealed", models.BinaryField(null=True)),
        migrations.RunPython(_seal, migrations.RunPython.noop),
        migrations.RemoveField("ways", "mail_password"),
    ]
