"""What `TIENDO_DATABASE_URL` may say, as a table: an address and its parts, or an address and what is wrong with it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tiendo.config.database_url import DatabaseAddress, parse_database_url
from tiendo.config.reading import Unfit

FOLDER = Path("/srv/tiendo")

SQLITE_FILES = [
    ("sqlite:///record.sqlite3", "/srv/tiendo/record.sqlite3"),
    ("sqlite:///years/2026.sqlite3", "/srv/tiendo/years/2026.sqlite3"),
    ("sqlite:////var/lib/record.sqlite3", "/var/lib/record.sqlite3"),
    ("sqlite:////var/lib/s%E1%BB%95%20ghi.sqlite3", "/var/lib/sổ ghi.sqlite3"),
    ("sqlite:////var/lib/sổ ghi.sqlite3", "/var/lib/sổ ghi.sqlite3"),
    ("sqlite:////var/lib/100%25.sqlite3", "/var/lib/100%.sqlite3"),
    ("SQLITE:///record.sqlite3", "/srv/tiendo/record.sqlite3"),
]

# The address, then: name, user, password, host, port, options.
SERVERS = [
    ("postgresql://an:secret@db.lan:5433/plan", "plan", "an", "secret", "db.lan", "5433", {}),
    ("postgres://an:secret@db.lan/plan", "plan", "an", "secret", "db.lan", "", {}),
    ("postgresql://an@db.lan/plan", "plan", "an", "", "db.lan", "", {}),
    ("postgresql:///plan", "plan", "", "", "", "", {}),
    ("postgresql://an:p%40ss%3A%2Fw%25rd%23%3F@db.lan/plan", "plan", "an", "p@ss:/w%rd#?", "db.lan", "", {}),
    ("postgresql://an:m%E1%BA%ADt%20kh%E1%BA%A9u@db.lan/plan", "plan", "an", "mật khẩu", "db.lan", "", {}),
    ("postgresql://an%40so.vn:x@db.lan/plan", "plan", "an@so.vn", "x", "db.lan", "", {}),
    ("postgresql://an:a+b@db.lan/plan", "plan", "an", "a+b", "db.lan", "", {}),
    ("postgresql://an:x@db.lan/k%E1%BA%BF%20ho%E1%BA%A1ch", "kế hoạch", "an", "x", "db.lan", "", {}),
    ("postgresql://an:x@[::1]:5433/plan", "plan", "an", "x", "::1", "5433", {}),
    ("postgresql://an:x@[2001:db8::7]/plan", "plan", "an", "x", "2001:db8::7", "", {}),
    ("postgresql://an@/plan?host=/run/postgresql", "plan", "an", "", "/run/postgresql", "", {}),
    ("postgresql:///plan?host=%2Frun%2Fpostgresql&port=5433", "plan", "", "", "/run/postgresql", "5433", {}),
    ("postgresql://%2Frun%2Fpostgresql/plan", "plan", "", "", "/run/postgresql", "", {}),
    (
        "postgresql://an@db.lan/plan?sslmode=verify-full&sslrootcert=/etc/ca.pem",
        *("plan", "an", "", "db.lan", ""),
        {"sslmode": "verify-full", "sslrootcert": "/etc/ca.pem"},
    ),
]

REFUSED = [
    ("", "begin with"),
    ("record.sqlite3", "begin with"),
    ("/srv/record.sqlite3", "begin with"),
    ("mysql://an:secret@db.lan/plan", "begin with"),
    ("sqlite:", "sqlite:///file"),
    ("sqlite://", "sqlite:///file"),
    ("sqlite:///", "sqlite:///file"),
    ("sqlite:///:memory:", "sqlite:///file"),
    ("sqlite://srv/record.sqlite3", "sqlite:///file"),
    ("sqlite:///folder/", "sqlite:///file"),
    ("sqlite:///record.sqlite3?mode=ro", "sqlite:///file"),
    ("postgresql://an:secret@db.lan", "the name of the database is missing"),
    ("postgresql://an:secret@db.lan/", "the name of the database is missing"),
    ("postgresql://an:secret@db.lan/plan/more", "the name of the database is missing"),
    ("postgresql://an:secret@db.lan:port/plan", "host or port"),
    ("postgresql://an:secret@db.lan:99999/plan", "host or port"),
    ("postgresql://an:secret/word@db.lan/plan", "host or port"),
    ("postgresql://an:secret@[::1/plan", "host or port"),
    ("postgresql://an:secret@db.lan/plan?sslmod=require", "no option sslmod"),
    ("postgresql://an@db.lan/plan?password=secret", "no option password"),
    ("postgresql://an:x@db.lan/plan#secret", "%23"),
]


@pytest.mark.parametrize(("written", "path"), SQLITE_FILES)
def test_a_sqlite_address_is_a_file(written, path):
    assert parse_database_url(written, FOLDER) == DatabaseAddress(kind="sqlite", name=path)


@pytest.mark.parametrize(("written", "name", "user", "password", "host", "port", "options"), SERVERS)
def test_a_postgresql_address_has_parts(written, name, user, password, host, port, options):
    assert parse_database_url(written, FOLDER) == DatabaseAddress(
        kind="postgresql", name=name, user=user, password=password, host=host, port=port, options=options
    )


@pytest.mark.parametrize(("written", "complaint"), REFUSED)
def test_any_other_address_is_refused_without_being_repeated(written, complaint):
    with pytest.raises(Unfit) as refusal:
        parse_database_url(written, FOLDER)
    assert complaint in refusal.value.why.en
    assert refusal.value.why.vi
    assert "secret" not in refusal.value.why.en + refusal.value.why.vi + str(refusal.value)


def test_a_password_is_never_printed():
    address = parse_database_url("postgresql://an:secret@db.lan:5433/plan", FOLDER)
    assert "secret" not in repr(address)
    assert str(address) == "postgresql://an@db.lan:5433/plan"
