"""The line that a report carries says all that is needed to compare it with the record again."""

from __future__ import annotations

import json

import pytest

from tests.unit.publishing.report.sample import SAMPLE
from tiendo.facts.errors import UnusableReport
from tiendo.publishing.report.stamp import as_json, figures_of, from_json, sealed


def test_what_was_written_is_read_back() -> None:
    kept = sealed(SAMPLE)
    assert from_json(as_json(kept)) == kept


def test_each_figure_of_text_and_annexes_is_kept_once() -> None:
    keys = [figure.binding.key for figure in sealed(SAMPLE).figures]
    assert len(keys) == len(set(keys))
    assert set(keys) == {figure.binding.key for figure in figures_of(SAMPLE)}
    assert "thu-ngan-sach-dia-ban/2022-Q1/target" in keys  # stands in the annex alone


def test_the_line_is_plain_and_always_the_same() -> None:
    line = as_json(sealed(SAMPLE))
    assert line.isascii()
    assert "\n" not in line
    assert line == as_json(sealed(SAMPLE))


def _changed(**said: object) -> str:
    return json.dumps({**json.loads(as_json(sealed(SAMPLE))), **said})


@pytest.mark.parametrize(
    "line",
    [
        "",
        "[]",
        "null",
        "{}",
        _changed(mark="other/1"),
        _changed(period="2022-Q9"),
        _changed(kind="weekly"),
        _changed(horizon="many"),
        _changed(figures=[["key"]]),
        _changed(figures=[["k", "result", None, "2022-Q1", "NaN", "", 0, [], "", "1"]]),
        "[" * 100_000,
    ],
)
def test_what_is_no_stamp_of_ours_is_refused_in_one_sentence(line: str) -> None:
    with pytest.raises(UnusableReport, match="stamp in the file cannot be read"):
        from_json(line)
