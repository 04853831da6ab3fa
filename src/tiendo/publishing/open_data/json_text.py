"""Tables as JSON: where the data comes from, what the columns mean, and one record a row; numbers with all digits."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from json.encoder import encode_basestring
from typing import Any

from tiendo.publishing.open_data.csv_text import moment_cell
from tiendo.publishing.open_data.fields import Columns, Field, FieldKind
from tiendo.publishing.open_data.provenance import METHOD, Provenance

_NUMBER = re.compile(r"-?(0|[1-9][0-9]*)(\.[0-9]+)?")


def json_chunks(fields: Sequence[Field], portions: Iterable[Columns], provenance: Provenance) -> Iterator[bytes]:
    """The table piece by piece: `metadata`, `fields`, then `records`, one a line."""
    head = {"metadata": metadata_of(provenance), "fields": [_described(field) for field in fields]}
    yield (json.dumps(head, ensure_ascii=False)[:-1] + ', "records": [').encode()
    template = "{" + ",".join(f'"{field.name}":%s' for field in fields) + "}"
    before = "\n"
    for portion in portions:
        tokens = [_tokens(field.kind, column) for field, column in zip(fields, portion, strict=True)]
        records = ",\n".join(template % row for row in zip(*tokens, strict=True))
        yield (before + records).encode("utf-8", "replace")
        before = ",\n"
    yield b"\n]}\n"


def metadata_of(provenance: Provenance) -> dict[str, Any]:
    """Where the data comes from, who answers for it and how it came about; without what nobody said."""
    said = {
        "publisher": provenance.publisher,
        "contact": provenance.contact,
        "licence": provenance.licence,
        "site": provenance.site,
        "method": {"vi": METHOD.vi, "en": METHOD.en, "address": f"{provenance.site}/method"},
        "state": provenance.stamp(),
    }
    return {name: value for name, value in said.items() if value}


def _described(field: Field) -> dict[str, Any]:
    return {
        "name": field.name,
        "kind": field.kind.value,
        "title": {"vi": field.title.vi, "en": field.title.en},
        "description": {"vi": field.says.vi, "en": field.says.en},
    }


def _tokens(kind: FieldKind, column: Sequence[Any]) -> Sequence[str]:
    match kind:
        case FieldKind.INTEGER:
            return ["null" if value is None else str(value) for value in column]
        case FieldKind.NUMBER:
            return ["null" if value is None else _number(value) for value in column]
    tokens = {value: _token(value, kind) for value in set(column)}
    return list(map(tokens.__getitem__, column))


def _token(value: Any, kind: FieldKind) -> str:
    if value is None:
        return "null"
    if kind is FieldKind.FLAG:
        return "true" if value else "false"
    return encode_basestring(moment_cell(value) if kind is FieldKind.MOMENT else value)


def _number(written: str) -> str:
    """The digits as they are, where JSON allows them: it has no zeros before a number."""
    return written if _NUMBER.fullmatch(written) else f"{Decimal(written):f}"
