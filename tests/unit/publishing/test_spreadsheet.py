from __future__ import annotations

from decimal import Decimal

import pytest

from tiendo.publishing.spreadsheet import cell


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (None, ""),
        (True, "true"),
        (False, "false"),
        (0, "0"),
        (-8.9, "-8.9"),
        (Decimal("-8.9"), "-8.9"),
        (Decimal("1E+3"), "1000"),
        ("Tổng thu", "Tổng thu"),
        ("a=b", "a=b"),
        ('=HYPERLINK("x")', '\'=HYPERLINK("x")'),
        ("+84", "'+84"),
        ("- Sở Tài chính", "'- Sở Tài chính"),
        ("-13.225,75", "-13.225,75"),
        ("-1+1", "'-1+1"),
        ("-", "'-"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("\t=1", "'\t=1"),
    ],
)
def test_numbers_stay_numbers_and_text_stays_text(value, written):
    assert cell(value) == written
