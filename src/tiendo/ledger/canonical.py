"""One way to write a value as bytes, so that its hash means the same everywhere and for ever.

Keys are sorted, nothing is written that is absent, text is UTF-8, exact decimals and moments are strings.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any, Final

DIGEST_BYTES = 32  # SHA-256
FORMAT: Final = 1  # of the hashes; a record says by it how its digests are made
GENESIS: Final = bytes(DIGEST_BYTES)  # what the first act names as the digest before it

_encoder = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False)


def canonical_text(value: Any) -> str:
    """A JSON value in its one canonical form; raises `ValueError` for what JSON cannot say exactly."""
    return _encoder.encode(value)


def digest_of(value: Mapping[str, Any]) -> bytes:
    """SHA-256 of the canonical form, without the keys that hold nothing."""
    return digest_of_text(canonical_text({key: one for key, one in value.items() if one is not None}))


def digest_of_text(text: str) -> bytes:
    """SHA-256 of what is in canonical form already."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).digest()


def moment_text(moment: datetime) -> str:
    """A moment as the record writes it: UTC, always with six decimals of a second."""
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")


def plain(value: Any) -> Any:
    """A column's value as JSON has it."""
    match value:
        case datetime():
            return moment_text(value)
        case date():
            return value.isoformat()
        case Decimal():
            return str(value)
        case bytes() | memoryview():
            return bytes(value).hex()
        case _:
            return value
