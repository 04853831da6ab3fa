"""What may stand in the address of a page, and the refusal of what may not."""

from __future__ import annotations

import re
from datetime import date

from django.http import HttpRequest

from tiendo.facts.errors import InvalidPeriod, TiendoError
from tiendo.facts.period import Period
from tiendo.facts.wording import Wording

# A board looks back 20 years, and ahead to the end of its targets.
_YEARS = range(1945, 2201)
_CODE = re.compile(r"[A-Za-z0-9_.Đđ-]{1,100}")
_LONGEST_TEXT = 200  # characters of a search or filter; a sentence
LARGEST_NUMBER = 2**63 - 1  # of an entry
_MOST_SHOWN = 60  # characters of a wrong value that its refusal repeats


class WrongQuestion(TiendoError):
    """The address of a page asks for something that cannot be; the page says what to write instead."""


def code(request: HttpRequest, name: str) -> str | None:
    """A code of an agency, a territory, an indicator."""
    written = request.GET.get(name, "").strip()
    if written and not _CODE.fullmatch(written):
        raise _wrong(name, written, Wording("không phải là mã", "is no code"))
    return written or None


def text(request: HttpRequest, name: str) -> str:
    """Words to look for, on one line."""
    written = " ".join(request.GET.get(name, "").replace("\x00", " ").split())
    if len(written) > _LONGEST_TEXT:
        raise _wrong(
            name, written, Wording(f"dài quá {_LONGEST_TEXT} ký tự", f"has more than {_LONGEST_TEXT} characters")
        )
    return written


def day(request: HttpRequest, name: str) -> date | None:
    """A day, written as date fields of browsers send it."""
    written = request.GET.get(name, "").strip()
    if not written:
        return None
    try:
        found = date.fromisoformat(written)
    except ValueError:
        found = None
    if found is None or found.year not in _YEARS:
        raise _wrong(
            name, written, Wording("không phải là ngày; viết như 2022-03-31", "is no day; write it like 2022-03-31")
        )
    return found


def period(request: HttpRequest, name: str) -> Period | None:
    """A period: `2022`, `2022-Q1`, `2022-H1`."""
    written = request.GET.get(name, "").strip()
    if not written:
        return None
    try:
        found = Period.parse(written)
    except InvalidPeriod:
        found = None
    if found is None or found.year not in _YEARS:
        raise _wrong(
            name,
            written,
            Wording("không phải là kỳ; viết như 2022-Q1, 2022-H1, 2022", "is no period; write it like 2022-Q1, 2022"),
        )
    return found


def number(request: HttpRequest, name: str) -> int | None:
    """The number of an entry or of a page."""
    written = request.GET.get(name, "").strip()
    if not written:
        return None
    if not (written.isascii() and written.isdecimal() and len(written) <= len(str(LARGEST_NUMBER))):
        raise _wrong(name, written, Wording("không phải là số", "is no number"))
    return min(int(written), LARGEST_NUMBER)


def choice(request: HttpRequest, name: str, choices: tuple[str, ...]) -> str | None:
    """One of some words."""
    written = request.GET.get(name, "").strip()
    if written and written not in choices:
        listed = ", ".join(choices)
        raise _wrong(name, written, Wording(f"phải là một trong: {listed}", f"has to be one of: {listed}"))
    return written or None


def _wrong(name: str, written: str, why: Wording) -> WrongQuestion:
    shown = written if len(written) <= _MOST_SHOWN else written[:_MOST_SHOWN] + "…"
    return WrongQuestion(vi=f"{name}={shown!r} {why.vi}.", en=f"{name}={shown!r} {why.en}.")
