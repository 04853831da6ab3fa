"""Tables as Parquet: typed columns, exact decimals, one row group after the other so that the memory is that of one.

This module is imported late: Arrow takes half a second to start.
"""

from __future__ import annotations

import io
import json
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

import pyarrow as arrow
import pyarrow.parquet as parquet

from tiendo.publishing.open_data.fields import Columns, Field, FieldKind
from tiendo.publishing.open_data.provenance import Provenance

_ROWS_OF_A_GROUP = 20_000  # large enough to be read fast; ten times as many need half as much memory again
# As many digits behind the point as a table that is loaded may have; every reader takes 38 in all.
DECIMAL = arrow.decimal128(38, 12)

_TYPES = {
    FieldKind.INTEGER: arrow.int64(),
    FieldKind.NUMBER: DECIMAL,
    FieldKind.CODE: arrow.string(),
    FieldKind.TEXT: arrow.string(),
    FieldKind.DAY: arrow.date32(),
    FieldKind.MOMENT: arrow.timestamp("us", tz="UTC"),
    FieldKind.FLAG: arrow.bool_(),
}


def parquet_chunks(fields: Sequence[Field], portions: Iterable[Columns], provenance: Provenance) -> Iterator[bytes]:
    """The table piece by piece; what each column means and the state of the record stand in its schema."""
    schema = _schema(fields, provenance)
    sink = _Sink()
    with parquet.ParquetWriter(sink, schema, compression="zstd", version="2.6") as writer:
        for group in _groups(schema, fields, portions):
            writer.write_table(group)
            yield sink.taken()
    yield sink.taken()


def _groups(schema: arrow.Schema, fields: Sequence[Field], portions: Iterable[Columns]) -> Iterator[arrow.Table]:
    batches: list[arrow.RecordBatch] = []
    for portion in portions:
        arrays = [_array(field.kind, column) for field, column in zip(fields, portion, strict=True)]
        batches.append(arrow.record_batch(arrays, schema=schema))
        if sum(batch.num_rows for batch in batches) >= _ROWS_OF_A_GROUP:
            yield arrow.Table.from_batches(batches, schema).combine_chunks()
            batches = []
    if batches:
        yield arrow.Table.from_batches(batches, schema).combine_chunks()


def _schema(fields: Sequence[Field], provenance: Provenance) -> arrow.Schema:
    columns = [
        arrow.field(
            field.name,
            _TYPES[field.kind],
            nullable=not field.required,
            metadata={"title": field.title.en, "title:vi": field.title.vi, "description": field.says.en},
        )
        for field in fields
    ]
    described = {"tiendo": json.dumps(provenance.stamp()), "publisher": provenance.publisher}
    return arrow.schema(columns, {**described, "licence": provenance.licence})


def _array(kind: FieldKind, column: Sequence[Any]) -> arrow.Array:
    if kind is FieldKind.NUMBER:
        return _decimals(column)
    if kind is FieldKind.DAY:
        return arrow.array(column, arrow.string()).cast(arrow.date32())
    return arrow.array(column, _TYPES[kind])


def _decimals(column: Sequence[str | None]) -> arrow.Array:
    """Exact numbers; one that has more digits than fit is left out, never rounded: it stands in `quote` and in CSV."""
    try:
        return arrow.array(column, arrow.string()).cast(DECIMAL)
    except arrow.ArrowInvalid:
        return arrow.array([number if _fits(number) else None for number in column], arrow.string()).cast(DECIMAL)


def _fits(number: str | None) -> bool:
    whole, _, places = (number or "").lstrip("-").partition(".")
    return bool(len(whole) <= DECIMAL.precision - DECIMAL.scale and len(places) <= DECIMAL.scale)


class _Sink(io.RawIOBase):
    """Takes what the writer writes, and gives it on as it comes; the writer asks how much there was."""

    def __init__(self) -> None:
        self._parts: list[bytes] = []
        self._length = 0

    def writable(self) -> bool:
        """Yes, and nothing else."""
        return True

    def write(self, part: Any) -> int:
        """Keep it until it is taken."""
        content = bytes(part)
        self._parts.append(content)
        self._length += len(content)
        return len(content)

    def tell(self) -> int:
        """How much was written so far."""
        return self._length

    def taken(self) -> bytes:
        """What was written since this was asked the last time."""
        content, self._parts = b"".join(self._parts), []
        return content
