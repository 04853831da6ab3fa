"""Takes an exported record into an empty one, after it was proved where it lies."""

from __future__ import annotations

import json
from pathlib import Path

from tiendo.facts.errors import InvalidChange
from tiendo.intake.exported.layout import ACCOUNTS, FILES, RECORD, Contents, unusable
from tiendo.intake.exported.proving import go_through, go_through_people, prove_export, read_manifest
from tiendo.ledger import files
from tiendo.ledger.actors import Actor
from tiendo.ledger.commands.import_record import Importer, importing, require_empty
from tiendo.ledger.proof import Proof, Sealed


def import_record(folder: Path, *, by: Actor) -> Proof:
    """Take everything in, or nothing.

    Raises `RecordNotEmpty`, `BrokenRecord` for a copy that was changed, `UnusableCopy` with the line for one that
    this program did not write.
    """
    require_empty()
    prove_export(folder)
    contents = read_manifest(folder)
    try:
        with importing(by=by) as importer:
            # Proved once more on the way in: the files may have been changed since.
            proof = _take_chain(importer, folder, contents)
            _take_people(importer, folder, contents)
            _keep_files(folder)
    except InvalidChange as fault:
        raise unusable(RECORD, fault.vi, fault.en) from fault
    return proof


def _take_chain(importer: Importer, folder: Path, contents: Contents) -> Proof:
    line = 0

    def take(sealed: Sealed) -> None:
        nonlocal line
        line += 1
        try:
            importer.take(sealed, json.loads(sealed.text))
        except InvalidChange as fault:
            raise unusable(f"{RECORD}:{line}", fault.vi, fault.en) from fault

    return go_through(folder, contents, take)


def _take_people(importer: Importer, folder: Path, contents: Contents) -> None:
    for line, person in enumerate(go_through_people(folder, contents), start=1):
        try:
            importer.add_person(person)
        except InvalidChange as fault:
            raise unusable(f"{ACCOUNTS}:{line}", fault.vi, fault.en) from fault


def _keep_files(folder: Path) -> None:
    """They come before the end of the transaction, so that no entry stands without its file."""
    for path in sorted((folder / FILES).glob("*/*")):
        if files.keep(path.read_bytes()) != path.name:
            raise unusable(f"{FILES}/{path.parent.name}/{path.name}", "tệp vừa bị thay đổi", "it was changed just now")
