"""The shipped tables are sound, and every fault is named with its file and key."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest

from tiendo.facts.errors import InvalidFact, ReferenceDataError
from tiendo.reference.tables import DATA_FOLDER, read_table
from tiendo.reference.validation import problems
from tiendo.reference.validity import Validity


def test_the_tables_that_we_ship_have_no_problems() -> None:
    assert problems() == []


FAULTS = {
    # territories
    ("territories.tsv", "kind", "\t180\t2020-01-01", "\t999\t2020-01-01"): "lies in '999', which is not in force then",
    ("territories.tsv", "code", "06007\txã", "0607\txã"): "a code has 2, 3 or 5 digits",
    ("territories.tsv", "level", "06007\txã", "06007\thuyện"): "the kind does not fit the length of the code",
    ("territories.tsv", "overlap", "Đồng\t\t180\t2020-01-01\t2024-11-30", "Đồng\t\t180\t2020-01-01\t2025-06-30"):
        "06040 xã Đại Đồng: has two holders on the same days",
    ("territories.tsv", "date", "2024-11-30", "30/11/2024"): "Invalid isoformat string",
    # changes
    ("territory_changes.tsv", "weight", "0.93", "0.90"): "2024-12-01 06040: the weights do not add up to 1",
    ("territory_changes.tsv", "target", "06007\t05998", "06007\t00001"): "goes to '00001', which is not in force",
    ("territory_changes.tsv", "lost", "2024-12-01\t06007\t05998\t1\twhole\n", ""): "06007 xã Vĩnh Tiến: ends without",
    ("territory_changes.tsv", "basis", "06625\t06637\t0.5\tequal-halves", "06625\t06637\t0.5\twhole"):
        "the basis 'whole' does not fit a change into 2",
    # agencies, abbreviations, phrases
    ("agencies.tsv", "successor", "2025-02-28\tSTC\t", "2025-02-28\tSTX\t"): "SKHDT: unknown successor 'STX'",
    ("agencies.tsv", "heirless", "2025-02-28\tSTC\t", "2025-02-28\t\t"): "SKHDT: a body that ends has successors",
    ("agencies.tsv", "confidence", "par-20\tA", "par-20\tZ"): "unknown confidence 'Z'",
    ("agencies.tsv", "shared", "\tSYT\t", "\tSYT|Sở Tư pháp\t"): "shares the name 'so tu phap' with SYT",
    ("abbreviations.tsv", "body", "STC|BTC", "STC|BTX"): "TC: unknown body 'BTX'",
    ("collectives.tsv", "group", "departments|vertical\t", "department|vertical\t"): "unknown member 'department'",
    # units
    ("measured_units.tsv", "base", "HA\tM2\t4", "HA\tM9\t4"): "HA: unknown base 'M9'",
    ("measured_units.tsv", "exponent", "HA\tM2\t4", "HA\tM2\tx"): "HA: the exponent 'x' is no whole number",
    ("counted_nouns.tsv", "twice", "\nhuyện\t\n", "\nhuyện\t\nhuyện\t\n"): "huyện: stands there twice",
    ("counted_nouns.tsv", "collision", "\nlàng\t\n", "\nlàng\t\nlăng\t\n"): "làng / lăng: two things",
    # form
    ("agencies.tsv", "cells", "STC\tSở Tài chính\t", "STC\tSở Tài chính"): "9 cells, 10 columns",
    ("counted_nouns.tsv", "header", "noun\tcode", "nouns\tcode"): "header: expected the columns noun code",
}  # fmt: skip


@pytest.mark.parametrize(
    ("file_name", "old", "new", "sentence"),
    [pytest.param(file, old, new, what, id=f"{file}-{name}") for (file, name, old, new), what in FAULTS.items()],
)
def test_a_fault_is_named_with_its_file(tmp_path: Path, file_name: str, old: str, new: str, sentence: str) -> None:
    folder = tmp_path / "data"
    shutil.copytree(DATA_FOLDER, folder)
    text = (folder / file_name).read_text(encoding="utf-8")
    assert old in text
    (folder / file_name).write_text(text.replace(old, new, 1), encoding="utf-8")
    assert any(line.startswith(file_name) and sentence in line for line in problems(folder))


def test_a_missing_table_is_named(tmp_path: Path) -> None:
    shutil.copytree(DATA_FOLDER, tmp_path / "data")
    (tmp_path / "data" / "agencies.tsv").unlink()
    assert [line.split(":")[0] for line in problems(tmp_path / "data")] == ["agencies.tsv"]


def test_a_row_with_a_missing_cell_says_where_in_both_languages(tmp_path: Path) -> None:
    (tmp_path / "list.tsv").write_text("# remark\ncode\tname\nA1\tone\nA2\n", encoding="utf-8")
    with pytest.raises(ReferenceDataError, match=r"list\.tsv, entry 'A2 \(4\)'") as refused:
        read_table("list.tsv", folder=tmp_path)
    assert "Tệp tham chiếu list.tsv" in refused.value.vi


def test_a_stretch_of_time_that_ends_before_it_begins_cannot_be_built() -> None:
    with pytest.raises(InvalidFact, match="before the first"):
        Validity(date(2025, 7, 1), date(2025, 6, 30))
