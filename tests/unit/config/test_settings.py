from __future__ import annotations

from pathlib import Path

import pytest

from tiendo.config.settings import VARIABLES, Settings
from tiendo.facts.errors import InvalidSetting

HOME = {"TIENDO_DATA_DIR": "/srv/tiendo"}


def settings(**environ):
    return Settings.from_environment(HOME | environ)


def test_without_any_variable_everything_has_a_value():
    made = settings()
    assert made.database.kind == "sqlite"
    assert made.database.name == "/srv/tiendo/tiendo.sqlite3"
    assert made.key_file == Path("/srv/tiendo/secret-key")
    assert made.static_dir == Path("/srv/tiendo/static")
    assert made.allowed_hosts == ["localhost", "127.0.0.1", "[::1]"]
    assert (made.bind, made.port, made.language, made.time_zone) == ("127.0.0.1", 8000, "vi", "Asia/Ho_Chi_Minh")
    assert made.workers >= 1
    assert (made.max_upload, made.reader_memory, made.reader_seconds) == (64_000_000, 2_000_000_000, 600)
    assert not made.debug
    assert not made.https


@pytest.mark.parametrize("empty", ["", "   "])
def test_an_empty_variable_is_an_absent_one(empty):
    assert settings(**{one.name: empty for one in VARIABLES if one.name not in HOME}) == settings()


def test_the_data_folder_follows_the_desktop_specification():
    def folder(environ):
        return Settings.from_environment(environ).data_dir

    assert folder({"XDG_DATA_HOME": "/data"}) == Path("/data/tiendo")
    assert folder({}) == folder({"XDG_DATA_HOME": "relative"}) == Path.home() / ".local/share/tiendo"


def test_a_folder_may_begin_with_the_users_home_and_is_made_absolute(monkeypatch, tmp_path):
    monkeypatch.chdir(tmp_path)
    assert settings(TIENDO_DATA_DIR="~/record").data_dir == Path.home() / "record"
    assert settings(TIENDO_DATA_DIR="record").data_dir == tmp_path / "record"


def test_a_data_folder_with_strange_signs_still_holds_the_database():
    made = settings(TIENDO_DATA_DIR="/srv/sổ 100%?#")
    assert made.database.name == "/srv/sổ 100%?#/tiendo.sqlite3"


@pytest.mark.parametrize(
    ("address", "https", "host"),
    [
        ("https://tiendo.langson.gov.vn", True, "tiendo.langson.gov.vn"),
        ("https://tiendo.langson.gov.vn:8443/", True, "tiendo.langson.gov.vn"),
        ("http://plan.lan", False, "plan.lan"),
    ],
)
def test_the_public_address_says_whether_https_is_used_and_is_an_allowed_host(address, https, host):
    made = settings(TIENDO_PUBLIC_URL=address, TIENDO_HOSTS="a.lan")
    assert made.public_url == address.rstrip("/")
    assert made.https is https
    assert made.allowed_hosts == ["a.lan", host]


RIGHT = [
    ("TIENDO_PORT", "80", "port", 80),
    ("TIENDO_BIND", "0.0.0.0", "bind", "0.0.0.0"),
    ("TIENDO_BIND", "[::]", "bind", "::"),
    ("TIENDO_BIND", "localhost", "bind", "localhost"),
    ("TIENDO_HOSTS", " a.lan , b.lan,[::1]", "hosts", ("a.lan", "b.lan", "[::1]")),
    ("TIENDO_WORKERS", "3", "workers", 3),
    ("TIENDO_LANGUAGE", "en", "language", "en"),
    ("TIENDO_TIME_ZONE", "UTC", "time_zone", "UTC"),
    ("TIENDO_MAX_UPLOAD", "1.5GB", "max_upload", 1_500_000_000),
    ("TIENDO_READER_MEMORY", "512MB", "reader_memory", 512_000_000),
    ("TIENDO_READER_SECONDS", "30", "reader_seconds", 30),
    ("TIENDO_DEBUG", "1", "debug", True),
    ("TIENDO_DEBUG", "Có", "debug", True),
    ("TIENDO_DEBUG", "no", "debug", False),
]


@pytest.mark.parametrize(("name", "written", "field", "value"), RIGHT)
def test_a_variable_gives_its_field(name, written, field, value):
    assert getattr(settings(**{name: written}), field) == value


