"""Gives a loaded record what the API is asked about beside results: targets, documents, somebody who asks.

`python -m benchmarks.record.published` prints the token and the roots of the documents as JSON.
"""

from __future__ import annotations

import json
import sys
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

DOCUMENTS = 200
_FACTS = 20  # of each document
_PROVISIONS = 40
_YEARS = (2024, 2025)
_PROVINCE = "20"


def main() -> dict[str, Any]:
    """Record a plan of every indicator a year, and documents with some facts each; publish all of it."""
    from tiendo.config.start import ensure_ready

    ensure_ready()
    from tiendo.ledger.actors import OPERATOR
    from tiendo.ledger.catalogues import catalogue_at
    from tiendo.ledger.commands.accounts import make_account, make_token
    from tiendo.ledger.commands.grant_role import grant_role
    from tiendo.ledger.commands.publish import publish
    from tiendo.ledger.models import Role, Submission

    now = datetime.now(UTC)
    codes = [one.id for one in catalogue_at()]
    roots = [_recorded(f"{year}/NQ", year, codes, now) for year in _YEARS]
    roots += [_recorded(f"{number}/BC", 2022, codes[:_FACTS], now) for number in range(DOCUMENTS)]
    submissions = Submission.objects.values_list("root", flat=True).distinct()
    for root in [*roots, *submissions]:
        publish(subject=root, by=OPERATOR, at=now, why="benchmark")
    make_account(username="benchmark", password="mot-mat-khau-chi-de-do", by=OPERATOR, at=now)
    grant_role(account="benchmark", role=Role.OFFICER, territory=_PROVINCE, by=OPERATOR, at=now, why="benchmark")
    token = make_token(username="benchmark", name="benchmark", by=OPERATOR, at=now)
    return {"token": token.secret, "documents": roots, "indicators": codes}


def _recorded(number: str, year: int, codes: list[str], now: datetime) -> int:
    from tiendo.facts.decisions import Matched
    from tiendo.facts.period import Period
    from tiendo.facts.quantity import Quantity
    from tiendo.facts.records import Target
    from tiendo.ledger.actors import OPERATOR
    from tiendo.ledger.catalogues import catalogue_at
    from tiendo.ledger.commands.record_document import ReadDocument, ReadFact, ReadProvision, record_document

    catalogue = catalogue_at()
    facts = []
    for place, code in enumerate(codes):
        measured = catalogue[code].measured_in
        value = Decimal(10_000 + place)
        quantity = Quantity(low=value, high=value, written_unit=measured.written, unit=measured.unit, per=measured.per)
        target = Target(
            start=20 * place, end=20 * place + 5, quote=str(value)[:5], subject=catalogue[code].names.vi,
            quantity=quantity, period=Period.of_year(year),
        )  # fmt: skip
        facts.append(
            ReadFact(record=target, decision=Matched(code, ("same-name",)), indicator=code, territory=_PROVINCE)
        )
    done = record_document(
        document=ReadDocument(
            identity=f"{number} {year} {_PROVINCE}", file="a" * 64, size=1, name=f"{number[:3]}.txt", format="txt",
            reader_version="benchmark", text="x" * 20 * len(codes), outline={}, relations=[],
            addressed_to_software=[], title=number, territory=_PROVINCE, place=None, period=None, facts=tuple(facts),
            provisions=tuple(
                ReadProvision(path=(f"Điều {one}",), heading=f"Điều {one}. Bịa ra để đo", start=one, end=one + 1)
                for one in range(_PROVISIONS)
            ),
            register={"issued_date": date(year - 1, 12, 10), "number": number},
        ),
        replaces=None, by=OPERATOR, at=now, why="benchmark",
    )  # fmt: skip
    return done.root


if __name__ == "__main__":
    json.dump(main(), sys.stdout)
