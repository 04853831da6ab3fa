"""`tiendo catalogue`: checks the catalogue of indicators, lists it, or shows one indicator."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING, Any

from tiendo.cli.arguments import DONE, INCOMPLETE, WRONG_USE, add_language, examples
from tiendo.cli.messages import Messages

if TYPE_CHECKING:
    from tiendo.catalogue.model import Catalogue, Indicator
    from tiendo.facts.wording import Wording

# Ids that are offered where the one asked for does not exist.
_SUGGESTIONS = 3


def add_to(commands: Any, say: Messages) -> None:
    """Declare the command."""
    parser = commands.add_parser(
        "catalogue",
        say=say,
        help=say("catalogue"),
        description=say("catalogue"),
        epilog=examples(say, "tiendo catalogue check", "tiendo catalogue show", "tiendo catalogue show poverty_rate"),
    )
    parser.add_argument("action", choices=("check", "show"), help=say("catalogue-action"))
    parser.add_argument("id", nargs="?", metavar="ID", help=say("catalogue-id"))
    add_language(parser, say)
    parser.set_defaults(run=run)


def run(chosen: argparse.Namespace, say: Messages) -> int:
    """Check or show."""
    if chosen.action == "check":
        return _check(say)
    return _show(chosen.id, say)


def _check(say: Messages) -> int:
    from tiendo.catalogue.load import DATA_FOLDER
    from tiendo.catalogue.validation import problems
    from tiendo.cli.output import write_out

    found = problems(DATA_FOLDER)
    lines = [problem.sentence(say.language) for problem in found]
    lines.append(say("catalogue-bad", count=len(found)) if found else say("catalogue-good", count=_count()))
    write_out((line + "\n" for line in lines), None)
    return INCOMPLETE if found else DONE


def _count() -> int:
    from tiendo.catalogue.load import load_catalogue

    return len(load_catalogue())


def _show(code: str | None, say: Messages) -> int:
    from tiendo.catalogue.load import load_catalogue
    from tiendo.cli.output import write_out

    catalogue = load_catalogue()
    if code is None:
        write_out((line + "\n" for line in _list_lines(catalogue, say)), None)
        return DONE
    if code not in catalogue:
        sys.stderr.write(_unknown(code, catalogue, say) + "\n")
        return WRONG_USE
    write_out((line + "\n" for line in _indicator_lines(catalogue[code], say)), None)
    return DONE


def _unknown(code: str, catalogue: Catalogue, say: Messages) -> str:
    from difflib import get_close_matches

    near = get_close_matches(code, list(catalogue.indicators), n=_SUGGESTIONS)
    return say("no-indicator", code=code, near=say("near-indicators", codes=", ".join(near)) if near else "")


def _list_lines(catalogue: Catalogue, say: Messages) -> Iterator[str]:
    width = max(len(one.id) for one in catalogue)
    for sector in catalogue.sectors:
        yield sector.names.sentence(say.language)
        for one in catalogue:
            if one.sector == sector.id:
                yield f"  {one.id:<{width}}  {one.names.sentence(say.language)} ({_unit(one)})"
        yield ""


def _indicator_lines(one: Indicator, say: Messages) -> Iterator[str]:
    yield one.id
    rows = list(_rows(one, say))
    width = max(len(say(f"indicator-{name}")) for name, _ in rows)
    for name, value in rows:
        yield f"  {say(f'indicator-{name}'):<{width}}  {value}"


def _rows(one: Indicator, say: Messages) -> Iterator[tuple[str, str]]:
    """The label and value of everything that is stated about an indicator."""
    from tiendo.reference.agencies import agency_name

    def words(wording: Wording) -> str:
        return wording.sentence(say.language)

    yield "name", f"{one.names.vi} / {one.names.en}"
    yield "definition", words(one.definition)
    yield "unit", _unit(one)
    yield "semantics", f"{one.semantics}, {one.direction}, {one.frequency}"
    yield "sector", one.sector
    yield "owner", f"{agency_name(one.owner, date.max) or '?'} ({one.owner})"
    if one.statistical_code:
        yield "code", one.statistical_code
    for alias in one.aliases:
        yield "alias", alias
    for near in one.near_aliases:
        yield "near", f"{near.name} ({words(near.warning)})"
    for confusion in one.not_to_be_confused_with:
        yield "not", f"{confusion.id}: {words(confusion.reason)}"
    for change in one.definition_breaks:
        yield "break", f"{change.year}: {words(change.what)}"


def _unit(one: Indicator) -> str:
    measured_in = one.measured_in
    return f"{measured_in.written}/{measured_in.per}" if measured_in.per else measured_in.written
