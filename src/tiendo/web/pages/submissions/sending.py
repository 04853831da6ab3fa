"""What is sent by the form for a table of results: read out of the request, and what is wrong with it in words."""

from __future__ import annotations

import base64
import binascii
from dataclasses import dataclass, field

from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest

from tiendo.ledger.actors import Actor
from tiendo.ledger.permissions import Permission, Scope, may
from tiendo.ledger.selectors.agency_register import agencies_at
from tiendo.text.folding import fold
from tiendo.web.pages.reading import Reading
from tiendo.web.uploads import clean_name
from tiendo.web.words import say

LARGEST_TABLE = 1_000_000
"""Bytes: some twenty thousand rows. The page that asks for a confirmation carries them; `tiendo load` takes more."""

_MARKS = (",", ".")


@dataclass(frozen=True, slots=True, kw_only=True)
class Sent:
    """A table with what was said of it; `faults` are the sentences for fields that cannot be taken."""

    name: str = ""
    content: bytes = b""
    agency: str = ""
    decimal_mark: str = ""
    why: str = ""
    faults: dict[str, str] = field(default_factory=dict)

    @property
    def carried(self) -> str:
        """The very bytes of the table, in letters that a form field does not change."""
        return base64.b64encode(self.content).decode("ascii")


def reporting_agencies(reading: Reading) -> list[tuple[str, str]]:
    """Code and name of the agencies in force that whoever looks may report for."""
    register = agencies_at(reading.known)
    codes = [code for code, one in register.listed.items() if one.in_force(reading.today)]
    own = {granted.agency for granted in reading.actor.roles if granted.agency}
    codes += sorted(own - register.listed.keys())
    found = [(code, register.name(code, reading.today) or code) for code in codes if _may_report(reading.actor, code)]
    return sorted(found, key=lambda one: fold(one[1]))


def _may_report(actor: Actor, agency: str) -> bool:
    """Whether the actor speaks for the agency in any territory; which rows may be reported the record says."""
    places = {granted.territory for granted in actor.roles}
    return any(may(actor, Permission.REPORT_OBSERVATION, Scope(agency, place)) for place in places)


def sent_in(request: HttpRequest, agencies: list[tuple[str, str]], language: str) -> Sent:
    """What the form with the file says."""
    file = request.FILES.get("file")
    content = file.read(LARGEST_TABLE + 1) if isinstance(file, UploadedFile) else b""
    name = clean_name(file.name or "") if isinstance(file, UploadedFile) else ""
    faults = {}
    if not name:
        faults["file"] = say("sending.fault.file", language)
    elif len(content) > LARGEST_TABLE:
        faults["file"] = say("sending.fault.large", language, name=name)
    return _said(request, agencies, language, name, content, faults)


def sent_again(request: HttpRequest, agencies: list[tuple[str, str]], language: str) -> Sent:
    """What the confirmation says, which carries the table that was checked."""
    written, name = request.POST.get("content", ""), clean_name(request.POST.get("name", ""))
    try:
        content = base64.b64decode(written, validate=True)
    except (binascii.Error, ValueError):
        content = b""
    faults = {} if content and len(content) <= LARGEST_TABLE else {"file": say("sending.fault.file", language)}
    return _said(request, agencies, language, name, content, faults)


def _said(
    request: HttpRequest,
    agencies: list[tuple[str, str]],
    language: str,
    name: str,
    content: bytes,
    faults: dict[str, str],
) -> Sent:
    agency, mark = request.POST.get("agency", ""), request.POST.get("decimal", "")
    if agency not in dict(agencies):
        faults["agency"] = say("sending.fault.agency", language)
    if mark not in _MARKS:
        faults["decimal"] = say("sending.fault.decimal", language)
    why = " ".join(request.POST.get("why", "").split())
    return Sent(name=name, content=content, agency=agency, decimal_mark=mark, why=why, faults=faults)
