"""What every reader hands over in the end: text in Unicode with its tables in place, and notes on what was done."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from tiendo.documents.model import Note, RawText, Table
from tiendo.documents.readers import refusals
from tiendo.documents.readers.source import Source
from tiendo.documents.stacked_tables import stacked_tables
from tiendo.documents.tables import Grid, Item, compose, pipe_tables
from tiendo.text.encodings import Conversion, Decoded, Undecodable, decode, repair

_LEGACY_NAMES = {
    Conversion.TCVN3: "TCVN3",
    Conversion.VNI: "VNI",
    Conversion.VISCII: "VISCII",
    Conversion.WINDOWS_1258: "Windows-1258",
}
# Stands between paragraphs while they are converted together; no paragraph holds it, and the conversion keeps it.
_BOUNDARY = "\v"


def of_plain_text(source: Source, format_: str) -> RawText:
    """A text file as it is, in NFC and with `\\n` line ends; tables are those that its bars draw."""
    found = decoded(source)
    return RawText(found.text, format_, _drawn_tables(found.text), tuple(_conversion_notes(found.conversions)))


def _drawn_tables(text: str) -> tuple[Table, ...]:
    """The tables that a text draws with bars, between the cells of a line or on lines of their own."""
    stacked = stacked_tables(text)
    piped = (table for table in pipe_tables(text) if not any(_is_inside(table, other) for other in stacked))
    return tuple(sorted((*stacked, *piped), key=lambda table: table.start))


def _is_inside(table: Table, other: Table) -> bool:
    return other.start <= table.start and table.end <= other.end


def decoded(source: Source) -> Decoded:
    """The bytes of a file as text; `WrongFormat` where they are none."""
    try:
        return decode(source.data)
    except Undecodable as reason:
        raise refusals.undecodable(source.name, reason.vi, reason.en) from reason


def of_items(items: Sequence[Item], format_: str, notes: Iterable[Note] = ()) -> RawText:
    """Paragraphs and tables of a formatted file; text in the fonts of the 1990s becomes Unicode."""
    joined = _BOUNDARY.join(text.replace(_BOUNDARY, "\n") for text in _texts(items))
    repaired, conversions = repair(joined)
    if conversions:
        items = list(_with_texts(items, iter(repaired.split(_BOUNDARY))))
    text, tables = compose(items)
    return RawText(text, format_, tables, (*_conversion_notes(conversions), *notes))


def _texts(items: Iterable[Item]) -> Iterator[str]:
    for item in items:
        if isinstance(item, str):
            yield item
        else:
            for cell in item.cells:
                yield from _texts(cell.content)


def _with_texts(items: Iterable[Item], texts: Iterator[str]) -> Iterator[Item]:
    """The same items with other texts, taken in order."""
    for item in items:
        if isinstance(item, str):
            yield next(texts)
        else:
            cells = (replace(cell, content=tuple(_with_texts(cell.content, texts))) for cell in item.cells)
            yield Grid(tuple(cells))


def _conversion_notes(conversions: Iterable[Conversion]) -> Iterator[Note]:
    for conversion in conversions:
        if conversion in _LEGACY_NAMES:
            name = _LEGACY_NAMES[conversion]
            yield Note(
                f"converted-{conversion}",
                f"Văn bản dùng bảng mã cũ {name}, đã được chuyển sang Unicode.",
                f"The text was in the old encoding {name} and was converted to Unicode.",
            )
        elif conversion is Conversion.UTF_8_TWICE:
            yield Note(
                f"converted-{conversion}",
                "Văn bản bị lưu sai mã UTF-8 hai lần, đã được khôi phục.",
                "The text had been encoded as UTF-8 twice and was restored.",
            )
        elif conversion is Conversion.REPLACED:
            yield Note(
                "replaced-bytes",
                "Một số byte hỏng được thay bằng ký tự \ufffd: hãy đối chiếu với bản gốc.",
                "Some broken bytes were replaced by \ufffd: compare the text with the original.",
            )
