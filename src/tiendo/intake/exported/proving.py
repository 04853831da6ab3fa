"""Proves an exported record where it lies: no database and no server is needed, a copy of a copy will do."""

from __future__ import annotations

import hashlib
import json
import re
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from io import BufferedReader
from pathlib import Path
from typing import Any

from tiendo.facts.errors import BrokenRecord
from tiendo.intake.exported.accounts import read_people
from tiendo.intake.exported.layout import (
    ACCOUNTS,
    FILES,
    LONGEST_MANIFEST,
    MANIFEST,
    RECORD,
    Contents,
    contents_of,
    unusable,
)
from tiendo.intake.exported.lines import read_chain
from tiendo.ledger.kept_files import named_files
from tiendo.ledger.people import Person
from tiendo.ledger.proof import Proof, Prover, Sealed, SealedEntry

_SHA256 = re.compile(r"[0-9a-f]{64}")

Take = Callable[[Sealed], None]


def prove_export(folder: Path, *, noted: bytes | None = None) -> Proof:
    """Prove every line and every file of an export, and that nothing is missing or added.

    Raises `BrokenRecord` with the first act or entry that does not fit, `UnusableCopy` where it is no export.
    """
    contents = read_manifest(folder)
    _hold_alone(folder)
    proof = go_through(folder, contents, lambda _: None, noted=noted)
    for _ in go_through_people(folder, contents):
        pass
    return proof


def read_manifest(folder: Path) -> Contents:
    """What an export promises."""
    with _opened(folder / MANIFEST) as stream:
        written = stream.read(LONGEST_MANIFEST + 1)
    try:
        manifest = json.loads(written[:LONGEST_MANIFEST])
    except (ValueError, RecursionError) as fault:
        raise unusable(MANIFEST, "không phải JSON", "this is no JSON") from fault
    return contents_of(manifest)


def go_through(folder: Path, contents: Contents, take: Take, *, noted: bytes | None = None) -> Proof:
    """Hand every act and entry on, each proved; at the end the files that they name are proved too."""
    prover = Prover(noted)
    kinds: Counter[str] = Counter()
    files: set[str] = set()
    with _summed(folder, RECORD, contents) as stream:
        for sealed in read_chain(stream, RECORD):
            prover.take(sealed)
            if isinstance(sealed, SealedEntry):
                kinds[sealed.kind] += 1
                files.update(_files_of(sealed))
            take(sealed)
        proof = prover.end()
    found: dict[str, Any] = {
        "acts": proof.acts,
        "entries": proof.entries,
        "digest": proof.digest.hex(),
        "kinds": dict(kinds),
        "files": len(files),
    }
    for name, value in found.items():
        _hold_promise(contents, name, value)
    _prove_files(folder / FILES, files)
    return proof


def go_through_people(folder: Path, contents: Contents) -> Iterator[Person]:
    """Everybody in an export; that nobody is missing or added is known at the end."""
    count = 0
    with _summed(folder, ACCOUNTS, contents) as stream:
        for person in read_people(stream, ACCOUNTS):
            count += 1
            yield person
    _hold_promise(contents, "accounts", count)


def _files_of(sealed: SealedEntry) -> Iterator[str]:
    for sha256 in named_files(sealed.kind, sealed.text):
        if not _SHA256.fullmatch(sha256):
            name = f"{sealed.kind} {sealed.number}"
            raise unusable(RECORD, f"{name} nêu tệp không có mã SHA-256", f"{name} names a file that is no SHA-256")
        yield sha256


def _prove_files(folder: Path, wanted: set[str]) -> None:
    held = {}
    for path in folder.glob("*/*") if folder.is_dir() else ():
        if path.is_symlink() or not path.is_file() or path.parent.name != path.name[:2] or path.name not in wanted:
            raise unusable(
                f"{FILES}/{path.parent.name}/{path.name}", "sổ không nêu tệp này", "the record names no such file"
            )
        held[path.name] = path
    for sha256 in sorted(wanted):
        place = f"{FILES}/{sha256[:2]}/{sha256}"
        if sha256 not in held:
            raise unusable(place, "thiếu tệp", "the file is missing")
        with held[sha256].open("rb") as stream:
            if hashlib.file_digest(stream, "sha256").hexdigest() != sha256:
                raise BrokenRecord(vi=f"Tệp {place} đã bị thay đổi.", en=f"The file {place} was changed.")


def _hold_promise(contents: Contents, name: str, found: Any) -> None:
    promised = getattr(contents, name)
    if promised != found:
        raise unusable(
            MANIFEST, f"{name} ghi {promised!r}, thực tế {found!r}", f"{name} says {promised!r}, there is {found!r}"
        )


def _hold_alone(folder: Path) -> None:
    added = sorted({path.name for path in folder.iterdir()} - {MANIFEST, RECORD, ACCOUNTS, FILES})
    if added:
        raise unusable(added[0], "thừa trong bản xuất", "it is no part of an export")


@contextmanager
def _summed(folder: Path, name: str, contents: Contents) -> Iterator[BufferedReader]:
    """The file of that name, opened after its hash was compared with the promised one."""
    with _opened(folder / name) as stream:
        found = hashlib.file_digest(stream, "sha256").hexdigest()
        stream.seek(0)
        yield stream
        # Said last: that an entry was changed tells more than that the file was.
        if contents.sums.get(name) != found:
            raise unusable(name, "tệp không khớp với manifest.json", "the file does not fit manifest.json")


@contextmanager
def _opened(path: Path) -> Iterator[BufferedReader]:
    if path.is_symlink() or not path.is_file():
        raise unusable(path.name, "không có tệp này", "there is no such file")
    with path.open("rb") as stream:
        yield stream
