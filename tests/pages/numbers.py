"""The numbers that things have in the sample record: entries are numbered as they come in."""

from __future__ import annotations

import json
import urllib.request
from dataclasses import asdict, dataclass
from typing import Any

from tests.pages.addresses import Address
from tests.pages.sites import Site


@dataclass(frozen=True)
class Numbers:
    """The quarter's report and the yearly plan among the documents, a fact of the report, a task, a submission."""

    report: int
    plan: int
    fact: int
    task: int
    submission: int

    @classmethod
    def of(cls, site: Site) -> Numbers:
        """Ask the API of a site."""
        documents = _items(site, "documents")
        report = next(one for one in documents if one["period"] == "2022-Q1")
        plan = next(one for one in documents if one["codeNotation"] == "KH-UBND" or one["number"] == "23/KH-UBND")
        facts = _items(site, f"documents/{report['id']}/facts")
        tasks = _items(site, "tasks")
        due = next(one for one in tasks if one["due"])
        sent_in = next(one for one in _items(site, "observations?agency=STC") if one["submission"])
        return cls(report["id"], plan["id"], facts[0]["id"], due["id"], sent_in["submission"])

    def path(self, address: Address) -> str:
        """The path with its numbers."""
        return address.path.format(**asdict(self))


def _items(site: Site, path: str) -> list[dict[str, Any]]:
    with urllib.request.urlopen(f"{site.address}/api/v1/{path}", timeout=60) as answer:
        items: list[dict[str, Any]] = json.load(answer)["items"]
        return items
