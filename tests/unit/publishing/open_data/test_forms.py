"""The other forms of a table, each read back by a program that did not write it."""

from __future__ import annotations

import io
import json
import zipfile
from datetime import date, datetime
from decimal import Decimal

import openpyxl
import pandas
import pyarrow.parquet as parquet
import pytest

from tests.unit.publishing.open_data.samples import MOMENT, PROVENANCE, columns, row
from tiendo.facts.errors import ExportRefused
from tiendo.publishing.open_data import workbook
from tiendo.publishing.open_data.archive import zip_chunks
from tiendo.publishing.open_data.fields import fields_of
from tiendo.publishing.open_data.json_text import json_chunks
from tiendo.publishing.open_data.parquet import parquet_chunks
from tiendo.publishing.open_data.provenance import TITLES

FIELDS = fields_of("observation")
NAMES = [field.name for field in FIELDS]
ROWS = (row(), row(id=3, value=None, low="6", high="7", unit='"%,', quote="=1+1", recorded_at=MOMENT))


def as_json(*portions):
    return b"".join(json_chunks(FIELDS, portions, PROVENANCE))


def as_parquet(*portions):
    return b"".join(parquet_chunks(FIELDS, portions, PROVENANCE))


def as_workbook(*portions, language="vi"):
    return b"".join(workbook.workbook_chunks(TITLES["observation"], FIELDS, portions, PROVENANCE, language))


def test_json_holds_numbers_with_all_digits_and_where_they_come_from():
    found = json.loads(as_json(columns(*ROWS)), parse_float=Decimal)
    assert [one["name"] for one in found["fields"]] == NAMES
    first, second = found["records"]
    assert str(first["value"]) == "28.10"
    assert (first["estimated"], first["recorded_at"], first["agency"]) == (True, "2026-01-05T08:00:00Z", None)
    assert (second["value"], second["unit"], second["quote"]) == (None, '"%,', "=1+1")
    said = found["metadata"]
    assert (said["publisher"], said["licence"]) == (PROVENANCE.organisation, PROVENANCE.licence)
    assert said["state"]["seal"] == PROVENANCE.seal


def test_json_without_rows_is_json():
    assert json.loads(as_json())["records"] == []


def test_json_has_no_zeros_before_a_number():
    (found,) = json.loads(as_json(columns(row(low="007.5"))))["records"]
    assert found["low"] == 7.5


def test_portions_make_one_json():
    assert as_json(columns(ROWS[0]), columns(ROWS[1])) == as_json(columns(*ROWS))


def test_parquet_has_types_and_exact_decimals():
    table = parquet.read_table(io.BytesIO(as_parquet(columns(*ROWS))))
    assert table.column_names == NAMES
    first, second = table.to_pylist()
    assert first["value"] == Decimal("28.10")
    assert (first["first_day"], first["recorded_at"], first["cumulative"]) == (date(2022, 1, 1), MOMENT, True)
    assert (second["value"], second["low"], second["quote"]) == (None, Decimal(6), "=1+1")
    assert json.loads(table.schema.metadata[b"tiendo"])["horizon"] == 42
    assert table.schema.field("value").metadata[b"title:vi"] == "Giá trị".encode()
    assert not table.schema.field("id").nullable


def test_parquet_without_rows_has_its_columns():
    assert parquet.read_table(io.BytesIO(as_parquet())).num_rows == 0


def test_parquet_is_written_group_by_group(monkeypatch):
    monkeypatch.setattr("tiendo.publishing.open_data.parquet._ROWS_OF_A_GROUP", 2)
    content = as_parquet(*(columns(row(id=number)) for number in range(5)))
    assert parquet.ParquetFile(io.BytesIO(content)).metadata.num_row_groups == 3
    assert pandas.read_parquet(io.BytesIO(content))["id"].tolist() == [0, 1, 2, 3, 4]


def test_a_number_that_does_not_fit_is_left_out_and_never_rounded():
    table = parquet.read_table(io.BytesIO(as_parquet(columns(row(value="1." + "1" * 20), row(value="9" * 30), row()))))
    assert table.column("value").to_pylist() == [None, None, Decimal("28.10")]


@pytest.mark.parametrize("write", [as_json, as_parquet, as_workbook])
def test_the_same_rows_give_the_same_bytes(write):
    assert write(columns(*ROWS)) == write(columns(*ROWS))


def test_a_workbook_has_numbers_days_and_words():
    book = openpyxl.load_workbook(io.BytesIO(as_workbook(columns(*ROWS))))
    data, about = book.worksheets
    assert (data.title, about.title, data.freeze_panes) == ("Số liệu", "Mô tả", "A2")
    heading, first, second = ([cell.value for cell in line] for line in data.iter_rows())
    assert heading == [field.title.vi for field in FIELDS]
    named = dict(zip(NAMES, first, strict=True))
    assert (named["value"], named["first_day"], named["estimated"]) == (
        28.1,
        datetime.fromisoformat("2022-01-01"),
        True,
    )
    assert data.cell(3, NAMES.index("quote") + 1).data_type == "s", "a formula in a text stays text"
    assert dict(zip(NAMES, second, strict=True))["quote"] == "=1+1"
    said = [cell.value for line in about.iter_rows() for cell in line]
    assert {PROVENANCE.organisation, PROVENANCE.licence, f"42 · {PROVENANCE.seal}"} <= set(said)


def test_a_number_that_a_sheet_would_round_is_text():
    data = openpyxl.load_workbook(io.BytesIO(as_workbook(columns(row(value="12345678901234567.89"))))).worksheets[0]
    assert data.cell(2, NAMES.index("value") + 1).value == "12345678901234567.89"


def test_a_workbook_in_english():
    book = openpyxl.load_workbook(io.BytesIO(as_workbook(columns(row()), language="en")))
    assert book.sheetnames == ["Data", "About"]


def test_a_sheet_has_an_end(monkeypatch):
    monkeypatch.setattr(workbook, "_MOST_ROWS", 1)
    with pytest.raises(ExportRefused, match="at most"):
        as_workbook(columns(*ROWS))


def test_an_archive_is_written_piece_by_piece_and_always_the_same():
    parts = (("a.csv", [b"one", b"two"]), ("b/c.json", [b"{}"]))
    content = b"".join(zip_chunks(parts))
    assert content == b"".join(zip_chunks(parts))
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        assert archive.testzip() is None
        assert {one: archive.read(one) for one in archive.namelist()} == {"a.csv": b"onetwo", "b/c.json": b"{}"}
