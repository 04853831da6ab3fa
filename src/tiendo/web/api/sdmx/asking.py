"""What an address of the service says: its parts, its parameters, and the moment of the record that it is about."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from typing import TypeVar, cast

from django.http import HttpRequest
from pydantic_core import PydanticCustomError

from tiendo.facts.errors import LookupRefused
from tiendo.facts.wording import Wording
from tiendo.ledger.selectors.horizon import horizon_at
from tiendo.ledger.selectors.viewing import Known, known_at
from tiendo.publishing.sdmx.selection import LONGEST_QUERY
from tiendo.web.api.authentication import Asking, asker_of
from tiendo.web.api.parameters import checked_moment, moment_of
from tiendo.web.api.problems import Problem

_CONDITION = re.compile(r"c\[([A-Za-z][A-Za-z0-9_-]{0,60})\]")
_LARGEST_NUMBER = 1_000_000_000

T = TypeVar("T")

_WRONG_METHOD = Wording("Địa chỉ này chỉ nhận GET, HEAD.", "This address takes GET, HEAD only.")


@dataclass(frozen=True)
class Asked:
    """A question: who asks, the parts of the path, the parameters but conditions, and conditions by component."""

    request: Asking
    parts: tuple[str, ...]
    parameters: Mapping[str, str]
    conditions: Mapping[str, str]

    def part(self, place: int, otherwise: str = "*") -> str:
        """A part of the path, or what stands for it where the path ends before."""
        return self.parts[place] if place < len(self.parts) and self.parts[place] else otherwise

    def number(self, name: str) -> int | None:
        """A parameter that is a number from 0 on; raises a `Problem` for any other value."""
        written = self.parameters.get(name)
        if written is None:
            return None
        if not (written.isascii() and written.isdecimal() and int(written) <= _LARGEST_NUMBER):
            raise invalid(f"{name} phải là số nguyên từ 0", f"{name} has to be a whole number from 0 on")
        return int(written)

    def known(self) -> Known:
        """What was known at the moment that `asOf` names, by default now."""
        written = self._moment("asOf")
        return self.request.asker.known if written is None else known_at(moment_of(written))

    def changed_after(self, known: Known) -> int | None:
        """The horizon of `updatedAfter`; raises a `Problem` where that is later than `asOf`."""
        written = self._moment("updatedAfter")
        if written is None:
            return None
        horizon = horizon_at(moment_of(written))
        if horizon > known.horizon:
            raise invalid("updatedAfter ở sau asOf", "updatedAfter is later than asOf")
        return horizon

    def _moment(self, name: str) -> str | None:
        written = self.parameters.get(name)
        if written is None:
            return None
        try:
            return checked_moment(written.replace(" ", "+"))  # a plus sign that nobody escaped
        except PydanticCustomError as fault:
            words = fault.context or {}
            raise invalid(f"{name} {words.get('vi', '')}", f"{name}: {words.get('en', '')}") from None


def asked_of(request: HttpRequest, path: str, *, most_parts: int, known_parameters: Collection[str]) -> Asked:
    """The question of a request; raises a `Problem` for what can be seen to be wrong."""
    if request.method != "GET":
        raise Problem("wrong-method", _WRONG_METHOD, headers={"Allow": "GET, HEAD"})
    asking = cast(Asking, request)
    asking.asker = asker_of(request)
    parts = tuple(path.rstrip("/").split("/")) if path else ()
    if len(parts) > most_parts:
        raise invalid("địa chỉ có quá nhiều phần", "the address has too many parts")
    parameters, conditions = _parameters(request, known_parameters)
    if sum(map(len, (*parts, *conditions.values()))) > LONGEST_QUERY:
        raise invalid(f"truy vấn dài quá {LONGEST_QUERY} ký tự", f"the query is longer than {LONGEST_QUERY} characters")
    return Asked(asking, parts, parameters, conditions)


def _parameters(request: HttpRequest, known: Collection[str]) -> tuple[dict[str, str], dict[str, str]]:
    plain: dict[str, str] = {}
    conditions: dict[str, str] = {}
    for name, values in request.GET.lists():
        condition = _CONDITION.fullmatch(name)
        if len(values) > 1 or not (condition or name in known):
            shown = name[:40]
            raise invalid(f"không có tham số {shown!r}, hoặc có hai lần", f"there is no {shown!r}, or it stands twice")
        if condition:
            conditions[condition[1]] = values[0]
        else:
            plain[name] = values[0]
    return plain, conditions


def read_as(make: Callable[[], T]) -> T:
    """What a query means; what its grammar does not know becomes a `Problem`."""
    try:
        return make()
    except LookupRefused as fault:
        raise Problem("invalid-query", Wording(fault.vi, fault.en)) from None


def invalid(vi: str, en: str) -> Problem:
    """A query that is not valid, and why."""
    return Problem("invalid-query", Wording(f"Truy vấn SDMX không đúng: {vi}.", f"The SDMX query is not valid: {en}."))


def not_offered(what: str) -> Problem:
    """A part of the standard that this service does not have."""
    return Problem(
        "not-offered",
        Wording(f"Dịch vụ này không cung cấp {what}; xem docs/sdmx.md.", f"{what} is not offered; see docs/sdmx.md."),
    )


def nothing_there() -> Problem:
    """Nothing fits the query, or nothing that may be seen."""
    return Problem(
        "not-found",
        Wording(
            "Không có gì khớp với truy vấn, hoặc không có gì bạn được xem; xem /sdmx/v2/availability/dataflow/TIENDO.",
            "Nothing fits the query, or nothing that you may see; see /sdmx/v2/availability/dataflow/TIENDO.",
        ),
    )
