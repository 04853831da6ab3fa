"""The sample documents, in four formats, against what a careful reader found in them."""

from __future__ import annotations

from functools import cache
from itertools import combinations
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.accuracy import read_samples
from benchmarks.alignment import aligned
from benchmarks.samples import Reading, compare_quantities, compare_tasks, expected_rows, sample_files

QUANTITIES, TASKS = 0, 1


@cache
def readings() -> tuple[Reading, Reading]:
    return read_samples()


def misses(group: int, word: str = "") -> str:
    return "\n".join(miss for miss in readings()[group].misses if word in miss)


def test_all_four_formats_have_expectations() -> None:
    assert {path.suffix for path in sample_files()} == {".txt", ".docx", ".pdf", ".html"}
    assert all(all(expected_rows(path)) for path in sample_files())


@pytest.mark.parametrize(("group", "least"), [(QUANTITIES, 0.99), (TASKS, 0.99)], ids=["quantities", "tasks"])
def test_what_stands_in_the_samples_is_found_and_nothing_else(group: int, least: float) -> None:
    assert readings()[group].f1 >= least, misses(group, "missed") + misses(group, "invented")


@pytest.mark.parametrize(
    ("group", "field", "least"),
    [
        (QUANTITIES, "kind", 0.99),
        (QUANTITIES, "subject", 0.96),
        (QUANTITIES, "unit", 1.0),
        (QUANTITIES, "period", 0.96),
        (QUANTITIES, "plan_percent", 1.0),
        (QUANTITIES, "yoy_percent", 1.0),
        (TASKS, "lead", 0.99),
        (TASKS, "coordinators", 0.99),
        (TASKS, "deadline", 0.99),
    ],
)
def test_what_is_found_is_read_rightly(group: int, field: str, least: float) -> None:
    assert readings()[group].share(field) >= least, misses(group, f"{field} of")


ROW = {
    "quote": "9.000 ha", "kind": "target", "subject": "trồng rừng mới", "low": "9000", "high": "9000", "unit": "ha",
    "period": "2022", "plan_percent": "", "yoy_percent": "",
}  # fmt: skip
RECORD = {
    "kind": "target", "quote": "9.000 ha", "subject": "Trồng rừng mới", "low": 9000, "high": 9000, "unit": "ha",
    "period": "2022", "plan_percent": None, "yoy_percent": None,
}  # fmt: skip
TASK_ROW = {"words": "Sở Y tế tiêm", "lead": "Sở Y tế", "coordinators": "Công an tỉnh", "deadline": "2022-06"}
TASK = {
    "kind": "task", "quote": "Sở Y tế\ntiêm đủ mũi.", "lead": ["Sở Y tế"], "coordinators": ["Công an"],
    "deadline": "2022-06",
}  # fmt: skip


class TestTheComparison:
    def test_a_row_that_is_read_rightly_is_no_miss(self) -> None:
        reading = compare_quantities([ROW], [RECORD], "mẫu")
        assert (reading.found, reading.f1, reading.misses) == (1, 1.0, [])

    @pytest.mark.parametrize(
        ("field", "value", "miss"),
        [
            ("kind", "observation", "kind"),
            ("subject", "chăm sóc cây cảnh", "subject"),
            ("unit", "m2", "unit"),
            ("period", "2021", "period"),
            ("plan_percent", 28.1, "plan_percent"),
            ("yoy_percent", -3, "yoy_percent"),
        ],
    )
    def test_a_wrong_field_is_named_with_what_was_expected(self, field: str, value: Any, miss: str) -> None:
        reading = compare_quantities([ROW], [RECORD | {field: value}], "mẫu")
        assert reading.found == 1
        assert [line.partition(" of ")[0] for line in reading.misses] == [f"mẫu: {miss}"]

    def test_a_wrong_number_is_a_missed_row_and_an_invented_record(self) -> None:
        reading = compare_quantities([ROW], [RECORD | {"low": 900, "high": 900}], "mẫu")
        assert (reading.found, reading.f1) == (0, 0.0)
        assert sorted(line.split()[1] for line in reading.misses) == ["invented", "missed"]

    def test_equal_numbers_are_paired_by_what_they_are_about(self) -> None:
        other = ROW | {"subject": "chăm sóc rừng", "period": "2023"}
        reading = compare_quantities([other, ROW], [RECORD], "mẫu")
        assert [line for line in reading.misses if "missed" not in line] == []
        assert "chăm sóc rừng" in reading.misses[0]

    def test_a_subject_that_fits_another_row_better_is_wrong(self) -> None:
        rows = [ROW | {"subject": "giá trị nhập khẩu"}, ROW | {"subject": "giá trị xuất khẩu", "low": "1", "high": "1"}]
        reading = compare_quantities(rows, [RECORD | {"subject": "giá trị xuất khẩu"}], "mẫu")
        assert any(line.startswith("mẫu: subject") for line in reading.misses)

    @pytest.mark.parametrize(
        ("changed", "wrong"),
        [
            ({}, []),
            ({"lead": []}, ["lead"]),
            ({"lead": ["Sở Y tế", "Sở Tài chính"]}, ["lead"]),
            ({"lead": ["Bộ Y tế"]}, ["lead"]),
            ({"coordinators": ["Công an tỉnh và các ngành liên quan"]}, ["coordinators"]),
            ({"deadline": None}, ["deadline"]),
        ],
    )
    def test_bodies_may_lack_a_word_but_not_be_others(self, changed: dict[str, Any], wrong: list[str]) -> None:
        reading = compare_tasks([TASK_ROW], [TASK | changed], "mẫu")
        assert reading.found == 1
        assert [line.removeprefix("mẫu: ").partition(" of ")[0] for line in reading.misses] == wrong


FITS = st.lists(st.lists(st.sampled_from([0.0, 1.0, 1.25]), min_size=4, max_size=4), min_size=1, max_size=4)


@given(FITS)
def test_the_pairs_of_two_lists_fit_as_well_as_any_pairs_in_order_could(fits: list[list[float]]) -> None:
    rows, columns = range(len(fits)), range(len(fits[0]))
    tried = (
        [fits[i][j] for i, j in zip(some, others, strict=True)]
        for size in range(len(fits) + 1)
        for some in combinations(rows, size)
        for others in combinations(columns, size)
    )
    pairs = aligned(rows, columns, lambda i, j: fits[i][j])
    found = [fits[i][j] for i, j in pairs if i is not None and j is not None]
    assert all(found)
    assert sum(found) == max(sum(trial) for trial in tried)
    assert [i for i, _ in pairs if i is not None] == list(rows)
    assert [j for _, j in pairs if j is not None] == list(columns)
