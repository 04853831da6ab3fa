"""Every address of the site as the resolver knows it, and a table that says how each of them answers.

A page that is added needs a line here; a test names the ones that are missing. The columns: what is asked for, what
the public gets for reading it, what the public gets for sending a form to it, and what an administrator gets for
reading it. 302 of the public leads to the page for signing in. Placeholders are filled with numbers of a record.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.core.handlers.wsgi import WSGIRequest
from django.http import QueryDict
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver

from tiendo.ledger.models import Account

TABLE = """
| name | address | read by all | sent by all | read by an administrator |
| --- | --- | --: | --: | --: |
| scoreboard | / | 200 | 405 | 200 |
| scoreboard-csv | /scoreboard.csv | 200 | 405 | 200 |
| scoreboard-svg | /scoreboard.svg | 200 | 405 | 200 |
| scoreboard-png | /scoreboard.png | 200 | 405 | 200 |
| scoreboard-pdf | /scoreboard.pdf | 200 | 405 | 200 |
| indicators | /indicators | 200 | 405 | 200 |
| indicator | /indicators/{indicator} | 200 | 405 | 200 |
| indicator-svg | /indicators/{indicator}/chart.svg | 200 | 405 | 200 |
| indicator-png | /indicators/{indicator}/chart.png | 200 | 405 | 200 |
| indicator-pdf | /indicators/{indicator}/chart.pdf | 200 | 405 | 200 |
| indicator-csv | /indicators/{indicator}/values.csv | 200 | 405 | 200 |
| target-amend | /indicators/{indicator}/targets/{target}/amend | 405 | 302 | 405 |
| target-take-back | /indicators/{indicator}/targets/{target}/take-back | 405 | 302 | 405 |
| review | /review | 302 | 405 | 200 |
| document-review | /documents/{document}/review | 302 | 405 | 200 |
| review-undo | /documents/{document}/review/undo | 405 | 302 | 405 |
| review-check | /documents/{document}/review/check | 405 | 302 | 405 |
| review-accept | /documents/{document}/facts/{fact}/accept | 405 | 302 | 405 |
| review-reject | /documents/{document}/facts/{fact}/reject | 405 | 302 | 405 |
| review-correct | /documents/{document}/facts/{fact}/correct | 405 | 302 | 405 |
| review-choose | /documents/{document}/facts/{fact}/choose | 405 | 302 | 405 |
| review-make | /documents/{document}/facts/{fact}/make | 405 | 302 | 405 |
| review-names | /documents/{document}/facts/{fact}/names | 302 | 405 | 200 |
| document | /documents/{document} | 200 | 405 | 200 |
| document-part | /documents/{document}/parts/1 | 200 | 405 | 200 |
| document-fact | /documents/{document}/facts/{fact} | 200 | 405 | 200 |
| document-file | /documents/{document}/file | 200 | 405 | 200 |
| document-akn | /documents/{document}/akn.xml | 200 | 405 | 200 |
| document-changes | /documents/{document}/changes | 200 | 405 | 200 |
| document-checks | /documents/{document}/checks | 200 | 405 | 200 |
| document-publish | /documents/{document}/publish | 405 | 302 | 405 |
| document-unpublish | /documents/{document}/unpublish | 405 | 302 | 405 |
| document-withdraw | /documents/{document}/withdraw | 405 | 302 | 405 |
| document-finding-dismiss | /documents/{document}/findings/{finding}/dismiss | 405 | 302 | 405 |
| document-finding-restore | /documents/{document}/findings/{finding}/restore | 405 | 302 | 405 |
| components | /components | 200 | 405 | 200 |
| sign-in | /sign-in | 200 | 422 | 302 |
| account_login | /sign-in | 200 | 422 | 302 |
| mfa_authenticate | /sign-in/code | 302 | 302 | 302 |
| account_reauthenticate | /sign-in/again | 302 | 302 | 200 |
| mfa_reauthenticate | /sign-in/code-again | 302 | 302 | 200 |
| province | /sign-in/province | 404 | 404 | 404 |
| province-back | /sign-in/province/back | 404 | 404 | 404 |
| sign-out | /sign-out | 200 | 302 | 200 |
| first-sign-in | /first-sign-in/{secret} | 200 | 422 | 200 |
| second-factor | /profile/second-factor | 302 | 302 | 200 |
| mfa_index | /profile/second-factor | 302 | 302 | 200 |
| mfa_activate_totp | /profile/second-factor/app | 302 | 302 | 302 |
| mfa_view_recovery_codes | /profile/second-factor/codes | 302 | 302 | 404 |
| mfa_generate_recovery_codes | /profile/second-factor/codes/new | 302 | 302 | 302 |
| recovery-codes-file | /profile/second-factor/codes/file | 404 | 404 | 404 |
| mfa_deactivate_totp | /profile/second-factor/remove | 302 | 302 | 302 |
| profile | /profile | 302 | 405 | 200 |
| change-password | /profile/password | 302 | 302 | 200 |
| add-token | /profile/tokens | 405 | 302 | 405 |
| end-token | /profile/tokens/{token}/revoke | 405 | 302 | 405 |
| end-other-sessions | /profile/sessions/end | 405 | 302 | 405 |
| admin | /admin | 302 | 405 | 200 |
| admin-prove | /admin/proof | 405 | 302 | 405 |
| admin-lists | /admin/lists | 302 | 405 | 200 |
| admin-accounts | /admin/accounts | 302 | 405 | 200 |
| admin-new-account | /admin/new-account | 302 | 405 | 200 |
| admin-add-account | /admin/new-account/add | 405 | 302 | 405 |
| admin-account | /admin/accounts/{account} | 302 | 405 | 200 |
| admin-invite | /admin/accounts/{account}/invite | 405 | 302 | 405 |
| admin-grant | /admin/accounts/{account}/roles | 405 | 302 | 405 |
| admin-revoke | /admin/accounts/{account}/roles/{grant}/revoke | 405 | 302 | 405 |
| admin-end-token | /admin/accounts/{account}/tokens/{token}/revoke | 405 | 302 | 405 |
| admin-alter | /admin/accounts/{account}/close | 405 | 302 | 405 |
| admin-agencies | /admin/agencies | 302 | 405 | 200 |
| admin-add-agency | /admin/agencies-add | 405 | 302 | 405 |
| admin-agency | /admin/agencies/{agency} | 302 | 405 | 200 |
| admin-rename-agency | /admin/agencies/{agency}/rename | 405 | 302 | 405 |
| admin-end-agency | /admin/agencies/{agency}/end | 405 | 302 | 405 |
| search | /search | 200 | 405 | 200 |
| search-suggestions | /search/suggestions | 200 | 405 | 200 |
| tasks | /tasks | 200 | 405 | 200 |
| tasks-csv | /tasks.csv | 200 | 405 | 200 |
| task | /tasks/{task} | 200 | 405 | 200 |
| task-report | /tasks/{task}/report | 405 | 302 | 405 |
| task-evidence | /tasks/{task}/evidence/{update} | 404 | 405 | 200 |
| documents | /documents | 200 | 405 | 200 |
| document-chain | /documents/{document}/chain | 200 | 405 | 200 |
| findings | /findings | 200 | 405 | 200 |
| finding-dismiss | /findings/{finding}/dismiss | 405 | 302 | 405 |
| finding-restore | /findings/{finding}/restore | 405 | 302 | 405 |
| agencies | /agencies | 200 | 405 | 200 |
| agency | /agencies/{agency} | 200 | 405 | 200 |
| upload | /upload | 302 | 302 | 200 |
| upload-jobs | /upload/jobs | 302 | 405 | 200 |
| submissions | /submissions | 200 | 405 | 200 |
| submission-new | /submissions/new | 302 | 302 | 200 |
| submission-record | /submissions/record | 405 | 302 | 405 |
| submission-template | /submissions/template.csv | 200 | 405 | 200 |
| submission | /submissions/{submission} | 200 | 405 | 200 |
| submission-file | /submissions/{submission}/file | 404 | 405 | 200 |
| submission-publish | /submissions/{submission}/publish | 405 | 302 | 405 |
| submission-unpublish | /submissions/{submission}/unpublish | 405 | 302 | 405 |
| submission-withdraw | /submissions/{submission}/withdraw | 405 | 302 | 405 |
| method | /method | 200 | 405 | 200 |
| glossary | /glossary | 200 | 405 | 200 |
| data | /data | 200 | 405 | 200 |
| data-table | /data/documents.csv | 200 | 405 | 200 |
| open-table | /data/observations.csv | 200 | 405 | 200 |
| open-package | /data/tien-do.zip | 200 | 405 | 200 |
| open-description | /data/catalogue.ttl | 200 | 405 | 200 |
| open-year | /data/20/2022.csv | 200 | 405 | 200 |
| report | /report | 200 | 405 | 200 |
| report-check | /report/check | 302 | 302 | 200 |
| report-file | /report/file.md | 200 | 405 | 200 |
| about | /about | 200 | 405 | 200 |
| map | /map | 200 | 405 | 200 |
| embed-ruler | /embed/indicators/{indicator}/ruler | 200 | 405 | 200 |
| feed | /feed.atom | 200 | 405 | 200 |
| embed-chart | /embed/indicators/{indicator}/chart | 200 | 405 | 200 |
"""


@dataclass(frozen=True)
class Line:
    """An address with the statuses that it answers with."""

    name: str
    template: str
    read_by_all: int
    sent_by_all: int
    read_by_administrator: int

    def path(self, numbers: Mapping[str, object]) -> str:
        """The path with the numbers of a record."""
        return self.template.format(**numbers)

    @property
    def is_page(self) -> bool:
        """Whether somebody can read it at all."""
        return self.read_by_administrator == 200 or self.read_by_all == 200


def _lines() -> Iterator[Line]:
    for row in TABLE.strip().splitlines()[2:]:
        name, template, *statuses = (cell.strip() for cell in row.strip("|").split("|"))
        yield Line(name, template, *map(int, statuses))


LINES = {line.name: line for line in _lines()}
READABLE = tuple(line.name for line in LINES.values() if line.is_page)
PARTS = {"document-part", "document-fact"}
"""What an open page asks for; without scripts it leads to the whole page."""
EMBEDDED = {"embed-ruler", "embed-chart"}
"""What other sites may show in a frame, by a policy of its own (`test_embedding.py`)."""
OPEN = tuple(line.name for line in LINES.values() if line.read_by_all == 200)


def asked_for(monkeypatch: Any, ask: Callable[[], object]) -> set[str]:
    """The names of the parameters that the code looks for in the address while it answers."""
    names: set[str] = set()

    class Watched(QueryDict):
        def get(self, key: Any, default: Any = None) -> Any:
            names.add(key)
            return super().get(key, default)

        def getlist(self, key: Any, default: Any = None) -> Any:
            names.add(key)
            return super().getlist(key, default)

    with monkeypatch.context() as patch:
        patch.setattr(WSGIRequest, "GET", cached(lambda request: Watched(request.META.get("QUERY_STRING", ""))))
        ask()
    return names


def cached(make: Callable[[Any], Any]) -> Any:
    """A property that is worked out once."""
    found = cached_property(make)
    found.__set_name__(WSGIRequest, "_watched")
    return found


def resolved() -> dict[str, URLPattern]:
    """The patterns of all pages by their names, as the resolver knows them; the API has tables of its own."""
    return {str(pattern.name): pattern for pattern in _patterns(get_resolver()) if not _is_of_api(pattern)}


def _patterns(resolver: URLResolver) -> Iterator[URLPattern]:
    for one in resolver.url_patterns:
        if isinstance(one, URLPattern):
            yield one
        else:
            yield from _patterns(one)


def _is_of_api(pattern: URLPattern) -> bool:
    return pattern.callback.__module__.startswith("tiendo.web.api.")


def read(client: Client, line: Line, path: str) -> Told:
    """Read an address as its page does."""
    return told(client, path, headers={"HX-Request": "true"} if line.name in PARTS else {})


@dataclass(frozen=True)
class Told:
    """What a browser was told: status, headers by their small names, the names of cookies, the whole body."""

    status: int
    headers: Mapping[str, str]
    cookies: frozenset[str]
    body: bytes

    @property
    def text(self) -> str:
        """The body as text."""
        return self.body.decode("utf-8", "replace")


def told(client: Client, path: str, *, method: str = "GET", **more: Any) -> Told:
    """Ask for an address and read all of the answer, also where it is a file."""
    answer = client.generic(method, path, **more)
    body = b"".join(answer.streaming_content) if answer.streaming else answer.content
    headers = {name.lower(): value for name, value in answer.items()}
    return Told(answer.status_code, headers, frozenset(answer.cookies), body)


def public(**options: Any) -> Client:
    """A browser of the public; what fails is an answer, as on a server."""
    return Client(raise_request_exception=False, **options)


def browser_of(name: str, **options: Any) -> Client:
    """A browser of somebody who is signed in."""
    client = public(**options)
    client.force_login(Account.objects.get(username=name))
    return client
