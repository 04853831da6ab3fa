"""What is not published does not exist: at no address, in no list, no download and no number, for whoever may not see.

The strongest of these tests compares: every page is the same, byte for byte, before and after something hidden was
recorded.
"""

from __future__ import annotations

import json
import re
from urllib.parse import quote, unquote

import pytest
from django.test import Client

from tests.integration.web.guarded_record import HIDDEN_WORDS, Numbers, add_hidden, make_open
from tests.integration.web.site_addresses import LINES, Line, browser_of, public, read, told
from tiendo.ledger.chain import head

pytestmark = pytest.mark.django_db

_OF_DOCUMENTS = {"document", "target", "fact", "task", "update", "finding", "submission"}
"""The placeholders that have a hidden number; the others name what everybody knows of."""

_WITH_NUMBERS = (
    *("/documents/{document}?version={version}", "/documents/{document}?fact={fact}", "/documents/{document}?at=5"),
    *("/api/v1/documents/{document}", "/api/v1/documents/{document}/facts", "/api/v1/tasks/{task}"),
    *("/documents/{open}/facts/{fact}", "/documents/{open}?version={version}"),
    "/documents/{open}/file?version={version}",
    *("/documents/{open}/changes?version={version}", "/documents/{open}/checks?version={version}"),
    "/tasks/{open_task}/evidence/{update}",
)  # fmt: skip
"""More ways to a hidden number, also by way of a document that everybody sees."""

_ASKING = (
    *("/search?q=thuyền+rồng", "/search?q=987/NQ-HĐND", "/search?q=98.765", "/search?q=thuyen+rong&kind=task"),
    *("/search/suggestions?q=thuy", "/search/suggestions?q=987", "/indicators?q=thuyền", "/tasks?q=thuyền+rồng"),
    *("/documents?q=thuyền", "/documents?year=2022", "/documents?sort=-findings", "/findings?dismissed=yes"),
    *("/findings?check=sums", "/?period=2022", "/?period=2023", "/?period=2019-Q3", "/?period=2022&sort=agency"),
    *("/indicators/forest_cover", "/indicators/forest_cover/values.csv", "/indicators/forest_cover/chart.svg"),
    *("/map?indicator=forest_cover&period=2022", "/tasks?by=agency", "/tasks?agency=STC", "/tasks?to=2023-12-31"),
    *("/scoreboard.csv?period=2023", "/scoreboard.svg?period=2023", "/scoreboard.csv?period=2019-Q3"),
    *("/data/facts.csv", "/data/targets.csv", "/data/tasks.csv", "/data/documents.csv", "/data/findings.csv"),
    *("/api/v1/indicators", "/api/v1/indicators/forest_cover/history?territory=20", "/api/v1/targets", "/api/v1/tasks"),
    *("/api/v1/observations", "/api/v1/documents", "/api/v1/facts", "/api/v1/findings"),
    *("/api/v1/scoreboard?period=2023&territory=20", "/api/v1/facts?format=csv", "/api/v1/targets?format=csv"),
    *("/api/v1/tasks?lead=STC", "/api/v1/documents?format=csv"),
)  # fmt: skip
"""Lists, filters and searches in which a hidden thing would be found."""

# How many entries there are, and the seal of them all, are public on purpose: with them anybody can check the record.
# What hides is what stands in them. The token of a form is made anew for every answer.
_OWN = re.compile(
    r'<dd class="num">\d+</dd>|<code[^>]*>[0-9a-f]{8,64}</code>|trạng thái của sổ [0-9a-f]{8}'
    r'|name="csrfmiddlewaretoken" value="\w+"'
    # What a report is stamped with, on its page and in its file: the state of the record, and when it was made.
    # All its numbers, among them those in the seal, stand in its text as well.
    r'|<time>[^<]*</time>|mã [0-9a-f]{16}|"seal":"[0-9a-f]{64}","horizon":\d+,"asOf":"[^"]*"|"at":"[^"]*"'
    r"|<!-- tiendo-numbers [^>]*-->"
)
# A chart is one drawing in three forms, and only in the first of them can the seal at its foot be left out. What a
# data package holds is compared in the tables that it is made of.
_PICTURE = re.compile(r"\.(?:png|pdf|zip)$")


@pytest.fixture
def open_numbers(db, tmp_path) -> Numbers:
    return make_open(tmp_path)


@pytest.fixture
def hidden(open_numbers, tmp_path) -> Numbers:
    """The numbers of the hidden things, with those of the open document beside."""
    opened = {"open": open_numbers["document"], "open_task": open_numbers["task"]}
    return {**add_hidden(tmp_path, open_numbers), **opened}


