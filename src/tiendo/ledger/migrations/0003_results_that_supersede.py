"""Results that supersede others are found by the thing that they are about."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("ledger", "0002_account_changes")]

    operations = [
        migrations.AddIndex(
            model_name="observation",
            index=models.Index(
                condition=models.Q(("supersedes__isnull", False)), fields=["root"], name="observation_superseding"
            ),
        ),
    ]
