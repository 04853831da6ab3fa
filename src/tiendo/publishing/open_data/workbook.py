"""Tables as a workbook: numbers as numbers, a frozen heading, and a second sheet that says what the columns mean.

This module is imported late: the writer of workbooks is not needed by anything else of a command.
"""

from __future__ import annotations

import math
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Any

import xlsxwriter

from tiendo.facts.errors import ExportRefused
from tiendo.facts.wording import Wording
from tiendo.publishing.open_data.fields import Columns, Field, FieldKind
from tiendo.publishing.open_data.provenance import METHOD, Provenance

_MOST_ROWS = 1_048_575  # of a sheet, without its heading
_LONGEST_CELL = 32_767  # characters that a cell takes
_EXACT_DIGITS = 15  # of a number in a sheet; longer ones are written as text, so that no digit is lost
_CHUNK_BYTES = 1 << 20
_WIDTHS = {FieldKind.TEXT: 34, FieldKind.CODE: 18, FieldKind.DAY: 12, FieldKind.MOMENT: 18, FieldKind.FLAG: 10}
_USUAL_WIDTH = 13
_OPTIONS = {
    "constant_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
    "default_date_format": "dd/mm/yyyy",
    "remove_timezone": True,
}
_DATA, _ABOUT = Wording("Số liệu", "Data"), Wording("Mô tả", "About")


def workbook_chunks(
    title: Wording, fields: Sequence[Field], portions: Iterable[Columns], provenance: Provenance, language: str
) -> Iterator[bytes]:
    """The workbook piece by piece, once it is whole; headings and descriptions are in that language.

    Raises `ExportRefused` where a sheet cannot hold all rows.
    """
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "workbook.xlsx"
        with xlsxwriter.Workbook(str(path), {**_OPTIONS, "tmpdir": folder}) as book:
            # The moment of the last change and not of the writing: the same record gives the same bytes.
            made = provenance.recorded_at or datetime(1980, 1, 1)  # noqa: DTZ001 the first day of a zip
            book.set_properties({"title": title.sentence(language), "created": made.replace(tzinfo=None)})
            _fill(book, fields, portions, language)
            _describe(book, title, fields, provenance, language)
        with path.open("rb") as written:
            while chunk := written.read(_CHUNK_BYTES):
                yield chunk


def _fill(book: Any, fields: Sequence[Field], portions: Iterable[Columns], language: str) -> None:
    sheet = book.add_worksheet(_DATA.sentence(language))
    sheet.freeze_panes(1, 0)
    sheet.repeat_rows(0)
    sheet.set_landscape()
    sheet.set_paper(9)  # A4
    bold = book.add_format({"bold": True, "bottom": 1, "text_wrap": True, "valign": "top"})
    moment = book.add_format({"num_format": "dd/mm/yyyy hh:mm"})
    for place, field in enumerate(fields):
        sheet.set_column(place, place, _WIDTHS.get(field.kind, _USUAL_WIDTH))
        sheet.write_string(0, place, field.title.sentence(language), bold)
    row = 0
    for portion in portions:
        for values in zip(*portion, strict=True):
            row += 1
            if row > _MOST_ROWS:
                raise _too_much()
            for place, (field, value) in enumerate(zip(fields, values, strict=True)):
                if value is not None:
                    _write(sheet, row, place, field.kind, value, moment)
    sheet.autofilter(0, 0, row, len(fields) - 1)


def _write(sheet: Any, row: int, place: int, kind: FieldKind, value: Any, moment: Any) -> None:
    match kind:
        case FieldKind.INTEGER:
            sheet.write_number(row, place, value)
        case FieldKind.NUMBER if _is_exact(value):
            sheet.write_number(row, place, float(value))
        case FieldKind.DAY if value >= "1900-03-01":  # before that day the calendars of spreadsheets disagree
            sheet.write_datetime(row, place, date.fromisoformat(value))
        case FieldKind.MOMENT:
            sheet.write_datetime(row, place, value.replace(tzinfo=None), moment)
        case FieldKind.FLAG:
            sheet.write_boolean(row, place, value)
        case _:
            sheet.write_string(row, place, str(value)[:_LONGEST_CELL])


def _is_exact(number: str) -> bool:
    return len(number.strip("-0.").replace(".", "")) <= _EXACT_DIGITS and math.isfinite(float(number))


def _describe(book: Any, title: Wording, fields: Sequence[Field], provenance: Provenance, language: str) -> None:
    sheet = book.add_worksheet(_ABOUT.sentence(language))
    sheet.set_column(0, 0, 24)
    sheet.set_column(1, 1, 28)
    sheet.set_column(2, 2, 90)
    bold = book.add_format({"bold": True})
    sheet.write_string(0, 0, title.sentence(language), bold)
    lines = [line for line in _said(provenance, language) if line[1]]
    for row, (name, words) in enumerate(lines, 2):
        sheet.write_string(row, 0, name, bold)
        sheet.write_string(row, 1, words)
    for row, field in enumerate(fields, len(lines) + 3):
        sheet.write_string(row, 0, field.name)
        sheet.write_string(row, 1, field.title.sentence(language))
        sheet.write_string(row, 2, field.says.sentence(language))


def _said(provenance: Provenance, language: str) -> list[tuple[str, str]]:
    words = {
        "publisher": Wording("Nơi công bố", "Publisher"),
        "contact": Wording("Liên hệ", "Contact"),
        "licence": Wording("Giấy phép", "Licence"),
        "state": Wording("Trạng thái sổ", "State of the record"),
        "method": Wording("Phương pháp", "Method"),
    }
    values = {
        "publisher": provenance.publisher,
        "contact": provenance.contact,
        "licence": provenance.licence,
        "state": f"{provenance.horizon} · {provenance.seal}",
        "method": METHOD.sentence(language),
    }
    return [(words[name].sentence(language), value) for name, value in values.items()]


def _too_much() -> ExportRefused:
    return ExportRefused(
        vi=f"Bảng tính chứa nhiều nhất {_MOST_ROWS} dòng: hãy lọc bớt (--year, --territory) hoặc chọn csv, parquet.",
        en=f"A sheet holds {_MOST_ROWS} rows at most: ask for fewer (--year, --territory) or take csv or parquet.",
    )