def readers() -> dict[str, Client]:
    """Who may not see what is hidden in territory 20."""
    return {"public": public(), "no role": browser_of("nobody"), "elsewhere": browser_of("elsewhere")}


def hides_something(line: Line) -> bool:
    """Whether the address has the number of a thing that can be hidden."""
    return any(f"{{{one}}}" in line.template for one in _OF_DOCUMENTS)


def betrayed(text: str) -> list[str]:
    """The hidden words in a text."""
    return [word for word in HIDDEN_WORDS if word in text]


def test_an_officer_of_the_territory_sees_all_of_it(hidden):
    """Else the tests below would show nothing."""
    officer = browser_of("officer")
    for line in LINES.values():
        if hides_something(line) and line.read_by_administrator == 200:
            assert read(officer, line, line.path(hidden)).status == 200, line.name
    seen = " ".join(told(officer, path).text for path in ("/documents", "/tasks", "/search?q=thuyền+rồng", "/findings"))
    seen += unquote(told(officer, LINES["task-evidence"].path(hidden)).headers["content-disposition"])
    seen += " ".join(read(officer, line, line.path(hidden)).text for line in LINES.values() if line.is_page)
    seen += " ".join(told(officer, path).text for path in _ASKING)
    assert set(HIDDEN_WORDS) - set(betrayed(seen)) <= {"98,765", "thuyen rong"}


def test_a_guessed_number_leads_nowhere(hidden):
    wrong = []
    for who, reader in readers().items():
        for line in filter(hides_something, LINES.values()):
            answer = read(reader, line, line.path(hidden))
            # A form is not read at all, and the public is sent to sign in before anybody looks whether it exists.
            expected = {405} if line.read_by_administrator == 405 else {404} | ({302, 403} & {line.read_by_all, 403})
            if answer.status not in expected or betrayed(answer.text):
                wrong.append(f"{who} {line.name}: {answer.status} {betrayed(answer.text)}")
        for path in _WITH_NUMBERS:
            answer = told(reader, path.format(**hidden))
            if answer.status not in (400, 404) or betrayed(answer.text):
                wrong.append(f"{who} {path}: {answer.status} {betrayed(answer.text)}")
    assert not wrong


def test_what_is_hidden_and_what_does_not_exist_are_told_apart_by_nothing(hidden):
    nowhere = dict.fromkeys(hidden, 987654)
    wrong = []
    for who, reader in readers().items():
        for line in filter(hides_something, LINES.values()):
            for method in ("GET", "POST"):
                one, other = (
                    told(
                        reader, line.path({**hidden, **{name: numbers[name] for name in _OF_DOCUMENTS}}), method=method
                    )
                    for numbers in (hidden, nowhere)
                )
                same = one.status == other.status and without_numbers(one.text) == without_numbers(other.text)
                if not same:
                    wrong.append(f"{who} {method} {line.name}: {one.status} and {other.status}")
    assert not wrong


def without_numbers(text: str) -> str:
    """A page without the numbers that were asked for and the token of its form."""
    return re.sub(r"\d+", "0", _OWN.sub("", text))


def test_nobody_changes_what_is_hidden_from_them(hidden):
    before = head()
    wrong = []
    for who in ("nobody", "elsewhere"):
        reader = browser_of(who)
        for line in filter(hides_something, LINES.values()):
            status = reader.post(line.path(hidden), {"why": "x", "choice": "accept"}).status_code
            if status not in (403, 404, 405):
                wrong.append(f"{who} {line.name}: {status}")
    assert not wrong
    assert head() == before


def test_no_page_is_other_than_before_something_hidden_was_recorded(open_numbers, tmp_path, monkeypatch):
    # Pages are otherwise as of the last change that the public can see; here they have to hide what came later.
    for module in ("asking", "reading"):
        monkeypatch.setattr(f"tiendo.web.pages.{module}.public_moment", lambda known: known)
    people = readers()
    paths = [line.path(open_numbers) for line in LINES.values() if line.is_page]
    paths += [quote(path, safe="/?&=+%") for path in _ASKING]
    before = {(who, path): body_of(reader, path) for who, reader in people.items() for path in paths}
    add_hidden(tmp_path, open_numbers)
    different = [
        f"{who} {path}" for (who, path), body in before.items() if who in people and body_of(people[who], path) != body
    ]
    assert not different


def body_of(reader: Client, path: str) -> str:
    """What a reader is told, without what is made anew for every answer."""
    answer = told(reader, _PICTURE.sub(".svg", path))
    if answer.headers.get("content-type", "").startswith("application/json"):
        return json.dumps(json.loads(answer.body) | {"horizon": None, "next": None})
    return f"{answer.status} {_OWN.sub('', answer.text)}"
