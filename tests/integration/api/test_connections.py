"""Real connections with real commits: a file that is replaced, and one change asked for by several at once."""

from __future__ import annotations

import json
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connection
from django.test import Client

from tests.integration.api.people import make_people
from tests.integration.api.samples import make_sample
from tiendo.ledger.models import Publication
from tiendo.web.connections import leave_replaced_file

AT_ONCE = 4


@pytest.mark.usefixtures("emptied_record")
def test_a_connection_is_kept_until_its_file_is_another_one(monkeypatch):
    if connection.vendor != "sqlite":
        pytest.skip("PostgreSQL has no file that others replace")
    connection.close()
    connection.ensure_connection()
    leave_replaced_file()
    assert connection.connection is not None
    monkeypatch.setattr(connection, "tiendo_file", (0, 0))
    leave_replaced_file()
    assert connection.connection is None


@pytest.mark.usefixtures("emptied_record")
def test_one_change_asked_for_by_several_at_once_under_one_key_is_made_once():
    sample, people = make_sample(), make_people()
    path = f"/api/v1/documents/{sample.draft}/publication"
    headers = {"Authorization": f"Bearer {people.tokens['approver']}", "Idempotency-Key": "k"}
    together = Barrier(AT_ONCE)

    def ask(_):
        together.wait()
        try:
            answer = Client(headers=headers).post(path, json.dumps({"why": "x"}), content_type="application/json")
            return answer.status_code, answer.content
        finally:
            connection.close()

    with ThreadPoolExecutor(AT_ONCE) as threads:
        answers = list(threads.map(ask, range(AT_ONCE)))
    made = {content for status, content in answers if status == 201}
    assert len(made) == 1
    assert {status for status, _ in answers} <= {201, 409}
    assert Publication.objects.filter(subject=sample.draft).count() == 1
