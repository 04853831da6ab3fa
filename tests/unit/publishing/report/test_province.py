"""The settings of a province: what is read, what is refused, and what holds without any; and which periods fit."""

from __future__ import annotations

import re

import pytest

from tests.project.repository import ROOT
from tiendo.cli.report import KINDS
from tiendo.facts.errors import InvalidSetting, ReportRefused
from tiendo.facts.period import Period
from tiendo.publishing.report.model import Sort
from tiendo.publishing.report.periods import SORT_NAMES, require_period, usual_sort
from tiendo.publishing.report.province import KEYS, province_of, usual_province

WHOLE = """
parent: ""
issuer: ỦY BAN NHÂN DÂN TỈNH MẪU
name: Ủy ban nhân dân tỉnh Mẫu
symbol: UBND
place: Mẫu
addressees: Hội đồng nhân dân tỉnh Mẫu
recipients:
  - Như trên;
  - "Lưu: VT, TH."
authority: TM. ỦY BAN NHÂN DÂN
role: CHỦ TỊCH
signer: Nguyễn Văn Mẫu
"""


def test_a_whole_file_is_read() -> None:
    read = province_of(WHOLE, "tinh.yaml")
    assert read.addressees == ("Hội đồng nhân dân tỉnh Mẫu",)
    assert read.recipients == ("Như trên;", "Lưu: VT, TH.")
    assert read.signer == "Nguyễn Văn Mẫu"


def test_without_settings_nobody_is_named() -> None:
    usual = usual_province("tỉnh Mẫu", "Mẫu", "vi")
    assert usual.issuer == "ỦY BAN NHÂN DÂN TỈNH MẪU"
    assert (usual.role, usual.signer) == ("", "")


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("- a", "key: value pairs"),
        ("issuer: [a", "bad YAML"),
        ("", "empty"),
        ("chu_tich: A", "no key is 'chu_tich'"),
        ("issuer: [a, b]", "'issuer' needs a line"),
        ("recipients: [[a]]", "'recipients' needs a line"),
        ("signer: " + "a" * 400, "at most 300 characters"),
        ('signer: "a\\x1b[31m"', "'signer' needs a line"),
        ("a" * 200_000, "too long"),
    ],
)
def test_what_cannot_be_used_is_named(text: str, says: str) -> None:
    with pytest.raises(InvalidSetting, match=r"tinh\.yaml") as refused:
        province_of(text, "tinh.yaml")
    assert says in refused.value.en


@pytest.mark.parametrize(
    ("period", "sort"),
    [
        (Period.quarter(2022, 1), Sort.QUARTER),
        (Period.half(2022, 1), Sort.HALF),
        (Period.first_months(2022, 9), Sort.NINE_MONTHS),
        (Period.of_year(2022), Sort.YEAR),
        (Period.first_months(2022, 8), None),
        (Period.month(2022, 3), None),
    ],
)
def test_a_period_calls_for_its_report(period: Period, sort: Sort | None) -> None:
    assert usual_sort(period) is sort


@pytest.mark.parametrize(
    ("sort", "period"),
    [
        (Sort.QUARTER, Period.of_year(2022)),
        (Sort.YEAR, Period.quarter(2022, 4)),
        (Sort.NINE_MONTHS, Period.first_months(2022, 6)),
        (Sort.PRESS, Period.by(Period.of_year(2022))),
    ],
)
def test_another_period_is_refused_with_an_example(sort: Sort, period: Period) -> None:
    with pytest.raises(ReportRefused, match="has to be like 2022"):
        require_period(sort, period)


def test_the_command_offers_every_sort() -> None:
    assert tuple(Sort) == KINDS
    assert set(SORT_NAMES) == set(Sort)


def test_the_manual_names_every_key() -> None:
    manual = (ROOT / "docs" / "reports.md").read_text(encoding="utf-8")
    example = manual.partition("```yaml")[2].partition("```")[0]
    assert tuple(re.findall(r"^(\w+):", example, re.MULTILINE)) == KEYS
    province_of(example, "docs/reports.md")
