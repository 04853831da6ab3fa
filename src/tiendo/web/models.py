"""What has to be remembered between two requests, and is no part of the record."""

from __future__ import annotations

from django.db import models


class GivenAnswer(models.Model):
    """A change that an account asked for under a key of its own, and what it was answered.

    `asked_sha256` stands for the whole request. `status` is 0 while the change is under way.
    """

    account = models.CharField(max_length=150)
    key = models.CharField(max_length=200)
    asked_sha256 = models.CharField(max_length=64)
    status = models.IntegerField(default=0)
    content_type = models.CharField(max_length=100, default="")
    body = models.BinaryField(default=b"")
    asked_at = models.DateTimeField(db_index=True)

    class Meta:
        db_table = "web_given_answer"
        constraints = [  # noqa: RUF012 Django's own form
            models.UniqueConstraint(fields=["account", "key"], name="given_answer_once")
        ]

    def __str__(self) -> str:
        return f"{self.account} {self.key}: {self.status}"


class SharedValue(models.Model):
    """A value that all processes share for a while: how often somebody tried a code, and which codes were used.

    The columns are those of Django's cache in a database, which reads and writes them.
    """

    cache_key = models.CharField(max_length=255, primary_key=True)
    value = models.TextField()
    expires = models.DateTimeField(db_index=True)

    class Meta:
        db_table = "web_shared_value"

    def __str__(self) -> str:
        return self.cache_key
