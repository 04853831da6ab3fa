"""The parts of the record of the pages that no command makes, each in a process of its own.

`python -m benchmarks.pages.plans indicators FILE YEARS` sets up the record that the environment names with 500
indicators and writes their results of the last so many years; `… resolutions YEARS` records a resolution a year with a
target of each indicator and publishes it and the loaded results; `… listed` prints what there is as JSON.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from benchmarks.pages.results import YEARS, results_table, target_of

if TYPE_CHECKING:
    from tiendo.catalogue import Indicator
    from tiendo.ledger.commands.record_document import ReadFact, ReadProvision

_WHY = "benchmark"
_IN_A_PROVISION = 25  # targets
_TITLE = "Nghị quyết về kế hoạch phát triển kinh tế - xã hội năm {year}"


def indicators(path: Path, years: int) -> None:
    """Add made-up indicators until there are 500, and write the table of results."""
    from benchmarks.record.rows import made_up_definitions
    from tiendo.ledger.actors import MACHINE
    from tiendo.ledger.catalogues import catalogue_at
    from tiendo.ledger.chain import recording
    from tiendo.ledger.models import Indicator

    with recording(_WHY, by=MACHINE.name, at=datetime.now(UTC), why="as many as the goal names") as recorder:
        for definition in made_up_definitions():
            recorder.add(Indicator, code=definition["id"], definition=definition, of_catalogue=False)
    with path.open("w", encoding="utf-8") as table:
        table.writelines(results_table([one.id for one in catalogue_at()], YEARS[-years:]))


def resolutions(years: int) -> None:
    """Record a resolution of each year, publish them and what was loaded."""
    from tiendo.ledger.actors import OPERATOR
    from tiendo.ledger.catalogues import catalogue_at
    from tiendo.ledger.commands.publish import publish
    from tiendo.ledger.models import Submission

    now = datetime.now(UTC)
    shown = list(catalogue_at())
    roots = [_recorded(year, shown, now) for year in YEARS[-years:]]
    for root in [*roots, *Submission.objects.values_list("root", flat=True).distinct()]:
        publish(subject=root, by=OPERATOR, at=now, why=_WHY)


def listed() -> dict[str, list[Any]]:
    """The indicators, the documents by name and number, and all that a search can find with what it looks through."""
    from tiendo.ledger.catalogues import catalogue_at
    from tiendo.ledger.models import Document
    from tiendo.ledger.selectors.searchable import searchable_at
    from tiendo.ledger.selectors.viewing import known_at

    found = searchable_at(known_at(datetime.now(UTC).date())).everything
    documents = Document.objects.order_by("root").values_list("name", "root").distinct()
    return {
        "indicators": [{"code": one.id, "name": one.names.vi, "owner": one.owner} for one in catalogue_at()],
        "documents": list(documents),
        "findable": [[one.kind.value, one.title, " ".join((*one.names, *one.codes)), one.context] for one in found],
    }


def _recorded(year: int, shown: Sequence[Indicator], now: datetime) -> int:
    from tiendo.ledger.actors import OPERATOR
    from tiendo.ledger.commands.record_document import ReadDocument, record_document
    from tiendo.reference.territories import LANG_SON

    text, facts, provisions = _written(year, shown)
    return record_document(
        document=ReadDocument(
            identity=f"{year}/NQ-HĐND {year} {LANG_SON}", file=f"{year:064x}", size=len(text), format="txt",
            name=f"nghi-quyet-{year}.txt", reader_version=_WHY, text=text, outline={}, relations=[],
            addressed_to_software=[], title=_TITLE.format(year=year), territory=LANG_SON, place=None,
            period=str(year), facts=tuple(facts), provisions=tuple(provisions), register=_register(year),
        ),
        replaces=None, by=OPERATOR, at=now, why=_WHY,
    ).root  # fmt: skip


def _register(year: int) -> dict[str, Any]:
    return {"issued_date": date(year - 1, 12, 10), "number": f"{year}/NQ-HĐND", "type_name": "Nghị quyết"}


def _written(year: int, shown: Sequence[Indicator]) -> tuple[str, list[ReadFact], list[ReadProvision]]:
    """The text of a resolution, with a line for each target, and where in it everything stands."""
    from tiendo.ledger.commands.record_document import ReadProvision

    text = f"NGHỊ QUYẾT\n{_TITLE.format(year=year)}\n"
    facts, provisions = [], []
    for number, first in enumerate(range(0, len(shown), _IN_A_PROVISION), start=1):
        heading = f"Điều {number}. Chỉ tiêu năm {year}, nhóm {number}"
        begin = len(text)
        text += f"{heading}\n"
        for indicator in shown[first : first + _IN_A_PROVISION]:
            line, fact = _target(year, indicator, len(text))
            text += line
            facts.append(fact)
        provisions.append(ReadProvision(path=(f"Điều {number}",), heading=heading, start=begin, end=len(text)))
    return text, facts, provisions


def _target(year: int, indicator: Indicator, offset: int) -> tuple[str, ReadFact]:
    """A line that begins at that place of the text, and the target that it states."""
    from tiendo.facts.decisions import Matched
    from tiendo.facts.period import Period
    from tiendo.facts.quantity import Quantity
    from tiendo.facts.records import Target
    from tiendo.ledger.commands.record_document import ReadFact
    from tiendo.reference.territories import LANG_SON

    measured, value = indicator.measured_in, target_of(indicator.id, year)
    name = indicator.names.vi
    printed = str(value).replace(".", ",")
    start = offset + len(f"- {name} đạt ")
    quantity = Quantity(low=value, high=value, written_unit=measured.written, unit=measured.unit, per=measured.per)
    target = Target(
        start=start, end=start + len(printed), quote=printed, subject=name, quantity=quantity,
        period=Period.of_year(year),
    )  # fmt: skip
    decision = Matched(indicator.id, ("same-name",))
    fact = ReadFact(record=target, decision=decision, indicator=indicator.id, territory=LANG_SON)
    return f"- {name} đạt {printed} {measured.written}.\n", fact


def main(part: str, *words: str) -> None:
    """Do that part in the record that the environment names."""
    from tiendo.config.start import ensure_ready

    ensure_ready()
    if part == "indicators":
        indicators(Path(words[0]), int(words[1]))
    elif part == "resolutions":
        resolutions(int(words[0]))
    else:
        json.dump(listed(), sys.stdout)


if __name__ == "__main__":
    main(*sys.argv[1:])
