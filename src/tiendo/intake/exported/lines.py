"""Lines of an exported record, written and read.

What is read may come from anywhere: every line is bounded, and proved to be exactly what would have been written.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import IO, Any, NoReturn, TypeGuard

from tiendo.intake.exported.layout import LONGEST_LINE, unusable
from tiendo.ledger.canonical import DIGEST_BYTES, FORMAT, canonical_text
from tiendo.ledger.proof import Json, Sealed, SealedAct, SealedEntry

_OPENING = '{"digest":"'
_DIGEST = slice(len(_OPENING), len(_OPENING) + 2 * DIGEST_BYTES)
_HEX = re.compile(r"[0-9a-f]{64}")
_MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z")
_LARGEST = 2**63 - 1  # what the databases call a big integer

_NUMBERS = ("number", "first_entry", "last_entry")
_DIGESTS = ("entries", "previous")
_TEXTS = ("command", "by", "at", "why", *_DIGESTS)


def line_of(sealed: Sealed) -> bytes:
    """An act or entry as a line."""
    return f'{_OPENING}{sealed.digest.hex()}",{sealed.text[1:]}\n'.encode("utf-8", "surrogatepass")


def read_chain(stream: IO[bytes], name: str) -> Iterator[Sealed]:
    """The acts and entries of a file in their order; raises `UnusableCopy` with the line that is none."""
    for place, line in read_lines(stream, name):
        yield sealed_of(line, place)


def read_lines(stream: IO[bytes], name: str) -> Iterator[tuple[str, str]]:
    """Lines without their ends, each with its place as errors name it."""
    number = 0
    while line := stream.readline(LONGEST_LINE + 1):
        number += 1
        place = f"{name}:{number}"
        if not line.endswith(b"\n"):
            raise unusable(place, "dòng bị cắt cụt hoặc quá dài", "the line is cut off or too long")
        try:
            yield place, line[:-1].decode("utf-8")
        except UnicodeDecodeError as fault:
            raise unusable(place, "không phải UTF-8", "this is no UTF-8") from fault


def read_object(text: str, place: str) -> Json:
    """The JSON object that a text is; it has to be written in the canonical form."""
    try:
        value: Json = json.loads(text, parse_constant=_no_number)
        is_canonical = isinstance(value, dict) and canonical_text(value) == text
    except (ValueError, RecursionError) as fault:
        raise unusable(place, "không phải JSON", "this is no JSON") from fault
    if not is_canonical:
        raise unusable(
            place, "không phải đối tượng JSON ở dạng chuẩn tắc", "this is no JSON object in its canonical form"
        )
    return value


def sealed_of(line: str, place: str) -> Sealed:
    """The act or entry that a line is."""
    written = line[_DIGEST]
    if not (line.startswith(_OPENING) and _HEX.fullmatch(written) and line[_DIGEST.stop : _DIGEST.stop + 2] == '",'):
        raise unusable(place, "dòng không mở đầu bằng mã digest", "the line does not begin with a digest")
    text = "{" + line[_DIGEST.stop + 2 :]
    record, digest = read_object(text, place), bytes.fromhex(written)
    if "entry" not in record:
        return SealedAct(_checked_act(record, place), text, digest)
    kind, number, act = record["entry"], record.get("id"), record.get("act")
    if not isinstance(kind, str) or not _is_number(number) or not _is_number(act):
        raise unusable(place, "mục cần entry, id và act", "an entry needs entry, id and act")
    return SealedEntry(kind, number, act, text, digest)


def _checked_act(record: Json, place: str) -> Json:
    if record.get("format") != FORMAT:
        raise unusable(place, f"cách tính mã khác {FORMAT}", f"digests are not made in the way {FORMAT}")
    fits = (
        record.keys() == {"format", *_NUMBERS, *_TEXTS}
        and all(_is_number(record[name]) for name in _NUMBERS)
        and all(isinstance(record[name], str) for name in _TEXTS)
        and _MOMENT.fullmatch(record["at"])
        and all(_HEX.fullmatch(record[name]) for name in _DIGESTS)
    )
    if not fits:
        names = ", ".join(sorted((*_NUMBERS, *_TEXTS)))
        raise unusable(place, f"lần ghi cần đúng {names}", f"an act needs {names}, and nothing else")
    return record


def _is_number(value: Any) -> TypeGuard[int]:
    return type(value) is int and 0 <= value <= _LARGEST


def _no_number(written: str) -> NoReturn:
    raise ValueError(written)
