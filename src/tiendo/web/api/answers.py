"""Answers to questions about the record: what was known when, what has changed since, JSON or CSV."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, cached_property
from typing import Any, TypeVar

from django.http import HttpResponse, HttpResponseNotModified
from django.http.response import HttpResponseBase
from django.utils.timezone import localdate
from pydantic import BaseModel, TypeAdapter

from tiendo import __version__
from tiendo.ledger.selectors.pages import Asked, Page
from tiendo.ledger.selectors.viewing import Known, Viewer, known_at, known_until
from tiendo.ledger.selectors.visible import visible_to
from tiendo.web.api.authentication import Asking
from tiendo.web.api.paging import Cursor, mark_of, read_cursor
from tiendo.web.api.parameters import PageQuestion, Question, moment_of
from tiendo.web.api.representation import Representation, representation_of
from tiendo.web.api.shelf import Kept, Shelf
from tiendo.web.api.tables import table_of

_TAG_DIGITS = 32
SHELF = Shelf()
"""Answers that were made before."""

T = TypeVar("T")
S = TypeVar("S", bound=BaseModel)
Answer = TypeVar("Answer", bound=HttpResponseBase)


@dataclass(frozen=True)
class Reading:
    """A question, the moment of the record that it is about, and the form of its answer.

    Two viewers who may see the same get the same answer, unless it is personal: it says more to some of them. Only an
    answer that names a `language` speaks another one to others.
    """

    request: Asking
    known: Known
    representation: StrEnum
    cursor: Cursor | None = None
    is_personal: bool = False
    language: str | None = None

    @property
    def viewer(self) -> Viewer:
        """Who looks."""
        return self.request.asker.viewer

    @cached_property
    def etag(self) -> str:
        """The same as long as the answer is the same, byte for byte: what the record held then never changes."""
        said = (
            __version__,
            self.known.horizon,
            self.known.seal.hex(),
            visible_to(self.viewer, self.known).sight,
            repr(self.viewer.actor) if self.is_personal else "",
            self.request.path,
            sorted(self.request.GET.lists()),
            self.representation.value,
            self.language,
            localdate().isoformat(),
        )
        digest = hashlib.sha256(repr(said).encode("utf-8", "surrogatepass")).hexdigest()
        return f'"{digest[:_TAG_DIGITS]}"'

    def unchanged(self) -> HttpResponse | None:
        """The answer to somebody who has it already."""
        held = self.request.headers.get("If-None-Match")
        if held is None:
            return None
        tags = [tag.strip().removeprefix("W/") for tag in held.split(",")]
        return self.with_headers(HttpResponseNotModified()) if self.etag in tags or tags == ["*"] else None

    def answer(self, make: Callable[[], Kept]) -> HttpResponse:
        """The answer, made only where the asker does not have it already and it was not made before."""
        held = self.unchanged()
        if held is not None:
            return held
        kept = SHELF.get(self.etag)
        if kept is None:
            kept = make()
            SHELF.put(self.etag, kept)
        answer = HttpResponse(kept.content, content_type=f"{self.representation.value}; charset=utf-8")
        if kept.link is not None:
            answer["Link"] = kept.link
        return self.with_headers(answer)

    def with_headers(self, answer: Answer) -> Answer:
        """The answer with what caches need to know."""
        answer["ETag"] = self.etag
        answer["Vary"] = "Accept, Authorization, Cookie" + (", Accept-Language" if self.language else "")
        is_public = self.request.asker.account is None
        answer["Cache-Control"] = "public, no-cache" if is_public else "private, no-cache"
        return answer


def reading_of(request: Asking, asked: Question, *, is_list: bool = False, is_personal: bool = False) -> Reading:
    """The reading that a question means; raises a `Problem` for a cursor or a form that cannot be."""
    representation = representation_of(request, asked.format, is_list=is_list)
    if isinstance(asked, PageQuestion) and asked.cursor is not None:
        cursor = read_cursor(asked.cursor, _mark(request))
        return Reading(request, known_until(cursor.horizon), representation, cursor, is_personal)
    known = known_at(moment_of(asked.as_of)) if asked.as_of else request.asker.known
    return Reading(request, known, representation, None, is_personal)


def answer_page(
    request: Asking,
    asked: PageQuestion,
    schema: type[S],
    find: Callable[[Viewer, Known, Asked], Page[Any]],
    *,
    is_personal: bool = False,
) -> HttpResponse:
    """A page of a list."""
    reading = reading_of(request, asked, is_list=True, is_personal=is_personal)

    def make() -> Kept:
        after = reading.cursor.after if reading.cursor else 0
        page = find(reading.viewer, reading.known, Asked(asked.limit, after))
        if page.next is None:
            return Kept(_render(reading, schema, page.items, None))
        cursor = Cursor(page.next, reading.known.horizon).write(_mark(request))
        return Kept(_render(reading, schema, page.items, cursor), _link(request, cursor))

    return reading.answer(make)


def answer_all(
    request: Asking, asked: Question, schema: type[S], find: Callable[[Viewer, Known], tuple[Any, ...]]
) -> HttpResponse:
    """A list as a whole."""
    reading = reading_of(request, asked, is_list=True)

    def make() -> Kept:
        shown = _list_of(schema).validate_python(find(reading.viewer, reading.known), from_attributes=True)
        if reading.representation is Representation.CSV:
            return Kept(table_of(schema, shown))
        listed = _list_of(schema).dump_json(shown, by_alias=True)
        return Kept(b'{"items":%b,"horizon":%d}' % (listed, reading.known.horizon))

    return reading.answer(make)


def answer_one(
    request: Asking,
    asked: Question,
    schema: type[S],
    find: Callable[[Viewer, Known], Any],
    *,
    table: tuple[type[BaseModel], Callable[[Any], Iterable[BaseModel]]] | None = None,
    is_personal: bool = False,
) -> HttpResponse:
    """One thing; as a `table` of its parts where it has some and a table is asked for."""
    reading = reading_of(request, asked, is_list=table is not None, is_personal=is_personal)

    def make() -> Kept:
        found = find(reading.viewer, reading.known)
        if table is not None and reading.representation is Representation.CSV:
            part, parts_of = table
            return Kept(table_of(part, parts_of(found)))
        return Kept(json_of(schema, found))

    return reading.answer(make)


def json_of(schema: type[S], value: Any) -> bytes:
    """A value with the fields that the schema names, as JSON."""
    return schema.model_validate(value, from_attributes=True).model_dump_json(by_alias=True).encode()


def _link(request: Asking, cursor: str) -> str:
    parameters = request.GET.copy()
    parameters["cursor"] = cursor
    return f'<{request.path}?{parameters.urlencode()}>; rel="next"'


def _render(reading: Reading, schema: type[S], items: tuple[Any, ...], cursor: str | None) -> bytes:
    adapter = _list_of(schema)
    shown = adapter.validate_python(items, from_attributes=True)
    if reading.representation is Representation.CSV:
        return table_of(schema, shown)
    listed = adapter.dump_json(shown, by_alias=True)
    return b'{"items":%b,"next":%b,"horizon":%d}' % (listed, json.dumps(cursor).encode(), reading.known.horizon)


@cache
def _list_of(schema: type[BaseModel]) -> TypeAdapter[list[Any]]:
    return TypeAdapter(list[schema])  # type: ignore[valid-type] # a schema is known only when the program runs


def _mark(request: Asking) -> str:
    return mark_of(request.path, {name: request.GET[name] for name in request.GET})
