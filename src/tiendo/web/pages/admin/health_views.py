"""How the record is: how much it holds, whether its chain holds, which jobs failed, which versions are at work."""

from __future__ import annotations

import platform
from time import perf_counter
from typing import Any

import django
from django.conf import settings
from django.db import connection
from django.http import HttpResponse

from tiendo import __version__
from tiendo.facts.errors import BrokenRecord
from tiendo.intake.jobs import failed_jobs
from tiendo.ledger.proof import Proof, prove
from tiendo.ledger.selectors.acts import record_size
from tiendo.ledger.stream import stream_present
from tiendo.web.pages.admin.administering import administers, alters
from tiendo.web.pages.changing import Change
from tiendo.web.pages.reading import Reading

MOST_PROVED = 300_000  # entries: some seconds; a larger record is proved by the command, which has the time
_JOBS_SHOWN = 10


@administers
def health(reading: Reading) -> HttpResponse:
    """The state of the record at a glance."""
    return _shown(reading)


@alters
def prove_now(change: Change) -> HttpResponse:
    """Recompute every link of the chain; the page that answers says what came out."""
    reading = change.reading()
    if record_size(reading.known).entries > MOST_PROVED:
        return _shown(reading)
    begun = perf_counter()
    try:
        proof = prove(stream_present())
    except BrokenRecord as broken:
        return _shown(reading, broken=broken.sentence(reading.language))
    return _shown(reading, proof=proof, seconds=perf_counter() - begun)


def _shown(reading: Reading, *, proof: Proof | None = None, broken: str = "", seconds: float = 0.0) -> HttpResponse:
    size = record_size(reading.known)
    context: dict[str, Any] = {
        "size": size,
        "seal": reading.known.seal.hex(),
        "may_prove": size.entries <= MOST_PROVED,
        "proof": proof,
        "broken": broken,
        "milliseconds": max(1, round(seconds * 1000)),
        "jobs": failed_jobs(_JOBS_SHOWN),
        "versions": _versions(),
        "data_dir": str(settings.TIENDO.data_dir),
        "second_factor": f"admin.factor-{settings.TIENDO.second_factor}",
        "province": settings.TIENDO.oidc_issuer,
    }
    return reading.show("admin/health.html", context)


def _versions() -> list[tuple[str, str]]:
    with connection.cursor() as cursor:
        cursor.execute("SELECT sqlite_version()" if connection.vendor == "sqlite" else "SHOW server_version")
        database = str(cursor.fetchone()[0])
    return [
        ("Tiến Độ", __version__),
        ("Python", platform.python_version()),
        ("Django", django.get_version()),
        (connection.display_name, database),
    ]
