"""A whole reading as the record takes it: cleaned, with what each fact was linked to and whether it may count."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import date
from pathlib import PurePath
from typing import Any

from tiendo.documents.model import BlockKind, Document
from tiendo.facts.decisions import Decision, Matched
from tiendo.facts.exchange import relations_to_json
from tiendo.facts.records import Measurement
from tiendo.intake.certainty import reasons_to_wait
from tiendo.intake.exchange import decode, encode, outline_to_json
from tiendo.intake.reading import Linked, code_of
from tiendo.intake.whole_reading import WholeReading
from tiendo.ledger.commands.record_document import ReadDocument, ReadFact, ReadProvision
from tiendo.ledger.identity import identity_of
from tiendo.matching import match_territory

_LANGUAGE = "Tiếng Việt"
# PostgreSQL keeps no NUL, no database half a character; PDF files with broken fonts hold both.
_NOT_KEPT = re.compile("[\x00\ud800-\udfff]")
_NUMBER = re.compile(r"(\d+[a-zA-Z]?)\s*/\s*(.+)", re.DOTALL)  # "62/NQ-HĐND": number and symbol


def recordable(read: WholeReading, *, sha256: str, size: int, name: str) -> ReadDocument:
    """What the record keeps of a reading. `name` is that of the file."""
    whole = _keepable(read)
    document, reading = whole.document, whole.reading
    metadata = document.metadata
    short_name = PurePath(name).name
    return ReadDocument(
        identity=identity_of(metadata, reading.territory, short_name),
        file=sha256,
        size=size,
        name=short_name,
        format=document.format,
        reader_version=whole.reader_version,
        text=document.text,
        outline=outline_to_json(document),
        relations=relations_to_json(reading.relations),
        addressed_to_software=[
            {"code": str(one.code), "start": one.start, "end": one.end} for one in whole.addresses_software
        ],
        title=reading.title,
        territory=reading.territory,
        place=reading.place,
        period=str(reading.period) if reading.period else None,
        facts=tuple(_fact(fact, reading.territory, reading.day) for fact in reading.facts),
        provisions=tuple(_provisions(document)),
        register=_register(document),
    )


def _keepable(whole: WholeReading) -> WholeReading:
    """The reading with a replacement character for each one that a database does not take: places stay as they are."""
    if not _NOT_KEPT.search(whole.document.text):
        return whole
    plain = json.loads(encode(whole).decode("utf-8", "surrogatepass"))
    kept = decode(json.dumps(_replaced(plain), ensure_ascii=False).encode())
    return kept if isinstance(kept, WholeReading) else whole


def _replaced(plain: Any) -> Any:
    match plain:
        case str():
            return _NOT_KEPT.sub("\ufffd", plain)
        case list():
            return [_replaced(one) for one in plain]
        case dict():
            return {key: _replaced(one) for key, one in plain.items()}
    return plain


def _fact(fact: Linked, territory: str | None, day: date | None) -> ReadFact:
    place = _place(fact, territory, day)
    reasons = reasons_to_wait(fact)
    return ReadFact(
        record=fact.record,
        decision=fact.indicator,
        indicator=code_of(fact.indicator),
        territory=place,
        lead_codes=_codes(fact.leads),
        coordinator_codes=_codes(fact.coordinators),
        reasons=reasons,
    )


def _codes(decisions: tuple[Decision, ...]) -> tuple[str, ...]:
    return tuple(decision.code for decision in decisions if isinstance(decision, Matched))


def _place(fact: Linked, territory: str | None, day: date | None) -> str | None:
    """The place that the words of a figure name; else that of the document."""
    if isinstance(fact.record, Measurement) and day is not None:
        named = match_territory(fact.record, day, within=territory)
        if isinstance(named, Matched):
            return named.code
    return territory


def _provisions(document: Document) -> Iterator[ReadProvision]:
    """Every path of headings once, from its first block to its last, with what is below it."""
    stretches: dict[tuple[str, ...], tuple[int, int]] = {}
    headings: dict[tuple[str, ...], str] = {}
    for block in document.blocks:
        for depth in range(1, len(block.path) + 1):
            path = block.path[:depth]
            start, end = stretches.get(path, (block.start, block.end))
            stretches[path] = (min(start, block.start), max(end, block.end))
        if block.kind is BlockKind.HEADING and block.path:
            headings.setdefault(block.path, document.text[block.start : block.end])
    for path, (start, end) in stretches.items():
        yield ReadProvision(path=path, heading=headings.get(path, ""), start=start, end=end)


def _register(document: Document) -> dict[str, Any]:
    """The fields of the register that the document itself says."""
    metadata = document.metadata
    number = _NUMBER.fullmatch(metadata.number or "")
    return {
        "type_name": metadata.type,
        "number": metadata.number,
        "code_number": number[1] if number else None,
        "code_notation": number[2] if number else None,
        "issued_date": metadata.date,
        "organ_name": metadata.issuer,
        "subject": metadata.title,
        "language": _LANGUAGE,
        "signer_full_name": metadata.signer,
    }
