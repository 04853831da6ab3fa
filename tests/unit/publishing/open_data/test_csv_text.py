"""Tables as CSV: read back by the library that everybody has, whatever stands in a cell; numbers digit by digit."""

from __future__ import annotations

import csv
import io

import pandas
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tests.unit.publishing.open_data.samples import columns, row
from tiendo.publishing.open_data.csv_text import csv_chunks
from tiendo.publishing.open_data.fields import FieldKind, fields_of
from tiendo.publishing.spreadsheet import cell

FIELDS = fields_of("observation")
WORDS = st.text(st.characters(codec="utf-8"), max_size=20)
HOSTILE = [
    "=1+1",
    "+84",
    "-1+1",
    "@SUM(A1)",
    "\t=1",
    "\r=1",
    "-12,5",
    "-",
    '"',
    'a"b',
    "a,b",
    "a\nb",
    "a\r\nb",
    "\0=1",
    "",
]


def written(*portions):
    return b"".join(csv_chunks(FIELDS, portions))


def read(content):
    return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline="")))


def test_a_row_is_written_as_it_is():
    lines = written(columns(row())).decode("utf-8-sig").splitlines(keepends=True)
    assert lines[0] == ",".join(field.name for field in FIELDS) + "\r\n"
    assert lines[1] == (
        "1,2,forest_cover,Tỷ lệ che phủ rừng,20,Tỉnh Mẫu,2022-Q1,2022-01-01,2022-03-31,28.10,28.10,28.10,%,PT,0,,,,"
        'false,false,true,true,,,,,7,1/BC-MAU,"28,10%",false,2026-01-05T08:00:00Z\r\n'
    )


def test_a_table_without_rows_has_its_names():
    assert read(written()) == []
    assert written().decode("utf-8-sig").count("\r\n") == 1


def test_portions_are_one_table():
    rows = [row(id=number, quote=f"{number}") for number in range(5)]
    assert written(columns(*rows[:2]), columns(*rows[2:])) == written(columns(*rows))


@given(st.lists(st.tuples(WORDS, WORDS), min_size=1, max_size=5))
@example([(word, other) for word, other in zip(HOSTILE, reversed(HOSTILE), strict=True)])
def test_whatever_words_there_are_come_back_disarmed(pairs):
    rows = [row(quote=quote, unit=unit) for quote, unit in pairs]
    found = [(one["quote"], one["unit"]) for one in read(written(columns(*rows)))]
    assert found == [(cell(quote), cell(unit)) for quote, unit in pairs]


@given(st.lists(WORDS, min_size=1, max_size=5))
def test_the_same_bytes_as_the_library_writes(words):
    """The slow way round is the twin."""
    rows = [row(quote=word) for word in words]
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    for one in read(written(columns(*rows))):
        writer.writerow(one.values())
    assert written(columns(*rows)).decode("utf-8-sig").partition("\r\n")[2] == out.getvalue()


@pytest.mark.parametrize("number", ["0", "28.10", "-5.0", "123456789012345678.90"])
def test_numbers_keep_all_their_digits(number):
    (found,) = read(written(columns(row(value=number, low=number))))
    assert (found["value"], found["low"]) == (number, number)


def test_nothing_is_nothing():
    optional = {field.name for field in FIELDS if not field.required}
    (found,) = read(written(columns(row(**dict.fromkeys(optional)))))
    assert {found[name] for name in optional} == {""}


def test_pandas_reads_it():
    frame = pandas.read_csv(io.BytesIO(written(columns(row(), row(id=3, value=None, low="6", high="7")))))
    assert list(frame.columns) == [field.name for field in FIELDS]
    assert frame["high"].tolist() == [28.1, 7.0]
    assert frame["estimated"].tolist() == [True, True]


def test_every_column_is_said_in_both_languages():
    for field in (*FIELDS, *fields_of("target")):
        assert all((field.title.vi, field.title.en, field.says.vi, field.says.en)), field.name
        assert field.kind in FieldKind