WRONG = [
    ("TIENDO_PORT", "80x", "a whole number from 1 to 65535"),
    ("TIENDO_PORT", "0", "a whole number from 1 to 65535"),
    ("TIENDO_PORT", "65536", "a whole number from 1 to 65535"),
    ("TIENDO_PORT", "²", "a whole number"),
    ("TIENDO_PORT", "8000.0", "a whole number"),
    ("TIENDO_BIND", "tiendo.lan", "an IP address"),
    ("TIENDO_BIND", "127.0.0.1:8000", "an IP address"),
    ("TIENDO_HOSTS", "https://a.lan", "names of hosts"),
    ("TIENDO_HOSTS", "a.lan:8000", "names of hosts"),
    ("TIENDO_HOSTS", ",", "names of hosts"),
    ("TIENDO_PUBLIC_URL", "tiendo.lan", "an address such as https://"),
    ("TIENDO_PUBLIC_URL", "ftp://tiendo.lan", "an address such as https://"),
    ("TIENDO_PUBLIC_URL", "https://tiendo.lan/plan", "an address such as https://"),
    ("TIENDO_PUBLIC_URL", "https://an:x@tiendo.lan", "an address such as https://"),
    ("TIENDO_PUBLIC_URL", "https://tiendo.lan:0", "an address such as https://"),
    ("TIENDO_PUBLIC_URL", "https://[::1", "an address such as https://"),
    ("TIENDO_WORKERS", "0", "a whole number from 1 to 64"),
    ("TIENDO_LANGUAGE", "fr", "vi, en"),
    ("TIENDO_TIME_ZONE", "Asia/Lang_Son", "no such zone"),
    ("TIENDO_TIME_ZONE", "../../etc/passwd", "no such zone"),
    ("TIENDO_MAX_UPLOAD", "-1", "a size such as"),
    ("TIENDO_READER_MEMORY", "much", "a size such as"),
    ("TIENDO_READER_SECONDS", "1e3", "a whole number from 1 to 86400"),
    ("TIENDO_DEBUG", "maybe", "1 or 0"),
]


@pytest.mark.parametrize(("name", "written", "expected"), WRONG)
def test_a_wrong_value_is_one_sentence_that_names_variable_value_and_expectation(name, written, expected):
    with pytest.raises(InvalidSetting) as refusal:
        settings(**{name: written})
    for sentence in (refusal.value.vi, refusal.value.en):
        assert name in sentence
        assert repr(written) in sentence
        assert "docs/settings.md" in sentence
    assert expected in refusal.value.en


def test_a_wrong_database_address_is_not_repeated():
    with pytest.raises(InvalidSetting) as refusal:
        settings(TIENDO_DATABASE_URL="postgresql://an:secret@db.lan:x/plan")
    assert "TIENDO_DATABASE_URL cannot be used: host or port" in refusal.value.en
    assert "secret" not in refusal.value.en + refusal.value.vi


def test_every_default_is_one_that_the_variable_accepts():
    for variable in VARIABLES:
        assert variable.value({}) == variable.read(variable.default({}), {})


def test_every_field_is_filled_by_one_variable():
    assert sorted(one.field for one in VARIABLES) == sorted(Settings.__dataclass_fields__)
    assert len({one.name for one in VARIABLES}) == len(VARIABLES)


def test_where_others_reach_the_site_approvers_need_a_second_factor():
    assert Settings.from_environment({}).second_factor == "offered"
    assert Settings.from_environment({"TIENDO_PUBLIC_URL": "https://tiendo.example.vn"}).second_factor == "required"


OIDC = {"TIENDO_OIDC_ISSUER": "https://login.example.vn/tinh/", "TIENDO_OIDC_CLIENT_ID": "x"}


def test_the_login_of_the_province_needs_all_of_its_settings():
    complete = OIDC | {"TIENDO_OIDC_CLIENT_SECRET": "y"}
    assert Settings.from_environment(complete).oidc_issuer == "https://login.example.vn/tinh"
    with pytest.raises(InvalidSetting, match="TIENDO_OIDC_CLIENT_SECRET"):
        Settings.from_environment(OIDC)


@pytest.mark.parametrize(
    "address", ["http://login.example.vn", "login.example.vn", "https://u:p@x.vn", "https://x.vn/?a"]
)
def test_an_issuer_that_could_be_overheard_or_is_none_is_refused(address):
    with pytest.raises(InvalidSetting, match="TIENDO_OIDC_ISSUER"):
        Settings.from_environment({"TIENDO_OIDC_ISSUER": address})
