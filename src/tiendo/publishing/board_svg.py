"""The scoreboard as a picture: paper, hairlines, one ruler a row; every text stays text."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from tiendo.assessment.board import Board, Row, Section
from tiendo.assessment.status import Status
from tiendo.facts.printing import with_unit
from tiendo.publishing import words
from tiendo.publishing.cells import Cells, cells_of, label_of
from tiendo.publishing.columns import DOT, cut, printable, wrapped, wrapped_items
from tiendo.publishing.ruler import Palette, as_svg, lay_out

# The tokens of the product's look.
PAPER, INK, MUTED, LINE, HAIR = "#FBFAF7", "#17212B", "#5B6773", "#E4E0D8", "#EFECE5"
GREEN, GREEN_SOFT, BLOOM = "#0E5A52", "#D5E7E3", "#C8446B"
_COLOURS = {
    Status.REACHED: "#1E6F50",
    Status.ON_PATH: "#2F8F83",
    Status.WATCH: "#B7791F",
    Status.BEHIND: "#B83A2E",
    Status.EXCEEDED: "#B83A2E",
}
_NONE = "#6B757E"  # a little darker than the drawn token, so that small words keep a contrast of 4.5 on paper

WIDTH = 1180
_MARGIN = 44
_LEFT, _RIGHT = _MARGIN, WIDTH - _MARGIN
# Right edges of the numeric columns, left edges of the others.
_RESULT, _TARGET, _RULER, _STATUS, _YEAR, _SOURCE = 478, 580, 612, 782, 972, 996
_RULER_WIDTH, _SHARE_WIDTH = 146, 240  # the closing share has the longest words of the totals
_NAME_LETTERS, _NOTE_LETTERS, _SOURCE_LETTERS, _FOOTER_LETTERS = 36, 46, 20, 150
_RESULT_LETTERS, _TARGET_LETTERS = 23, 14  # what fits its column at its size

_TOP = 44
_TITLE, _LEDE, _TOTALS_TOP, _TOTALS_HEIGHT = 68, 96, 122, 70
_HEADER_HEIGHT, _SECTOR_HEIGHT = 34, 46
_NAME_LINE, _NOTE_LINE, _ROW_PADDING = 20, 17, 12
_FOOTER, _FOOTER_INSET, _STAMP_LINE = 66, 24, 20
MOST_EMPTY_ROWS = 12  # more rows without a result than this are a list: the picture is for what can be judged
_LIST_COLUMNS, _LIST_GAP, _LIST_LINE = 2, 36, 22
_LIST_LETTERS, _LIST_TARGET_LETTERS = 80, 24

_STYLE = f"""
text{{font-family:"Be Vietnam Pro","Liberation Sans",Arial,sans-serif;fill:{INK};font-variant-numeric:tabular-nums}}
.brand{{font-size:16px;font-weight:600}}.title{{font-size:29px;font-weight:600;letter-spacing:-.4px}}
.lede{{font-size:14.5px;fill:{MUTED}}}.count{{font-size:24px}}.small{{font-size:12.5px;fill:{MUTED}}}
.sector{{font-size:13px;font-weight:600;fill:{GREEN}}}.name{{font-size:14.5px;font-weight:500}}
.number{{font-size:14.5px}}.quiet{{fill:{MUTED}}}.status{{font-size:13px;font-weight:500}}
""".strip()


def render(board: Board, language: str, *, stamp: str = "") -> str:
    """The board as one SVG document, ending with a line break; `stamp` says at its foot what it was made from."""
    body = [*_head(board, language), *_totals(board, language)]
    top = _TOP + _TOTALS_TOP + _TOTALS_HEIGHT
    body += _header(top, language)
    top += _HEADER_HEIGHT
    empty = [row for row in board.rows if row.result is None]
    apart = len(empty) > MOST_EMPTY_ROWS
    for section in board.sections:
        rows = [row for row in section.rows if row.result is not None or not apart]
        if rows:
            drawn, top = _section(section, rows, board, top, language)
            body += drawn
    if apart:
        drawn, top = _without_data(empty, board, top, language)
        body += drawn
    if not board.sections:
        top += _SECTOR_HEIGHT
        body.append(_text(_LEFT, top, words.EMPTY.sentence(language), "lede"))
    height = top + _FOOTER + (_STAMP_LINE if stamp else 0)
    body += _footer(board, top + _FOOTER, language)
    if stamp:
        body.append(_text(_LEFT, height - _FOOTER_INSET, stamp, "small"))
    label = escape(told(board, language))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" width="{WIDTH}" height="{height}" '
        f'role="img" aria-label="{label}" lang="{language}">\n<title>{label}</title>\n<style>{_STYLE}</style>\n'
        f'<rect width="{WIDTH}" height="{height}" fill="{PAPER}"/>\n' + "\n".join(body) + "\n</svg>\n"
    )


def told(board: Board, language: str) -> str:
    """What the drawing is called in words."""
    return f"{words.title(board, language)}. {words.lede(board, language)}"


def _head(board: Board, language: str) -> list[str]:
    mark = (
        f'<g transform="translate({_LEFT} {_TOP - 15})"><path d="M0 10h21" stroke="{LINE}" stroke-width="3"/>'
        f'<path d="M0 10h12" stroke="{GREEN}" stroke-width="3"/>'
        f'<path d="M16 3v12" stroke="{BLOOM}" stroke-width="2"/></g>'
    )
    return [
        mark,
        _text(_LEFT + 32, _TOP, "Tiến Độ", "brand"),
        _text(_LEFT, _TOP + _TITLE, words.title(board, language), "title"),
        _text(_LEFT, _TOP + _LEDE, words.lede(board, language), "lede"),
    ]


def _totals(board: Board, language: str) -> list[str]:
    top = _TOP + _TOTALS_TOP
    counted = words.totals(board.totals, language)
    share, share_words = words.fresh(board.totals, language)
    step = (_RIGHT - _LEFT - _SHARE_WIDTH) / max(len(counted), 1)
    drawn = [_rule(top, INK), _rule(top + _TOTALS_HEIGHT, LINE)]
    for place, (status, _, count, word) in enumerate(counted):
        x, colour = _LEFT + place * step, _colour(status)
        drawn.append(_shape(status, x, top + 21, 13))
        drawn.append(_text(x + 21, top + 35, str(count), "count", fill=colour))
        drawn.append(_text(x, top + 56, word, "small"))
    x = _RIGHT - _SHARE_WIDTH
    return [*drawn, _text(x, top + 35, share, "count"), _text(x, top + 56, share_words, "small")]


def _header(top: int, language: str) -> list[str]:
    y = top + 22
    return [
        _text(_LEFT, y, words.INDICATOR.sentence(language), "small"),
        _text(_RESULT, y, words.RESULT.sentence(language), "small", anchor="end"),
        _text(_TARGET, y, words.TARGET.sentence(language), "small", anchor="end"),
        _text(_RULER, y, words.PATH.sentence(language), "small"),
        _text(_STATUS, y, words.STATUS.sentence(language), "small"),
        _text(_YEAR, y, words.YEAR_ON_YEAR.sentence(language), "small", anchor="end"),
        _text(_SOURCE, y, words.SOURCE.sentence(language), "small"),
        _rule(top + _HEADER_HEIGHT, LINE),
    ]


def _section(section: Section, rows: Sequence[Row], board: Board, top: int, language: str) -> tuple[list[str], int]:
    drawn = [_text(_LEFT, top + 34, section.sector.names.sentence(language), "sector")]
    top += _SECTOR_HEIGHT
    drawn.append(_rule(top, LINE))
    for row in rows:
        lines, top = _row(row, cells_of(row, board, language), top, language)
        drawn += lines
    return drawn, top


def _row(row: Row, cells: Cells, top: int, language: str) -> tuple[list[str], int]:
    names = wrapped(cells.name, _NAME_LETTERS)
    # The typeface of the files has no flag, and one missing sign has a whole line set in another face.
    notes = wrapped_items([printable(note).removeprefix("⚑ ") for note in cells.notes], _NOTE_LETTERS)
    sources = _source(cells)
    height = 2 * _ROW_PADDING + len(names) * _NAME_LINE + len(notes) * _NOTE_LINE
    middle = top + height / 2
    drawn = [_text(_LEFT, top + _ROW_PADDING + 15 + i * _NAME_LINE, name, "name") for i, name in enumerate(names)]
    below = top + _ROW_PADDING + len(names) * _NAME_LINE
    drawn += [_text(_LEFT, below + 12 + i * _NOTE_LINE, note, "small") for i, note in enumerate(notes)]
    status, colour = row.assessment.status, _colour(row.assessment.status)
    palette = Palette(line=LINE, fill=colour, tick=INK, end=MUTED, band=GREEN_SOFT)
    label = label_of(cells, language)
    first_source = middle + 5 - 8 * (len(sources) - 1)
    return [
        *drawn,
        _result(cells, middle + 5),
        _text(_TARGET, middle + 5, cut(cells.target, _TARGET_LETTERS), "number quiet", anchor="end"),
        as_svg(lay_out(row), x=_RULER, y=middle, width=_RULER_WIDTH, palette=palette, label=printable(label)),
        _shape(status, _STATUS, middle - 5.5, 11),
        _text(_STATUS + 18, middle + 4.5, _capital(cells.status), "status", fill=colour),
        _text(_YEAR, middle + 5, cells.year_on_year, "number", anchor="end"),
        *(_text(_SOURCE, first_source + i * 16, source, "small") for i, source in enumerate(sources)),
        _rule(top + height, HAIR),
    ], top + height


def _source(cells: Cells) -> list[str]:
    """One line where it fits, else the document above the place."""
    title, place = printable(cells.source), printable(cells.place)
    joined = f"{title}, {place}" if place else title
    return [joined] if len(joined) <= _SOURCE_LETTERS else [cut(title, _SOURCE_LETTERS), cut(place, _SOURCE_LETTERS)]


def _without_data(rows: Sequence[Row], board: Board, top: int, language: str) -> tuple[list[str], int]:
    """The rows without a result as a list in columns, so that the picture keeps to what can be judged."""
    title = f"{_capital(Status.NO_DATA.word.sentence(language))} ({len(rows)})"
    drawn = [_text(_LEFT, top + 34, title, "sector"), _rule(top + _SECTOR_HEIGHT, LINE)]
    top += _SECTOR_HEIGHT + 8
    lines = -(-len(rows) // _LIST_COLUMNS)
    breadth = (_RIGHT - _LEFT + _LIST_GAP) / _LIST_COLUMNS
    for place, row in enumerate(rows):
        cells = cells_of(row, board, language)
        x, y = _LEFT + place // lines * breadth, top + (place % lines + 1) * _LIST_LINE - 6
        wanted = cut(with_unit(cells.target, printable(cells.unit)), _LIST_TARGET_LETTERS)
        name = cut(printable(cells.name), _LIST_LETTERS - len(wanted))
        drawn.append(_text(x, y, name, "small"))
        drawn.append(_text(x + breadth - _LIST_GAP, y, wanted, "small", anchor="end"))
    return drawn, top + lines * _LIST_LINE + 8


def _result(cells: Cells, y: float) -> str:
    room = _RESULT_LETTERS - len(cells.result)
    unit = f'<tspan class="quiet" dx="4">{_escaped(cut(cells.unit, room))}</tspan>'
    return f'<text x="{_RESULT}" y="{y:.1f}" class="number" text-anchor="end">{_escaped(cells.result)}{unit}</text>'


def _footer(board: Board, height: int, language: str) -> list[str]:
    titles = DOT.join(dict.fromkeys(title for _, title in board.documents))
    line = cut(f"{words.SOURCE.sentence(language)}: {titles}", _FOOTER_LETTERS)
    return [_rule(height - 46, LINE), _text(_LEFT, height - _FOOTER_INSET, line, "small")]


def _shape(status: Status, x: float, y: float, size: float) -> str:
    """The sign of a status: never colour alone."""
    colour = _colour(status)
    return f'<g transform="translate({x:.1f} {y:.1f}) scale({size / 12:.3f})">{_SHAPES[status].format(colour)}</g>'


_RING = '<circle cx="6" cy="6" r="4.2" fill="none" stroke="{0}" stroke-width="1.6"/>'
_SHAPES = {
    Status.REACHED: '<path d="M1.5 6.5l3 3 6-7" fill="none" stroke="{0}" stroke-width="2"/>',
    Status.ON_PATH: '<circle cx="6" cy="6" r="4.5" fill="{0}"/>',
    Status.WATCH: '<path d="M6 1.2l5 9.3H1z" fill="{0}"/>',
    Status.BEHIND: '<path d="M1.5 1.5h9v9h-9z" fill="{0}"/>',
    Status.WITHIN: '<path d="M6 1.2l4.8 4.8-4.8 4.8-4.8-4.8z" fill="none" stroke="{0}" stroke-width="1.6"/>',
    Status.EXCEEDED: '<path d="M6 .6l5.4 5.4-5.4 5.4-5.4-5.4z" fill="{0}"/>',
    Status.TOO_EARLY: _RING,
    Status.NO_DATA: _RING,
    Status.NOT_COMPARABLE: _RING,
}


def _colour(status: Status) -> str:
    return _COLOURS.get(status, _NONE)


def _text(x: float, y: float, text: str, kind: str, *, anchor: str = "start", fill: str | None = None) -> str:
    style = f' style="fill:{fill}"' if fill else ""
    return f'<text x="{x:.1f}" y="{y:.1f}" class="{kind}" text-anchor="{anchor}"{style}>{_escaped(text)}</text>'


def _escaped(text: str) -> str:
    return escape(printable(text), quote=False)


def _rule(y: float, colour: str) -> str:
    return f'<path d="M{_LEFT} {y:.1f}H{_RIGHT}" stroke="{colour}"/>'


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
