"""A record with an entry of every kind in it, filled in a process of its own, and the commands that keep it."""

from __future__ import annotations

import filecmp
from collections.abc import Mapping
from pathlib import Path

from tests.integration.processes import READY, command, run

# Text that is easily lost on the way: quotes, line ends, tones in pieces, letters beyond 16 bits, control characters.
TRICKY = 'Ý "kiến"\\ \n\u2028 Tie\u0302\u0301n đ\u00f4\u0323 \U0001f600 \x01\x7f %s {}'

FILL = f"""
from datetime import date
from decimal import Decimal
from django.db import models
from tests.unit.ledger.samples import document, moment, read, recorded, result, target, task
from tiendo.ledger import files
from tiendo.ledger.chain import recording
from tiendo.ledger.kept_files import FILE_COLUMNS
from tiendo.ledger.models import ENTRY_MODELS, Account, Agency, Publication, Territory, kind_of
from tiendo.ledger.models.entry import content_columns
from tiendo.ledger.models.fields import CanonicalJsonField, ExactDecimalField

TRICKY = {TRICKY!r}
KEPT = files.keep(TRICKY.encode())

def filler(model, field):
    if FILE_COLUMNS.get(kind_of(model)) == field.attname:
        return KEPT
    if field.choices:
        return field.flatchoices[0][0]
    for kind, value in (
        (CanonicalJsonField, {{"b": [1, 0.5, None, TRICKY], "a": {{}}}}),
        (ExactDecimalField, Decimal("28.10")),
        (models.DateField, date(2026, 1, 31)),
        (models.FloatField, 0.1),
        (models.BooleanField, False),
        (models.IntegerField, 7),
    ):
        if isinstance(field, kind):
            return value
    return TRICKY[: field.max_length]

with recording("fill", by="operator", at=moment(0), why=TRICKY) as recorder:
    # Reference lists are full already; what the product does not know in them it withdraws.
    for model in [model for model in ENTRY_MODELS if model not in (Agency, Territory)]:
        recorder.add(model, **{{field.attname: filler(model, field) for field in content_columns(model)}})
        recorder.add(model, **{{f.attname: filler(model, f) for f in content_columns(model) if not f.null}})
first = recorded(document(read(target("100.50")), read(task("Mẫu", start=40)), file=files.keep(b"one")), hours=1)
recorded(document(read(target("120")), file=files.keep(b"two")), hours=2, before=first)
with recording("withdraw", by="operator", at=moment(3), why="") as recorder:
    recorder.withdraw(Publication.objects.order_by("id").first())
Account.objects.create_user("can.bo.mau", "can.bo@example.invalid", "a password", first_name="Cán", last_name="Bộ Mẫu")
Account.objects.create_user("An.mau", is_active=False)
"""


def fill(environ: Mapping[str, str]) -> None:
    """Put entries of every kind into the record."""
    run(READY + FILL, environ)


def done(*arguments: str | Path, environ: Mapping[str, str]) -> str:
    """What the command prints, in English; it has to succeed."""
    ended = command(*map(str, arguments), "--lang", "en", environ=environ)
    assert ended.returncode == 0, ended.stderr
    return ended.stdout


def refused(*arguments: str | Path, environ: Mapping[str, str]) -> str:
    """The one sentence with which the command refuses, in English."""
    ended = command(*map(str, arguments), "--lang", "en", environ=environ)
    assert ended.returncode == 1, ended.stdout + ended.stderr
    assert ended.stderr.count("\n") == 1, ended.stderr
    return ended.stderr


def digest(environ: Mapping[str, str]) -> str:
    """The digest of the last act; the record has to prove, with its files."""
    return done("ledger", "verify", "--files", environ=environ).split("last act: ")[1].split()[0]


def are_alike(one: Path, other: Path) -> bool:
    """Whether two folders hold the same files with the same bytes."""
    names = [sorted(str(path.relative_to(folder)) for path in folder.rglob("*")) for folder in (one, other)]
    files = [name for name in names[0] if (one / name).is_file()]
    return names[0] == names[1] and filecmp.cmpfiles(one, other, files, shallow=False)[0] == files
