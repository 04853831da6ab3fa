"""The pages that readers begin with are made before they ask."""

from __future__ import annotations

import pytest
from django.test import Client

from tiendo.web import warming
from tiendo.web.pages.shelf import PAGES

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("path", ["/", "/indicators", "/tasks", "/documents", "/search/suggestions?q=a"])
def test_a_reader_is_given_the_page_that_was_made_ahead(path: str, monkeypatch: pytest.MonkeyPatch) -> None:
    warming.make_pages("http://testserver")
    made: list[str] = []
    monkeypatch.setattr(PAGES, "put", lambda tag, _page: made.append(tag))
    answer = Client().get(path)
    assert answer.status_code == 200
    assert not made
    Client().get(path, {"q": "another page"})
    assert len(made) == 1
