"""Who changed an account, when and why."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("ledger", "0001_the_record")]

    operations = [
        migrations.CreateModel(
            name="AccountChange",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("account", models.CharField(db_index=True, max_length=150)),
                ("what", models.CharField(max_length=60)),
                ("by", models.CharField(max_length=150)),
                ("at", models.DateTimeField()),
                ("why", models.TextField(default="")),
            ],
            options={"db_table": "ledger_account_change", "ordering": ("id",)},
        ),
    ]
