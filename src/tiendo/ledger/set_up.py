"""What a new record begins with: the catalogue, the agencies and the territories that the product knows.

A newer version of the product brings newer lists: what changed in them is recorded as an act of its own. What people
said about an agency stays as they said it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import UTC, datetime
from typing import Any

from tiendo import __version__
from tiendo.catalogue import DATA_FOLDER
from tiendo.catalogue.files import indicator_paths, read_file
from tiendo.ledger.actors import MACHINE
from tiendo.ledger.agencies import said_by_people
from tiendo.ledger.canonical import plain
from tiendo.ledger.chain import Recorder, recording
from tiendo.ledger.models import Agency, Entry, Indicator, Territory, as_record
from tiendo.ledger.models.entry import CHAIN_COLUMNS
from tiendo.ledger.standing import FOREVER
from tiendo.reference.agencies import all_agencies
from tiendo.reference.territories import all_territories

Content = dict[str, Any]


def set_up(at: datetime | None = None) -> None:
    """Bring the reference lists of the record up to those of the product; nothing happens where they agree."""
    why = f"reference lists of tiendo {__version__}"
    with recording("set_up", by=MACHINE.name, at=at or datetime.now(UTC), why=why) as recorder:
        _renew(recorder, Indicator, _indicators(), lambda one: (one["code"],), of_catalogue=True)
        _renew(recorder, Agency, _agencies(), lambda one: (one["code"],), but=frozenset(said_by_people()))
        _renew(recorder, Territory, _territories(), lambda one: (one["code"], one.get("valid_from")))


def _renew(
    recorder: Recorder,
    model: type[Entry],
    wanted: Iterable[Content],
    key: Callable[[Content], tuple[object, ...]],
    but: frozenset[str] = frozenset(),
    **only: Any,
) -> None:
    """Add what is new, supersede what reads differently, withdraw what is gone; nothing of the codes in `but`."""
    held = {key(as_record(entry)): entry for entry in model.objects.standing(FOREVER).filter(**only)}
    held = {key: entry for key, entry in held.items() if key[0] not in but}
    for content in wanted:
        if content["code"] in but:
            continue
        entry = held.pop(key(content), None)
        if entry is None:
            recorder.add(model, **content)
        elif _says(entry) != content:
            recorder.supersede(entry, **(dict.fromkeys(_says(entry)) | content))
    for entry in held.values():
        recorder.withdraw(entry)


def _says(entry: Entry) -> Content:
    return {name: value for name, value in as_record(entry).items() if name not in (*CHAIN_COLUMNS, "entry")}


def _indicators() -> Iterable[Content]:
    """The definition of an indicator is what its file in the catalogue says."""
    for path in indicator_paths(DATA_FOLDER):
        content = read_file(path).content
        yield {"code": content["id"], "definition": content, "of_catalogue": True}


def _agencies() -> Iterable[Content]:
    for agency in all_agencies():
        yield _present(
            code=agency.code,
            name=agency.name,
            level=agency.level,
            valid_from=agency.validity.start,
            valid_to=agency.validity.end,
            successors=list(agency.successors),
        )


def _territories() -> Iterable[Content]:
    for unit in all_territories():
        yield _present(
            code=unit.code,
            kind=unit.kind,
            name=unit.name,
            parent=unit.parent,
            valid_from=unit.validity.start,
            valid_to=unit.validity.end,
        )


def _present(**values: Any) -> Content:
    return {name: plain(value) for name, value in values.items() if value is not None}
