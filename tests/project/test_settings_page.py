from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.project.repository import ROOT
from tiendo.config.settings import VARIABLES, Settings

PAGE = (ROOT / "docs" / "settings.md").read_text(encoding="utf-8")
ROWS = {row[0]: row[1:] for row in re.findall(r"^\| `(TIENDO_\w+)` \| (.+?) \| (.+?) \| (.+?) \|$", PAGE, re.MULTILINE)}

# Defaults that are made from the machine or from another variable, in words.
IN_WORDS = {
    "TIENDO_DATA_DIR": "`$XDG_DATA_HOME/tiendo`, else `~/.local/share/tiendo`",
    "TIENDO_DATABASE_URL": "`sqlite:///` and `tiendo.sqlite3` in the data folder",
    "TIENDO_PUBLIC_URL": "empty",
    "TIENDO_WORKERS": "the number of cores",
    "TIENDO_SECOND_FACTOR": "`required` where `TIENDO_PUBLIC_URL` is set, else `offered`",
    "TIENDO_OIDC_ISSUER": "empty",
    "TIENDO_OIDC_CLIENT_ID": "empty",
    "TIENDO_OIDC_CLIENT_SECRET": "empty",
    "TIENDO_ORGANISATION": "empty",
    "TIENDO_CONTACT": "empty",
    "TIENDO_DATA_LICENCE": "empty",
    "TIENDO_REPORT_SETTINGS": "empty",
}

ADDRESSES = re.findall(r"^((?:sqlite|postgresql):\S+)", PAGE, re.MULTILINE)


def test_the_page_has_a_row_for_every_variable_and_no_other_in_the_same_order():
    assert list(ROWS) == [variable.name for variable in VARIABLES]


@pytest.mark.parametrize("variable", VARIABLES, ids=lambda variable: variable.name)
def test_a_row_gives_the_default_and_the_reason_of_the_code(variable):
    default, meaning, reason = ROWS[variable.name]
    assert default == IN_WORDS.get(variable.name, f"`{variable.default({})}`")
    assert meaning
    assert reason == variable.reason


def test_every_variable_that_the_page_names_exists():
    assert set(re.findall(r"TIENDO_[A-Z_]+", PAGE)) == {variable.name for variable in VARIABLES}


@pytest.mark.parametrize("address", ADDRESSES)
def test_an_address_that_the_page_shows_is_understood(address):
    assert Settings.from_environment({"TIENDO_DATABASE_URL": address}).database.name


def test_the_page_shows_addresses_of_both_kinds():
    assert {address.split(":")[0] for address in ADDRESSES} == {"sqlite", "postgresql"}


def test_no_other_variable_of_ours_is_read():
    names = {variable.name for variable in VARIABLES}
    read = re.compile(r"""environ(?:\.get\(|\[)["'](TIENDO_\w+)""")
    found = {name for path in Path(ROOT / "src").rglob("*.py") for name in read.findall(path.read_text("utf-8"))}
    assert found <= names
