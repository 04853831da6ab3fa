"""Questions that nobody should ask: whatever stands in an address, it is refused or finds less, and nothing breaks."""

from __future__ import annotations

import re
import sys
from urllib.parse import quote, urlencode

import pytest
from django.test import Client

from tests.integration.web.guarded_record import make_open
from tests.integration.web.site_addresses import LINES, Line, Told, asked_for, browser_of, read
from tests.integration.web.site_addresses import public as public_browser
from tiendo.ledger.chain import head

pytestmark = pytest.mark.django_db

STRANGE = (
    "' OR '1'='1",
    "1; DROP TABLE ledger_act; --",
    '"><script>alert(1)</script>',
    "\x00",
    "%_%",
    "../../../../etc/passwd",
    "-1",
    "9" * 40,
    "x" * 5_000,
    "\u202e\u200b\ufeff",
    "١٢",
    "a\r\nSet-Cookie: x=1",
)
"""What nobody means: SQL, markup, what no letter stands for, other folders, numbers out of range, other digits."""

_EVERYWHERE = "about"  # a page that asks for nothing but what every page asks for
_READABLE = tuple(line for line in LINES.values() if line.is_page)


@pytest.fixture
def numbers(db, tmp_path):
    """A record with one of everything, and the numbers that its addresses need."""
    return make_open(tmp_path)


def rows_of(answer: Told) -> int:
    """How many rows, entries and lines an answer tells."""
    return len(re.findall(rb"<tr\b|<li\b|\n", answer.body)) if answer.status == 200 else 0


def questions_to(names: set[str]) -> list[str]:
    """Every parameter with every strange value, and every parameter twice."""
    strange = [urlencode({name: value}) for name in sorted(names) for value in STRANGE]
    return strange + [f"{name}=1&{name}=2&{name}[]=3" for name in sorted(names)]


def fault_of(reader: Client, line: Line, path: str, question: str, most: int) -> str | None:
    """What is wrong with the answer to a question; a refusal is right, and so is less than without it."""
    answer = read(reader, line, f"{path}?{question}")
    if answer.status not in (200, 302, 400, 404):
        return f"{line.name}?{question[:60]}: {answer.status}"
    if "<script>alert" in answer.text or "x=1" in "".join(answer.cookies):
        return f"{line.name}?{question[:60]}: repeated as it came"
    return None if rows_of(answer) <= most else f"{line.name}?{question[:60]}: more rows than without"


def test_no_question_is_too_strange(numbers, monkeypatch):
    public, administrator = public_browser(), browser_of("administrator")
    before, wrong, count = head(), [], 0
    for_all = asked_for(monkeypatch, lambda: read(public, LINES[_EVERYWHERE], "/about"))
    assert {"asOf", "lang"} <= for_all
    for line in _READABLE:
        reader = public if line.read_by_all == 200 else administrator
        path = line.path(numbers)
        # Without words a search finds nothing, so any words find more.
        most = sys.maxsize if line.name.startswith("search") else rows_of(read(reader, line, path))
        names = asked_for(monkeypatch, lambda: read(reader, line, path + "?again"))  # noqa: B023 called at once
        for question in questions_to(names if line.name == _EVERYWHERE else names - for_all):
            count += 1
            fault = fault_of(reader, line, path, question, most)
            wrong += [fault] if fault else []
    assert not wrong
    assert count > 1_000, "the parameters are found"
    assert head() == before


def test_no_place_of_an_address_is_too_strange(numbers):
    administrator, before, wrong = browser_of("administrator"), head(), []
    for value in (*STRANGE, "..", ".", "%2e%2e%2f", "0", "2147483648", "9223372036854775808"):
        strange = dict.fromkeys(numbers, quote(value, safe="%"))
        for line in LINES.values():
            for method in ("GET", "POST") if "{" in line.template else ():
                status = administrator.generic(method, line.path(strange)).status_code
                if status not in (302, 400, 404, 405, 422):
                    wrong.append(f"{method} {line.name} {value[:20]!r}: {status}")
    assert not wrong
    assert head() == before
