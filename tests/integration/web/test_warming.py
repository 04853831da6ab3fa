"""The pages that readers look at are made before they ask."""

from __future__ import annotations

import pytest
from django.test import Client

from tests.integration.web.guarded_record import Numbers, make_open
from tiendo.web import warming
from tiendo.web.pages.shelf import PAGES

pytestmark = pytest.mark.django_db

SITE = "http://testserver"


@pytest.fixture
def numbers(tmp_path) -> Numbers:
    return make_open(tmp_path)


def made_for(path: str, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The tags of what has to be made when the page is asked for."""
    made: list[str] = []
    with monkeypatch.context() as patched:
        patched.setattr(PAGES, "put", lambda tag, _page: made.append(tag))
        assert Client().get(path).status_code == 200
    return made


def test_a_reader_is_given_what_was_made_ahead(numbers, monkeypatch):
    paths = ["/", "/tasks", "/?period=2022-Q1", f"/documents/{numbers['document']}", "/indicators/budget_revenue"]
    assert all(made_for(path, monkeypatch) for path in paths)
    warming.make_pages(SITE, warming._now())
    assert not any(made_for(path, monkeypatch) for path in paths)
    assert made_for("/?q=another", monkeypatch)


def test_any_choice_of_a_board_is_taken_from_what_was_made_ahead(numbers, monkeypatch):
    warming.make_pages(SITE, warming._now())
    made = made_for("/?period=2022-Q1&agency=STC&sort=name", monkeypatch)
    assert [tag.startswith("sheet") for tag in made] == [False], "the page is new, its rows are not judged again"


def test_pages_of_the_past_are_not_made_to_an_end(numbers, monkeypatch):
    moments = iter([warming._now()])
    later = (None, None)
    monkeypatch.setattr(warming, "_now", lambda: next(moments, later))
    asked: list[str] = []
    monkeypatch.setattr(warming, "resolve", lambda path: (lambda *_: asked.append(path), (), {}))
    warming.make_pages(SITE, warming._now())
    assert asked == []


def test_a_change_comes_to_rest_before_pages_are_made(monkeypatch):
    class Over(Exception):
        pass

    shown = iter("abccccc")
    made: list[str] = []
    monkeypatch.setattr(warming, "_now", lambda: next(shown, None))
    pauses = iter(range(6))
    monkeypatch.setattr(warming, "sleep", lambda _: next(pauses))
    with pytest.raises(StopIteration):
        warming._keep(made.append)
    assert made == ["a", "c"]
