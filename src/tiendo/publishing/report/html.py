"""A report as one HTML file that needs nothing else: escaped, fit for printing, each figure bound to what it says."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from html import escape
from pathlib import Path

from tiendo.assessment.status import Status
from tiendo.publishing.report.letterhead_words import COUNTRY, MOTTO, NUMBER, RECIPIENTS, TO
from tiendo.publishing.report.model import (
    Annex,
    Block,
    Cell,
    Figure,
    Heading,
    Letterhead,
    Manner,
    Paragraph,
    Report,
    RulerCell,
    Run,
    Runs,
    Table,
    TableRow,
)
from tiendo.publishing.report.stamp import as_json, sealed
from tiendo.publishing.report.text_reading import NUMBERS_NAME, STAMP_ID, numbers_outside
from tiendo.publishing.ruler import Palette, Ruler, as_svg

_STYLE = Path(__file__).with_name("templates") / "report.css"
_CLASSES = {Manner.BODY: "", Manner.DASH: "dash", Manner.GROUND: "ground", Manner.NOTE: "note"}
_WIDTH, _HEIGHT = 120, 16  # of a ruler, in the units of its own picture

# As the site draws them (`tokens.css`); a file that is handed on cannot ask the site.
_FILLS = {
    Status.REACHED: "#1E6F50",
    Status.ON_PATH: "#2F8F83",
    Status.WITHIN: "#2F8F83",
    Status.WATCH: "#B7791F",
    Status.BEHIND: "#B83A2E",
    Status.EXCEEDED: "#B83A2E",
}
_GREY = "#8A939C"


def as_html(report: Report) -> str:
    """The whole report as a page."""
    body = "\n".join(
        (
            *_head(report.letterhead, report.language),
            *map(_paragraph, report.grounds),
            *(text for block in report.blocks for text in _block(block)),
            *_end(report),
            *(text for annex in report.annexes for text in _annex(annex)),
        )
    )
    numbers = escape(numbers_outside(body))
    title = escape(f"{report.letterhead.type_name}: {report.letterhead.subject}")
    # Within a script element only this sequence could end it early; JSON reads the escape as the same.
    line = as_json(sealed(report)).replace("</", "<\\/").replace("<!--", "\\u003c!--")
    return (
        f'<!doctype html>\n<html lang="{report.language}">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f'<meta name="{NUMBERS_NAME}" content="{numbers}">\n'
        f"<title>{title}</title>\n<style>\n{_style()}</style>\n</head>\n<body>\n<main>\n{body}\n</main>\n"
        f'<script type="application/json" id="{STAMP_ID}">{line}</script>\n</body>\n</html>\n'
    )


@cache
def _style() -> str:
    return _STYLE.read_text(encoding="utf-8")


def _head(head: Letterhead, language: str) -> Iterator[str]:
    parent = f"<p>{escape(head.parent)}</p>" if head.parent else ""
    number = f"{NUMBER.sentence(language)} {escape(head.number) or '<span class=blank></span>'}/{escape(head.symbol)}"
    yield (
        f'<header><div>{parent}<p class="issuer">{escape(head.issuer)}</p><p class="number">{number}</p></div>'
        f'<div><p class="state">{COUNTRY.sentence(language)}</p><p class="motto">{MOTTO.sentence(language)}</p>'
        f'<p class="day">{escape(head.place_and_date)}</p></div></header>'
    )
    yield f"<h1>{escape(head.type_name)}<br><span>{escape(head.subject)}</span></h1>"
    if head.addressee:
        yield f'<p class="to">{TO.sentence(language)} {escape("; ".join(head.addressee))}</p>'


def _block(block: Block) -> Iterator[str]:
    match block:
        case Heading(level, label, text):
            yield f"<h{level + 1}>{escape(label)} {escape(text)}</h{level + 1}>"
        case Paragraph():
            yield _paragraph(block)
        case Table():
            yield _table(block)


def _paragraph(paragraph: Paragraph) -> str:
    name = _CLASSES[paragraph.manner]
    dash = "- " if paragraph.manner is Manner.DASH else ""
    return f'<p class="{name}">{dash}{_runs(paragraph.runs)}</p>' if name else f"<p>{_runs(paragraph.runs)}</p>"


def _runs(runs: Runs) -> str:
    return "".join(map(_run, runs))


def _run(run: Run) -> str:
    text = escape(run.text)
    if isinstance(run, Figure):
        bound = run.binding
        text = (
            f'<data value="{bound.value}" data-key="{escape(bound.key)}" data-unit="{escape(bound.unit)}">{text}</data>'
        )
        return f"<b>{text}</b>" if run.bold else text
    text = f"<i>{text}</i>" if run.italic else text
    return f"<b>{text}</b>" if run.bold else text


def _table(table: Table) -> str:
    columns = "".join(f'<col style="width:{column.share:.1%}">' for column in table.columns)
    heads = "".join(f'<th scope="col">{escape(column.title)}</th>' for column in table.columns)
    caption = f"<caption>{escape(table.caption)}</caption>" if table.caption else ""
    rows = "\n".join(_table_row(row, table) for row in table.rows)
    return (
        f"<table>{caption}<colgroup>{columns}</colgroup>\n<thead><tr>{heads}</tr></thead>\n"
        f"<tbody>\n{rows}\n</tbody></table>"
    )


def _table_row(row: TableRow, table: Table) -> str:
    if row.group:
        return f'<tr class="group"><th scope="rowgroup" colspan="{len(table.columns)}">{_cell(row.cells[0])}</th></tr>'
    cells = zip(row.cells, table.columns, strict=False)
    return (
        "<tr>"
        + "".join(f'<td class="number">{_cell(cell)}</td>' if column.is_number else f"<td>{_cell(cell)}</td>"
                  for cell, column in cells)
        + "</tr>"
    )  # fmt: skip


def _cell(cell: Cell) -> str:
    return _ruler(cell) if isinstance(cell, RulerCell) else _runs(cell)


def _ruler(cell: RulerCell) -> str:
    fill = _FILLS.get(Status(cell.status), _GREY)
    palette = Palette(line="#D9D4C8", fill=fill, tick="#17212B", end="#17212B", band="#E4E0D8")
    ruler = Ruler(reached=cell.reached, expected=cell.expected, band=cell.band)
    drawn = as_svg(ruler, x=0, y=_HEIGHT / 2, width=_WIDTH, palette=palette, label=cell.says)
    return f'<svg viewBox="0 0 {_WIDTH} {_HEIGHT}" width="{_WIDTH}" height="{_HEIGHT}">{drawn}</svg>'


def _end(report: Report) -> Iterator[str]:
    signed = report.signature
    copies = "".join(f"<li>{escape(one)}</li>" for one in report.recipients)
    yield (
        f'<footer><div class="copies"><p>{RECIPIENTS.sentence(report.language)}</p><ul>{copies}</ul></div>'
        f'<div class="signature"><p>{escape(signed.authority)}</p><p>{escape(signed.role)}</p>'
        f'<p class="name">{escape(signed.name)}</p></div></footer>'
    )


def _annex(annex: Annex) -> Iterator[str]:
    yield f'<section class="annex{" wide" if annex.landscape else ""}">'
    yield f"<h2>{escape(annex.label)}<br><span>{escape(annex.title)}</span></h2>"
    for block in annex.blocks:
        yield from _block(block)
    yield "</section>"
