"""What a report says, as the plain data that its setting for PDF takes: words and numbers, never markup."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import asdict
from datetime import UTC
from typing import Any

from tiendo.facts.wording import Wording
from tiendo.publishing.report.letterhead_words import (
    COUNTRY,
    MOTTO,
    NUMBER,
    RECIPIENTS,
    addressee_lines,
    annex_note,
    issuer_lines,
    number_of,
    recipient_lines,
    title_of,
)
from tiendo.publishing.report.model import (
    Annex,
    Block,
    Figure,
    Heading,
    Manner,
    Paragraph,
    Report,
    RulerCell,
    Runs,
    Table,
    Words,
)
from tiendo.publishing.report.printable import printable
from tiendo.publishing.report.ruler_bars import HEIGHT_MM, bars
from tiendo.publishing.report.stamp import as_json, sealed
from tiendo.publishing.report.unbroken import unbroken

ATTACHMENT = "tiendo-report.json"
"""The name of the attached file that holds the stamp and the bindings."""

_REGIONS = {"vi": "VN", "en": "GB"}
_FIXED = {"country": COUNTRY, "motto": MOTTO, "number": NUMBER, "recipients": RECIPIENTS}
_ATTACHMENT_SAYS = Wording("Dấu và các số liệu của báo cáo", "The stamp and the figures of the report")


def content_of(report: Report) -> dict[str, Any]:
    """The whole report, ready for JSON."""
    letterhead, stamp = report.letterhead, report.stamp
    made = stamp.at.astimezone(UTC)
    language = "en" if report.language == "en" else "vi"
    number = f"{number_of(letterhead)}/{letterhead.symbol}" if letterhead.symbol else number_of(letterhead)
    content = {
        "title": title_of(report),
        "subject": letterhead.subject,
        "author": stamp.by,
        "keywords": [str(stamp.period), stamp.seal],
        "made": {unit: getattr(made, unit) for unit in ("year", "month", "day", "hour", "minute", "second")},
        "language": language,
        "region": _REGIONS[language],
        "fixed": {name: said.sentence(language) for name, said in _FIXED.items()},
        "attachment": ATTACHMENT,
        "attachment-says": _ATTACHMENT_SAYS.sentence(language),
        "stamp": as_json(sealed(report)),
        "ruler-height": HEIGHT_MM,
        "letterhead": asdict(letterhead)
        | {
            "parent": issuer_lines(letterhead.parent),
            "issuer": issuer_lines(letterhead.issuer),
            "number": number,
        },
        "addressees": addressee_lines(report),
        "grounds": list(_blocks(report.grounds)),
        "blocks": list(_blocks(report.blocks)),
        "recipients": recipient_lines(report),
        "signature": asdict(report.signature),
        "annexes": [_annex(annex, report) for annex in report.annexes],
    }
    return {name: _printable(value) for name, value in content.items()}


def _printable(value: Any) -> Any:
    """The same value without letters that no page can show."""
    if isinstance(value, str):
        return printable(value)
    if isinstance(value, dict):
        return {name: _printable(each) for name, each in value.items()}
    return [_printable(each) for each in value] if isinstance(value, list | tuple) else value


def _annex(annex: Annex, report: Report) -> dict[str, Any]:
    return {
        "label": annex.label,
        "title": annex.title,
        "note": annex_note(report),
        "landscape": annex.landscape,
        # The title of an annex is a heading of the first level: what stands below begins at the second.
        "blocks": list(_blocks(annex.blocks, deepest=1)),
    }


def _blocks(blocks: Iterable[Block], deepest: int = 0) -> Iterator[dict[str, Any]]:
    """The blocks; a heading looks as its level says, and is tagged at most one level below the heading before it."""
    for block in blocks:
        if isinstance(block, Heading):
            deepest = min(block.level, deepest + 1)
            text = f"{block.label} {block.text}".strip()
            yield {"kind": "heading", "look": block.level, "level": deepest, "text": text}
        elif isinstance(block, Paragraph):
            runs = (Words("- "), *block.runs) if block.manner is Manner.DASH else block.runs
            yield {"kind": block.manner.value, "runs": _runs(runs)}
        else:
            yield _table(block)


def _table(table: Table) -> dict[str, Any]:
    return {
        "kind": "table",
        "caption": table.caption,
        "columns": [{"title": each.title, "share": each.share, "number": each.is_number} for each in table.columns],
        "rows": [{"group": row.group, "cells": [_cell(cell) for cell in row.cells]} for row in table.rows],
    }


def _cell(cell: Runs | RulerCell) -> list[Any] | dict[str, Any]:
    if isinstance(cell, RulerCell):
        return {"says": cell.says, "bars": [[bar.start, bar.end, bar.half, bar.colour] for bar in bars(cell)]}
    return _runs(cell)


def _runs(runs: Runs) -> list[Any]:
    return [_run(run) for run in unbroken(runs) if run.text]


def _run(run: Words | Figure) -> str | list[str]:
    """Its words alone, or with the marks that set it apart."""
    marks = "b" * run.bold + "i" * (isinstance(run, Words) and run.italic)
    return [run.text, marks] if marks else run.text
