"""The scoreboard as a table for the terminal, calm like a printed statistical table."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tiendo.assessment.board import Board, Row
from tiendo.assessment.explanation import needed, reason
from tiendo.assessment.status import Status
from tiendo.publishing import words
from tiendo.publishing.cells import Cells, cells_of, owner_of, warnings_of
from tiendo.publishing.columns import DOT, fitted, printable, width_of, wrapped, wrapped_items
from tiendo.publishing.ruler import as_characters, lay_out

LEAST_WIDTH, MOST_WIDTH = 80, 160  # narrower tables break every name, wider ones tear the rows apart
_LEAST_NAME, _READABLE_NAME, _MOST_NAME = 22, 34, 52
_LEAST_RULER, _MOST_RULER = 10, 18
_MOST_UNIT, _MOST_SOURCE = 14, 20
_GAP = "  "
_INDENT = "  "
_UNPLANNED_ROWS = 12  # the section is a reminder; the data files hold all of them

_RESET = "\x1b[0m"
_BOLD, _DIM = "\x1b[1m", "\x1b[2m"
_HEADING = "\x1b[1;36m"
_COLOURS = {
    Status.REACHED: "\x1b[32m",
    Status.ON_PATH: "\x1b[36m",
    Status.WITHIN: "\x1b[36m",
    Status.WATCH: "\x1b[33m",
    Status.BEHIND: "\x1b[31m",
    Status.EXCEEDED: "\x1b[31m",
}


@dataclass(frozen=True, slots=True)
class _Widths:
    """The columns of one table; 0 leaves a column out."""

    name: int
    result: int
    unit: int
    target: int
    ruler: int
    status: int
    year_on_year: int
    source: int

    def all(self) -> list[int]:
        return [
            self.name,
            self.result,
            self.unit,
            self.target,
            self.ruler,
            self.status,
            self.year_on_year,
            self.source,
        ]

    def total(self) -> int:
        shown = [width for width in self.all() if width]
        return sum(shown) + len(_GAP) * (len(shown) - 1)


def render(board: Board, language: str, width: int, *, color: bool = False) -> str:
    """The board as lines of at most `width` columns (80 to 160), ending with a line break."""
    width = min(max(width, LEAST_WIDTH), MOST_WIDTH)
    paint = _Paint(color)
    made = [(row, cells_of(row, board, language)) for row in board.rows]
    lines = [*_head(board, language, width, paint), *_totals(board, language, width, paint), ""]
    if made:
        lines += _table(board, made, language, width, paint)
    else:
        lines += [words.EMPTY.sentence(language)]
    lines += [*_why(board, language, width, paint), *_to_check(board, language, width, paint)]
    lines += _unplanned(board, language, width, paint)
    left_out = [words.unlinked(board, language)] if board.unlinked else []
    left_out += [words.elsewhere(board, language)] if board.elsewhere else []
    for sentence in left_out:
        lines += ["", *(paint(line, _DIM) for line in wrapped(sentence, width))]
    return "\n".join(line.rstrip() for line in lines) + "\n"


@dataclass(frozen=True, slots=True)
class _Paint:
    """Puts a colour around a text, or leaves it as it is."""

    active: bool

    def __call__(self, text: str, colour: str | None) -> str:
        return f"{colour}{text}{_RESET}" if self.active and colour else text


def _head(board: Board, language: str, width: int, paint: _Paint) -> list[str]:
    lines = [paint(words.title(board, language), _BOLD)]
    return [*lines, *(paint(line, _DIM) for line in wrapped(words.lede(board, language), width)), ""]


def _totals(board: Board, language: str, width: int, paint: _Paint) -> list[str]:
    parts = [
        (f"{symbol} {count} {word}", _COLOURS.get(status, _DIM))
        for status, symbol, count, word in words.totals(board.totals, language)
    ]
    parts.append((" ".join(words.fresh(board.totals, language)), _DIM))
    lines: list[list[tuple[str, str]]] = [[]]
    used = 0
    for text, colour in parts:
        if lines[-1] and used + width_of(text) > width:
            lines.append([])
            used = 0
        lines[-1].append((text, colour))
        used += width_of(text) + 3 * len(" ")
    return ["   ".join(paint(text, colour) for text, colour in line) for line in lines]


def _table(board: Board, made: Sequence[tuple[Row, Cells]], language: str, width: int, paint: _Paint) -> Iterator[str]:
    cells = {id(row): one for row, one in made}
    widths = _widths([one for _, one in made], language, width)
    line = "─" * widths.total()
    yield paint(_header(widths, language), _DIM)
    yield paint(line, _DIM)
    for number, section in enumerate(board.sections):
        if number:
            yield ""
        yield paint(section.sector.names.sentence(language), _HEADING)
        for row in section.rows:
            yield from _row(row, cells[id(row)], widths, paint)
    yield paint(line, _DIM)


def _widths(made: Sequence[Cells], language: str, width: int) -> _Widths:
    """Columns as wide as their content, until the name has room: the source goes first, then the year before."""

    def natural(heading: str, values: list[str], most: int = MOST_WIDTH) -> int:
        return min(most, max(width_of(text) for text in (heading, *values)))

    result = natural(words.RESULT.sentence(language), [one.result for one in made])
    unit = natural("", [one.unit for one in made], _MOST_UNIT)
    target = natural(words.TARGET.sentence(language), [one.target for one in made], _MOST_UNIT)
    status = natural(words.STATUS.sentence(language), [f"{one.symbol} {one.status}" for one in made])
    year = natural(words.YEAR_ON_YEAR.sentence(language), [one.year_on_year for one in made])
    source = natural(words.SOURCE.sentence(language), [one.source_within(_MOST_SOURCE) for one in made])
    for shown_year, shown_source in ((year, source), (year, 0), (0, 0)):
        rest = _Widths(0, result, unit, target, _LEAST_RULER, status, shown_year, shown_source)
        room = width - rest.total() - len(_GAP)
        if room >= _LEAST_NAME or not shown_year:
            break
    longest = natural(words.INDICATOR.sentence(language), [one.name for one in made])
    # Room goes to a readable name, then to the ruler, and what both leave to the rest of the name.
    ruler = min(_MOST_RULER, _LEAST_RULER + max(0, room - min(_READABLE_NAME, longest)))
    name = min(_MOST_NAME, longest, room - (ruler - _LEAST_RULER))
    return _Widths(name, result, unit, target, ruler, status, shown_year, shown_source)


def _header(widths: _Widths, language: str) -> str:
    return _line(
        widths,
        words.INDICATOR.sentence(language),
        words.RESULT.sentence(language),
        "",
        words.TARGET.sentence(language),
        words.PATH.sentence(language),
        words.STATUS.sentence(language),
        words.YEAR_ON_YEAR.sentence(language),
        words.SOURCE.sentence(language),
    )


def _row(row: Row, cells: Cells, widths: _Widths, paint: _Paint) -> Iterator[str]:
    colour = _COLOURS.get(row.assessment.status, _DIM)
    name, *rest = wrapped(cells.name, widths.name)
    remarks = [printable(note) for note in cells.notes[1:]]  # the owner, the first, stands with the reasons
    notes = DOT.join(remarks)
    room = widths.name - width_of((rest or [name])[-1]) - len(DOT)
    beside = DOT + notes if notes and width_of(notes) <= room else ""
    beside_name = "" if rest else beside
    parts = [
        (name, None),
        (fitted(cells.result, widths.result, right=True), _BOLD),
        (fitted(printable(cells.unit), widths.unit), _DIM),
        (fitted(printable(cells.target), widths.target, right=True), None),
        (as_characters(lay_out(row), widths.ruler), colour),
        (fitted(f"{cells.symbol} {cells.status}", widths.status), colour),
    ]
    if widths.year_on_year:
        parts.append((fitted(cells.year_on_year, widths.year_on_year, right=True), None))
    if widths.source:
        parts.append((fitted(cells.source_within(widths.source), widths.source), _DIM))
    first, *others = (paint(text, shade) for text, shade in parts)
    padding = " " * (widths.name - width_of(name + beside_name))
    yield _GAP.join([first + paint(beside_name, _DIM) + padding, *others])
    yield from rest[:-1]
    if rest:
        yield rest[-1] + paint(beside, _DIM)
    if notes and not beside:
        yield from (paint(_INDENT + line, _DIM) for line in wrapped_items(remarks, widths.total() - len(_INDENT)))


def _line(widths: _Widths, *texts: str) -> str:
    numeric = {1, 3, 6}
    columns = enumerate(zip(texts, widths.all(), strict=True))
    return _GAP.join(fitted(text, width, right=place in numeric) for place, (text, width) in columns if width)


def _why(board: Board, language: str, width: int, paint: _Paint) -> Iterator[str]:
    rows = [row for row in board.rows if row.assessment.status in words.NEEDS_REASON]
    if not rows:
        return
    yield from ("", paint(words.WHY.sentence(language), _HEADING))
    for row in rows:
        cells = cells_of(row, board, language)
        name = paint(f"{cells.symbol} {cells.name}", _COLOURS.get(row.assessment.status))
        yield f"{name} {paint('· ' + printable(owner_of(row, board)), _DIM)}"
        for text in (
            reason(row.assessment, language),
            needed(row.assessment, language),
            _warning(row, board, language),
        ):
            if text:
                yield from (_INDENT + line for line in wrapped(printable(text), width - len(_INDENT)))


def _to_check(board: Board, language: str, width: int, paint: _Paint) -> Iterator[str]:
    """The rows whose numbers an audit cannot make agree, each with its likeliest slip."""
    rows = [row for row in (*board.rows, *board.unplanned) if row.findings]
    if not rows:
        return
    yield from ("", paint(words.TO_CHECK.sentence(language), _HEADING))
    for row in rows:
        yield paint(f"⚑ {printable(row.indicator.names.sentence(language))}", _COLOURS[Status.BEHIND])
        for finding in row.findings:
            said = [finding.message, *(one.message for one in finding.suggestions[:1])]
            for line in wrapped(printable(" ".join(one.sentence(language) for one in said)), width - len(_INDENT)):
                yield _INDENT + line


def _warning(row: Row, board: Board, language: str) -> str:
    warnings = " ".join(warnings_of(row, board, language))
    return f"{words.NOTE.sentence(language)}: {warnings}" if warnings else ""


def _unplanned(board: Board, language: str, width: int, paint: _Paint) -> Iterator[str]:
    if not board.unplanned:
        return
    yield from ("", paint(words.UNPLANNED.sentence(language), _HEADING))
    listed = board.unplanned[:_UNPLANNED_ROWS]
    made = [cells_of(row, board, language) for row in listed]
    name_width = min(_MOST_NAME, max(width_of(cells.name) for cells in made))
    number_width = max(width_of(cells.result) for cells in made)
    for cells in made:
        claims = [f"{cells.plan_percent} {words.PLAN_PERCENT.sentence(language)}"] if cells.plan_percent else []
        claims += (
            [f"{cells.year_on_year} {words.YEAR_ON_YEAR.sentence(language).lower()}"] if cells.year_on_year else []
        )
        number = fitted(cells.result, number_width, right=True)
        text = _GAP.join([fitted(cells.name, name_width), number, printable(cells.unit), DOT.join(claims)])
        yield fitted(text, width)
    if len(board.unplanned) > len(listed):
        yield paint(words.more(len(board.unplanned) - len(listed), language), _DIM)
