"""Audits own sentences through the real pipeline: texts become files, files become findings."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest

from tiendo.facts.findings import Finding
from tiendo.intake.audit import source_of
from tiendo.intake.reading import Reading, Request, read_facts
from tiendo.verification import Source, verify

NO_FINDING = "-"
_WORST_FIRST = ("inconsistent", "question", "unknown", "consistent", NO_FINDING)


def report(*sentences: str, time: str = "quý I năm 2022", place: str = "Lạng Sơn", day: str = "05/4/2022") -> str:
    """The sentences as a report on a time, a paragraph each; `day` as 05/4/2022."""
    title = f"BÁO CÁO\nTình hình kinh tế - xã hội {time}"
    return "\n\n".join((_head(place, day), title, "I. KẾT QUẢ THỰC HIỆN", *sentences)) + "\n"


def plan(*sentences: str, time: str = "năm 2022", place: str = "Lạng Sơn", day: str = "10/12/2021") -> str:
    """The sentences as a resolution on the targets of a time, a paragraph each."""
    title = f"NGHỊ QUYẾT\nVề mục tiêu, nhiệm vụ phát triển kinh tế - xã hội {time}"
    return "\n\n".join((_head(place, day), title, "I. MỤC TIÊU", *sentences)) + "\n"


def _head(place: str, day: str) -> str:
    number, month, year = day.split("/")
    return f"{place}, ngày {number} tháng {month} năm {year}"


def row(rule: str, expected: str, *sentences: str) -> Any:
    """A line of a table: a rule, the worst verdict of the check, and the sentences of one report."""
    return texts(rule, expected, {"bao-cao.txt": report(*sentences)})


def texts(rule: str, expected: Any, documents: Mapping[str, str]) -> Any:
    """A line of a table whose documents are written out."""
    return pytest.param(expected, documents, id=rule)


def sources_of(documents: Mapping[str, str]) -> list[Source]:
    """The documents as the audit takes them, called as in `documents`, in their order."""
    with TemporaryDirectory() as folder:
        return [_source(Path(folder), name, text) for name, text in documents.items()]


def _source(folder: Path, name: str, text: str) -> Source:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    reading = read_facts(Request(str(path), with_relations=True))
    assert isinstance(reading, Reading), reading
    return replace(source_of(reading), document=name)


def audit(documents: Mapping[str, str]) -> tuple[Finding, ...]:
    """Everything that an audit of the documents together finds, also what agrees."""
    return verify(sources_of(documents), with_consistent=True)


def worst_verdict(check: str, documents: Mapping[str, str]) -> str:
    """The worst verdict of one check; `-` where it found nothing."""
    found = {finding.verdict.value for finding in audit(documents) if finding.check == check} or {NO_FINDING}
    return min(found, key=_WORST_FIRST.index)


def first_suggestion(check: str, documents: Mapping[str, str]) -> tuple[str, str, str] | None:
    """The first suggestion of a check: the printed quote, the likely one, the slip; None where there is none."""
    return next(iter(_suggestions(finding for finding in audit(documents) if finding.check == check)), None)


def _suggestions(findings: Iterable[Finding]) -> Iterable[tuple[str, str, str]]:
    for finding in findings:
        for one in finding.suggestions[:1]:
            yield " ".join(one.place.quote.split()), one.likely, one.slip.value
