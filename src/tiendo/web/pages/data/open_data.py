"""Open data under addresses that stay: whole tables, a file for each province and year, and what describes them.

All of it is what the public may see, whoever asks: a file that is taken from here can be handed on. It is sent as it is
written, and told apart by the state of the record and by what is published.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Generator, Iterator
from datetime import date
from typing import Any

from django.http import Http404, HttpResponse, HttpResponseNotModified, StreamingHttpResponse

from tiendo.facts.errors import ExportRefused
from tiendo.ledger.selectors.held_years import units_of
from tiendo.ledger.selectors.streamed import MeasuredKind, StreamFilter
from tiendo.ledger.selectors.viewing import Known, Viewer
from tiendo.ledger.selectors.visible import visible_to
from tiendo.publishing.open_data.graph import as_json_ld, as_turtle
from tiendo.publishing.open_data.package import csvw, data_package
from tiendo.publishing.open_data.provenance import Provenance
from tiendo.web.handouts.catalogue import catalogue_nodes, online_resources
from tiendo.web.handouts.exports import FORMATS, ExportQuestion
from tiendo.web.handouts.packages import TITLE
from tiendo.web.handouts.tables import provenance_of
from tiendo.web.pages.asking import Looker
from tiendo.web.pages.reading import Reading, reads

_PUBLIC = Viewer()
_KINDS: dict[str, MeasuredKind] = {"observations": "observation", "targets": "target"}
_ENDINGS = {"csv": "csv", "parquet": "parquet", "json": "json", "xlsx": "xlsx", "zip": "package"}
_TAG_DIGITS = 32
_FIRST_YEAR = 1900

Make = Callable[[], Iterator[bytes]]


@reads
def open_table(reading: Reading, name: str, ending: str) -> HttpResponse:
    """All published results or targets in one of the forms; a table without rows has its heading."""
    return _handed_out(reading, f"tien-do-{name}", ending, kind=_KINDS[name], may_be_empty=True)


@reads
def whole_package(reading: Reading) -> HttpResponse:
    """Results and targets with their description, in one archive."""
    return _handed_out(reading, "tien-do", "zip", may_be_empty=True)


@reads
def year_of_province(reading: Reading, province: str, year: str, ending: str) -> HttpResponse:
    """The results of a province and of the units in it for a year; as an archive the targets and descriptions too."""
    units = units_of(province)
    if not units or int(year) < _FIRST_YEAR:
        raise Http404
    wanted = StreamFilter(territories=units, first_day=date(int(year), 1, 1), last_day=date(int(year), 12, 31))
    return _handed_out(reading, f"tien-do-{province}-{year}", ending, wanted=wanted)


@reads
def described(reading: Reading, name: str) -> HttpResponse:
    """The catalogue as DCAT, or the description of the tables for Frictionless and CSV on the Web."""
    media_type, make = _DESCRIPTIONS[name]
    return _saved(_answer(reading, media_type, lambda: iter([make(reading, _provenance(reading))])), name)


def _handed_out(reading: Reading, name: str, ending: str, **asked: Any) -> HttpResponse:
    form = FORMATS[_ENDINGS[ending]]
    question = ExportQuestion(
        viewer=_PUBLIC, known=_known(reading), language=reading.language, site=_site(reading), **asked
    )
    return _saved(_answer(reading, form.media_type, lambda: form.write(question)), f"{name}.{ending}")


def _saved(answer: HttpResponse, name: str) -> HttpResponse:
    """The answer as a file: what is no page is never shown as one."""
    answer["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer


def _answer(reading: Reading, media_type: str, make: Make) -> HttpResponse:
    """What is made, unless whoever asks has it; the first piece is made before it is said that there is something."""
    tag = _tag(reading)
    answer: Any
    if tag in [one.strip().removeprefix("W/") for one in reading.request.headers.get("If-None-Match", "").split(",")]:
        answer = HttpResponseNotModified()
    else:
        answer = _made(reading, media_type, make)
    answer["ETag"] = tag
    answer["Cache-Control"] = "public, no-cache"
    answer["Vary"] = "Cookie"
    # Programs of other sites read open data too: nothing of it depends on who is signed in.
    answer["Access-Control-Allow-Origin"] = "*"
    return answer  # type: ignore[no-any-return]


def _made(reading: Reading, media_type: str, make: Make) -> HttpResponse | StreamingHttpResponse:
    try:
        pieces = make()
        first = next(pieces, b"")
    except ExportRefused as fault:
        raise Http404 from fault
    if reading.request.method == "HEAD":
        _Begun(first, pieces).close()
        return HttpResponse(content_type=media_type)
    return StreamingHttpResponse(_Begun(first, pieces), content_type=media_type)


class _Begun(Iterator[bytes]):
    """Pieces of which the first one is made; a reader who leaves closes what makes them, with its files."""

    def __init__(self, first: bytes, others: Iterator[bytes]) -> None:
        self._first: bytes | None = first
        self._others = others

    def __next__(self) -> bytes:
        first, self._first = self._first, None
        return next(self._others) if first is None else first

    def close(self) -> None:
        """End it."""
        if isinstance(self._others, Generator):
            self._others.close()


def _tag(reading: Reading) -> str:
    said = (
        _provenance(reading),
        visible_to(_PUBLIC, _known(reading)).sight,
        reading.request.get_full_path(),
        reading.language,
    )
    return f'"{hashlib.sha256(repr(said).encode("utf-8", "surrogatepass")).hexdigest()[:_TAG_DIGITS]}"'


def _known(reading: Reading) -> Known:
    """What the public knows, on the day that is asked for or now: the same for everybody."""
    return reading.known if reading.as_of is not None else Looker().known


def _site(reading: Reading) -> str:
    return reading.request.build_absolute_uri("/")


def _provenance(reading: Reading) -> Provenance:
    return provenance_of(_known(reading), _site(reading))


def _text(described_: Any) -> bytes:
    return (json.dumps(described_, ensure_ascii=False, indent=2) + "\n").encode()


_DESCRIPTIONS: dict[str, tuple[str, Callable[[Reading, Provenance], bytes]]] = {
    "catalogue.jsonld": (
        "application/ld+json",
        lambda reading, said: as_json_ld(catalogue_nodes(_known(reading), said)),
    ),
    "catalogue.ttl": (
        "text/turtle; charset=utf-8",
        lambda reading, said: as_turtle(catalogue_nodes(_known(reading), said)),
    ),
    "datapackage.json": ("application/json", lambda _, said: _text(data_package(TITLE, online_resources(), said))),
    "csv-metadata.json": ("application/csvm+json", lambda _, said: _text(csvw(TITLE, online_resources(), said))),
}
