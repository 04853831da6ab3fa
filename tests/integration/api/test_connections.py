from __future__ import annotations

import pytest
from django.db import connection

from tiendo.web.connections import leave_replaced_file


@pytest.mark.django_db(transaction=True)
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
