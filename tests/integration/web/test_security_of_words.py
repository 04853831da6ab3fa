"""Words of documents, files and people stay words: whatever they say, no page of the site makes anything of them."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from lxml import etree, html

from tests.integration.web.hostile_record import PLACES, make_hostile
from tests.integration.web.site_addresses import LINES, Told, browser_of, public, read, told

pytestmark = pytest.mark.django_db

_MORE = (
    "/documents/{uploaded}",
    "/documents/{uploaded}/changes",
    "/documents/{document}?fact={fact}",
    "/findings?dismissed=yes",
    "/search?q=evil",
    "/search/suggestions?q=evil",
    "/search?q=%3Cscript%3Ealert(1)%3C/script%3E",
    "/tasks?by=agency",
    "/tasks?q=%22%3E%3Cimg+class=evil%3E",
    "/indicators?q=evil",
    "/documents?q=evil",
    "/?period=2022",
    "/?period=2022-Q1",
    "/?period=%3Cimg+class=evil%3E",
    "/map?indicator=made_up_measure&period=2022-Q1",
    "/scoreboard.svg?period=2022-Q1",
    "/admin/accounts/administrator",
    "/admin/lists?list=indicators&words=evil",
)
_ADDRESSES = ("href", "src", "action", "formaction", "data", "poster", "hx-get", "hx-post", "xlink:href")
_LEADS_HERE = re.compile(r"(/(?![/\\])|#|\?|$|http://testserver/|mailto:|tel:)")


@pytest.fixture
def numbers(db, tmp_path):
    return make_hostile(tmp_path)


def faults_of(root: etree._Element) -> Iterator[str]:
    """What of a page came from somebody's words, or could run them."""
    for element in root.iter():
        if not isinstance(element.tag, str):
            continue
        tag = etree.QName(element).localname
        if "evil" in element.get("class", "").split():
            yield f"<{tag}> out of words"
        if tag == "script" and not element.get("src", "").startswith("/static/"):
            yield "a script that is no file of the site"
        if tag in ("iframe", "object", "embed", "base"):
            yield f"<{tag}>"
        for name, value in element.attrib.items():
            # A drawing that is saved brings its style along; on a page the policy would refuse it.
            if name.startswith("on") or name == "srcdoc" or (name == "style" and root.tag == "html"):
                yield f"<{tag} {name}>"
            if name in _ADDRESSES and not _LEADS_HERE.match(value.strip()):
                yield f"<{tag} {name}={value[:40]}>"


def root_of(answer: Told) -> etree._Element | None:
    """The elements of a page or a drawing."""
    kind = answer.headers.get("content-type", "")
    if kind.startswith("image/svg"):
        return etree.fromstring(answer.body)
    return html.document_fromstring(answer.text) if kind.startswith("text/html") and answer.body.strip() else None


def test_no_words_become_anything_else_on_any_page(numbers):
    seen, wrong = "", []
    for reader in (browser_of("administrator"), public()):
        answers = {line.name: read(reader, line, line.path(numbers)) for line in LINES.values() if line.is_page}
        answers |= {path: told(reader, path.format(**numbers)) for path in _MORE}
        for name, answer in answers.items():
            if answer.status >= 500:
                wrong.append(f"{name}: {answer.status}")
            root = root_of(answer)
            if root is not None:
                wrong += [f"{name}: {fault}" for fault in faults_of(root)]
                seen += " ".join(root.itertext()) + " ".join(
                    str(value) for one in root.iter() for value in one.attrib.values()
                )
    assert not wrong
    assert "{{7|add:7}}" in seen
    assert "14evil-" not in seen
    assert {place for place in PLACES if f"evil-{place}" not in seen} == set()


def test_a_table_does_not_let_words_become_cells(numbers):
    reader = public()
    for path in (
        "/tasks.csv",
        "/data/indicators.csv",
        "/data/documents.csv",
        f"/indicators/{numbers['indicator']}/values.csv",
    ):
        answer = told(reader, path)
        assert answer.status == 200
        assert answer.headers["content-type"].startswith("text/csv")
        assert answer.headers["content-disposition"].startswith("attachment")
