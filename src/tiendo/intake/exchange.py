"""Whole readings as JSON without loss, between processes; the outline of a document as the record keeps it.

Records, decisions and relations on their own: `facts.exchange`.
"""

from __future__ import annotations

import contextlib
import gc
import json
from collections.abc import Iterator, Mapping
from typing import Any

from tiendo.documents.limits import MEBIBYTE
from tiendo.documents.model import Document
from tiendo.facts.codec import Codec
from tiendo.facts.errors import TiendoError
from tiendo.facts.exchange import KINDS
from tiendo.intake.failures import Failure
from tiendo.intake.whole_reading import WholeOutcome, WholeReading

Json = dict[str, Any]

LARGEST_EXCHANGE = 256 * MEBIBYTE
"""Bytes of one whole reading; a text of 20 MB, the longest that has to be read, comes to about half of it."""

_CODEC = Codec({**KINDS, WholeReading: "reading", Failure: "failure"})
_ENCODER = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), allow_nan=False)
# What the record keeps of a document elsewhere, or once for the file.
_BESIDE_THE_OUTLINE = ("source", "format", "text")


class ExchangeRefused(TiendoError):
    """Bytes or values that are no exchange form, or more than is taken."""


def encode(outcome: WholeOutcome) -> bytes:
    """A whole reading or a failure as bytes."""
    return to_bytes(outcome, WholeOutcome)


def decode(data: bytes) -> WholeOutcome:
    """What `encode` was given; raises `ExchangeRefused`."""
    outcome: WholeOutcome = from_bytes(data, WholeOutcome)
    return outcome


def to_bytes(value: Any, as_type: Any) -> bytes:
    """A value of the shared vocabulary as JSON in UTF-8; half characters, which broken files hold, survive."""
    with _no_collection():
        return _ENCODER.encode(_CODEC.write(value, as_type)).encode("utf-8", "surrogatepass")


def from_bytes(data: bytes, as_type: Any) -> Any:
    """What `to_bytes` was given for that type; raises `ExchangeRefused`, also for more than `LARGEST_EXCHANGE`."""
    if len(data) > LARGEST_EXCHANGE:
        raise ExchangeRefused(
            vi=f"Kết quả đọc dài {len(data)} byte, quá giới hạn {LARGEST_EXCHANGE} byte.",
            en=f"The reading has {len(data)} bytes, more than the limit of {LARGEST_EXCHANGE} bytes.",
        )
    try:
        with _no_collection():
            return _CODEC.read(json.loads(data.decode("utf-8", "surrogatepass")), as_type)
    except (ValueError, RecursionError) as fault:
        raise _not_understood(fault) from fault


def outline_to_json(document: Document) -> Json:
    """The blocks, tables, metadata and notes of a document: all but its text, its source and its format."""
    plain: Json = _CODEC.write(document, Document)
    return {name: value for name, value in plain.items() if name not in _BESIDE_THE_OUTLINE}


def document_from_outline(outline: Mapping[str, Any], *, source: str, format: str, text: str) -> Document:  # noqa: A002
    """The document of an outline and its text; raises `ExchangeRefused`."""
    document: Document = _read({**outline, "source": source, "format": format, "text": text}, Document)
    return document


@contextlib.contextmanager
def _no_collection() -> Iterator[None]:
    """Puts off the search for cycles: none of the many small values holds one, and it takes half of the time."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _read(plain: Any, as_type: Any) -> Any:
    try:
        return _CODEC.read(plain, as_type)
    except ValueError as fault:
        raise _not_understood(fault) from fault


def _not_understood(fault: Exception) -> ExchangeRefused:
    return ExchangeRefused(
        vi=f"Không hiểu được kết quả đọc đã lưu hoặc đã nhận: {fault}.",
        en=f"The reading that was kept or received is not understood: {fault}.",
    )
