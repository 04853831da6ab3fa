"""Agencies and territories to choose from in a form, and the codes that were chosen."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from tiendo.facts.errors import InvalidChange
from tiendo.ledger.selectors.agencies import AgencyView
from tiendo.reference.agencies import agency_name
from tiendo.reference.territories import LANG_SON, NATIONAL, all_provinces, bearers, children
from tiendo.web.pages.profile.roles import place_name


class Choice(NamedTuple):
    """A code and its name."""

    code: str
    name: str


def agencies_to_choose(known: list[AgencyView], on: date) -> list[Choice]:
    """The agencies in force, and the committees of the province and of what lies in it."""
    listed = [Choice(one.code, one.name) for one in known if one.in_force(on)]
    committees = [f"UBND-{code}" for code in (LANG_SON, *(unit.code for unit in children(LANG_SON, on)))]
    return [*listed, *(Choice(code, agency_name(code, on) or code) for code in committees)]


def territories_to_choose(on: date) -> list[Choice]:
    """The country, the provinces, and what lies in Lạng Sơn, which the lists know best."""
    provinces = [Choice(unit.code, unit.title) for unit in all_provinces() if unit.validity.covers(on)]
    below = [Choice(unit.code, unit.title) for unit in children(LANG_SON, on)]
    return [Choice(NATIONAL, place_name(NATIONAL, on)), *provinces, *below]


def chosen_agency(written: str, on: date) -> str | None:
    """The code of an agency, or none; raises `InvalidChange` for one that nobody knows."""
    if written and agency_name(written, on) is None:
        raise InvalidChange(
            vi=f"Không có cơ quan mã {written[:60]!r}; hãy chọn trong danh sách.",
            en=f"There is no agency {written[:60]!r}; choose one of the list.",
        )
    return written or None


def chosen_territory(written: str) -> str | None:
    """The code of a territory, or none; raises `InvalidChange` for one that nobody knows."""
    if written and written != NATIONAL and not bearers(written):
        raise InvalidChange(
            vi=f"Không có địa bàn mã {written[:20]!r}; hãy chọn trong danh sách.",
            en=f"There is no territory {written[:20]!r}; choose one of the list.",
        )
    return written or None
