"""How far a deadline is, in words that one can picture."""

from __future__ import annotations

from datetime import date

_DAYS_TOLD = 60  # beyond two months nobody counts days
_MONTHS_TOLD = 24
_DAYS_OF_A_MONTH = 30.44
_MONTHS_OF_A_YEAR = 12


def distance(due: date, on: date) -> tuple[str, int]:
    """The key of the words and the number in them: so many days, months or years left or late; nought is today."""
    days = (due - on).days
    if days == 0:
        return "tasks.due.today", 0
    gone = abs(days)
    if gone <= _DAYS_TOLD:
        return ("tasks.due.left-days" if days > 0 else "tasks.due.late-days"), gone
    months = round(gone / _DAYS_OF_A_MONTH)
    if months <= _MONTHS_TOLD:
        return ("tasks.due.left-months" if days > 0 else "tasks.due.late-months"), months
    return ("tasks.due.left-years" if days > 0 else "tasks.due.late-years"), months // _MONTHS_OF_A_YEAR
