"""Exports made by hand: whole ones, and ones that somebody made to do harm, whose digests all fit."""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from tiendo.intake.exported.layout import ACCOUNTS, FILES, MANIFEST, RECORD, Contents, manifest_of
from tiendo.ledger.canonical import FORMAT, GENESIS, canonical_text, digest_of_text

Json = dict[str, Any]

NAME: Json = {"entry": "indicator_name", "code": "x", "name": "một tên"}


def entry(number: int, act: int = 1, **columns: Any) -> Json:
    """An entry of a new thing: the name of an indicator, unless the columns say otherwise."""
    return {**NAME, "id": number, "act": act, "root": number, **columns}


def sealed(text: str) -> bytes:
    return f'{{"digest":"{digest_of_text(text).hex()}",{text[1:]}\n'.encode()


def forge(
    folder: Path,
    entries: Sequence[Json | str],
    *,
    people: Sequence[Json] = (),
    files: Sequence[bytes] = (),
    **act: Any,
) -> Path:
    """Write an export of one act with these entries (texts are taken as they are); every digest in it fits."""
    folder.mkdir()
    texts = [one if isinstance(one, str) else canonical_text(one) for one in entries]
    digests = b"".join(digest_of_text(text) for text in texts)
    head = {
        "format": FORMAT,
        "number": 1,
        "command": "forge",
        "by": "operator",
        "at": "2026-01-05T08:00:00.000000Z",
        "why": "",
        "first_entry": 1,
        "last_entry": len(texts),
        "entries": hashlib.sha256(digests).hexdigest(),
        "previous": GENESIS.hex(),
        **act,
    }
    record = b"".join(map(sealed, [canonical_text(head), *texts]))
    accounts = "".join(canonical_text(person) + "\n" for person in people).encode()
    (folder / RECORD).write_bytes(record)
    (folder / ACCOUNTS).write_bytes(accounts)
    for content in files:
        name = hashlib.sha256(content).hexdigest()
        (folder / FILES / name[:2]).mkdir(parents=True, exist_ok=True)
        (folder / FILES / name[:2] / name).write_bytes(content)
    contents = Contents(
        acts=1,
        entries=len(texts),
        digest=digest_of_text(canonical_text(head)).hex(),
        accounts=len(people),
        files=len(files),
        kinds=dict(Counter(json.loads(text)["entry"] for text in texts)),
        sums={RECORD: hashlib.sha256(record).hexdigest(), ACCOUNTS: hashlib.sha256(accounts).hexdigest()},
    )
    (folder / MANIFEST).write_text(json.dumps(manifest_of(contents, "0")), encoding="utf-8")
    return folder


def person(**columns: Any) -> Json:
    """An account that can be imported."""
    plain = {"first_name": "", "last_name": "", "email": "", "active": True, "joined": "2026-01-05T08:00:00.000000Z"}
    return {"username": "mau", **plain, **columns}
