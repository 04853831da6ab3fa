"""Values that all processes share for a while; failures to sign in are counted by django-axes from now on."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("web", "0001_answers_and_attempts")]

    operations = [
        migrations.DeleteModel(name="FailedSignIn"),
        migrations.CreateModel(
            name="SharedValue",
            fields=[
                ("cache_key", models.CharField(max_length=255, primary_key=True, serialize=False)),
                ("value", models.TextField()),
                ("expires", models.DateTimeField(db_index=True)),
            ],
            options={"db_table": "web_shared_value"},
        ),
    ]
