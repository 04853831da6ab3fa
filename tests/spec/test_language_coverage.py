"""Every pattern of the language catalogue has at least one row in these tables."""

from __future__ import annotations

from tests.spec import (
    test_language_changes,
    test_language_composition,
    test_language_numerals,
    test_language_periods,
    test_language_plans,
    test_language_ranges,
    test_language_rates,
    test_language_status,
    test_language_traps,
)

_TABLES = (
    test_language_numerals.CASES,
    test_language_ranges.CASES,
    test_language_status.CASES,
    test_language_periods.CASES,
    test_language_plans.CASES,
    test_language_changes.CASES,
    test_language_composition.CASES,
    test_language_rates.CASES,
    test_language_traps.CASES,
)
_LAST_PATTERN = 205


def test_every_pattern_of_the_catalogue_has_a_row() -> None:
    shown = {row.values[0].pattern for table in _TABLES for row in table}
    shown |= {pattern for pattern, _ in test_language_traps.TRAPS}

    assert sorted(set(range(1, _LAST_PATTERN + 1)) - shown) == []
