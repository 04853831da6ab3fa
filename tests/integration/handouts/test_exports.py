"""Every format of `tiendo export`: drafts stay in, the past stays what it was, the same record gives the same bytes."""

from __future__ import annotations

import csv
import io
import json
import zipfile
from datetime import date

import pytest

from tests.integration.api.samples import CORRECTED, make_sample, reported
from tests.unit.ledger.samples import moment
from tiendo.cli import export
from tiendo.facts.errors import ExportRefused
from tiendo.ledger.actors import OPERATOR
from tiendo.ledger.commands.publish import publish
from tiendo.ledger.selectors.streamed import StreamFilter
from tiendo.ledger.selectors.viewing import Viewer, known_at, known_until
from tiendo.web.handouts.exports import FORMATS, ExportQuestion, check

pytestmark = pytest.mark.django_db

PUBLIC, STAFF = Viewer(), Viewer(OPERATOR)
HIDDEN = ("2/KH-DRAFT", "2700", "Việc chưa công bố")
SEALED = {"parquet", "json", "xlsx", "package"}


@pytest.fixture
def sample(db):
    return make_sample()


def exported(form, viewer=PUBLIC, known=None, **asked):
    return b"".join(FORMATS[form].write(ExportQuestion(viewer=viewer, known=known or known_at(), **asked)))


def rows(content):
    return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline="")))


def unpacked(content):
    """What a file says, also where it is packed."""
    if not content.startswith(b"PK"):
        return content
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return b"\n".join(archive.read(name) for name in archive.namelist())


# The one format that tells nothing of the record but what its columns and codes mean.
OF_STATEMENTS = tuple(form for form in FORMATS if form != "sdmx-structure")


def test_the_command_names_every_format():
    assert tuple(FORMATS) == export.FORMATS


def test_structures_explain_whatever_there_is(sample):
    nothing = StreamFilter(indicators=("forest_cover",))
    assert b"CL_INDICATOR" in exported("sdmx-structure", wanted=nothing) == exported("sdmx-structure", STAFF)


@pytest.mark.parametrize("form", OF_STATEMENTS)
def test_drafts_are_for_those_who_ask_for_them(sample, form):
    public = unpacked(exported(form)).decode("utf-8", "replace")
    assert not [word for word in HIDDEN if word in public]
    assert exported(form, STAFF) != exported(form)


@pytest.mark.parametrize("form", OF_STATEMENTS)
def test_the_past_gives_the_bytes_that_it_gave(sample, form):
    before = known_at()
    first = exported(form)
    publish(subject=reported(CORRECTED, 8), by=OPERATOR, at=moment(9), why="test")
    assert exported(form, known=known_until(before.horizon)) == first
    assert form == "akn" or exported(form) != first


def test_a_row_says_what_it_is_and_where_it_comes_from(sample):
    found = rows(exported("csv"))
    (document,) = [one for one in found if one["document"] == str(sample.published)]
    assert (document["source"], document["indicator_name"]) == (
        "1/NQ-HĐND",
        "Tổng thu ngân sách nhà nước trên địa bàn",
    )
    assert (document["value"], document["unit"], document["territory_name"]) == ("2500", "tỷ đồng", "Tỉnh Lạng Sơn")
    assert (document["quote"], document["agency"]) == ("2500 tỷ đồng", "")
    assert {one["agency"] for one in found if one is not document} == {"STC"}


def test_filters_leave_out_what_was_not_asked_for(sample):
    quarter = StreamFilter(first_day=date(2022, 4, 1), last_day=date(2022, 6, 30))
    assert {one["period"] for one in rows(exported("csv", wanted=quarter))} == {"2022-Q2"}
    of_agency = StreamFilter(agencies=("STC",))
    assert {one["agency"] for one in rows(exported("csv", wanted=of_agency))} == {"STC"}
    targets = rows(exported("csv", kind="target"))
    assert {one["value"] for one in targets} == {"10000"}


@pytest.mark.parametrize("form", OF_STATEMENTS)
def test_where_there_is_nothing_nothing_is_written(sample, form):
    asked = (
        {"wanted": StreamFilter(document=sample.draft)}
        if form == "akn"
        else {"wanted": StreamFilter(indicators=("forest_cover",))}
    )
    refusal = Exception if form == "akn" else ExportRefused
    with pytest.raises(refusal):
        exported(form, **asked)


def test_documents_do_not_take_the_filters_of_tables(sample):
    with pytest.raises(ExportRefused, match="--document and --as-of"):
        exported("akn", wanted=StreamFilter(territories=("20",)))


@pytest.mark.parametrize(
    ("wanted", "says"),
    [
        (StreamFilter(indicators=("nothing",)), "no indicator nothing"),
        (StreamFilter(territories=("=1+1",)), "has the code =1"),
        (StreamFilter(first_day=date(2023, 1, 1), last_day=date(2022, 1, 1)), "lies after"),
    ],
)
def test_a_slip_of_the_pen_is_told(sample, wanted, says):
    with pytest.raises(ExportRefused, match=says.replace("+", r"\+")):
        check(ExportQuestion(viewer=PUBLIC, known=known_at(), wanted=wanted))


def test_the_package_measures_its_tables(sample):
    with zipfile.ZipFile(io.BytesIO(exported("package"))) as archive:
        assert archive.namelist() == ["observations.csv", "targets.csv", "datapackage.json", "csv-metadata.json"]
        described = json.loads(archive.read("datapackage.json"))
        sizes = {one["path"]: one["bytes"] for one in described["resources"]}
        assert sizes == {name: len(archive.read(name)) for name in sizes}
        assert archive.read("observations.csv") == exported("csv")
