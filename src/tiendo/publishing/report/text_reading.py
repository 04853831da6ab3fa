"""Reads reports back that are text: HTML with its bound figures, Markdown with its numbers.

Both carry, beside the stamp, the numbers that were written as words; any other number of the text was typed later.
The file is data that anybody may have changed: it is parsed, never run, and its length is bounded.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from html.parser import HTMLParser

from tiendo.facts.errors import UnusableReport
from tiendo.publishing.report.model import Figure
from tiendo.publishing.report.returned import LooseNumber, Returned, ReturnedField
from tiendo.publishing.report.stamp import Sealed, from_json
from tiendo.publishing.report.word_numbers import numbers_in

STAMP_BEGINS, NUMBERS_BEGIN, ENDS = "<!-- tiendo-report ", "<!-- tiendo-numbers ", " -->"
"""What stands around the stamp and the numbers at the end of a report in Markdown."""

STAMP_ID, NUMBERS_NAME = "tiendo-report", "tiendo-numbers"
"""What a report in HTML calls the element with its stamp, and that with its numbers."""

LONGEST_FILE = 20_000_000
"""Bytes: a report of a thousand pages has a tenth of that."""

_LONGEST_AROUND = 300  # characters: enough to find the place again
_UNREAD = ("style", "script", "svg", "title")
_BLOCKS = ("p", "td", "th", "li", "h1", "h2", "h3", "h4", "caption")


def read_html(name: str, data: bytes) -> Returned:
    """What became of a report that Tiến Độ wrote as HTML; raises `UnusableReport` where it holds no stamp."""
    parser = _parsed(_text(name, data))
    if not parser.stamp:
        raise without_stamp(name)
    kept = from_json(parser.stamp)
    by_key = {figure.binding.key: figure for figure in kept.figures}
    written = Counter(parser.numbers.split())
    fields: list[ReturnedField] = []
    loose: list[LooseNumber] = []
    for words, bound in parser.blocks:
        around = " ".join("".join(words).replace(_FIELD_MARK, "").split())[:_LONGEST_AROUND]
        fields += [ReturnedField(figure=by_key[key], text=text, around=around) for key, text in bound if key in by_key]
        loose += _typed(_outside(words), written, around)
    return _returned(kept, fields, loose)


def read_markdown(name: str, data: bytes) -> Returned:
    """What became of a report that Tiến Độ wrote as Markdown, in which a figure bears no mark of its own.

    One of which the number stands nowhere any more was taken out, or typed over: then the other number is loose.
    """
    text = _text(name, data)
    kept = from_json(_comment(text, STAMP_BEGINS, name))
    written = Counter(_comment(text, NUMBERS_BEGIN, name).split())
    body = text[: text.index(NUMBERS_BEGIN)]
    loose = [number for line in body.splitlines() for number in _typed(line, written, line.strip()[:_LONGEST_AROUND])]
    left = set(numbers_in(body))
    removed = tuple(figure for figure in kept.figures if figure.text not in left)
    return Returned(sealed=kept, removed=removed, loose=tuple(loose))


def numbers_outside(page: str) -> str:
    """The numbers of a page of HTML that stand in no bound figure, as the page carries them."""
    return " ".join(number for words, _ in _parsed(page).blocks for number in numbers_in(_outside(words)))


def _parsed(page: str) -> _Page:
    parser = _Page()
    parser.feed(page)
    parser.close()
    parser.end_block()
    return parser


def without_stamp(name: str) -> UnusableReport:
    """That a file is no report of ours."""
    return UnusableReport(
        vi=f"Tệp {name} không mang dấu của Tiến Độ: tệp không do Tiến Độ ghi ra, hoặc dấu đã bị xóa; hãy xuất lại.",
        en=f"The file {name} carries no stamp of Tiến Độ: it was not written here, or the stamp was taken out; "
        "write the report again.",
    )


def _returned(kept: Sealed, fields: list[ReturnedField], loose: list[LooseNumber]) -> Returned:
    left = {field.figure.binding.key for field in fields}
    removed: tuple[Figure, ...] = tuple(figure for figure in kept.figures if figure.binding.key not in left)
    return Returned(sealed=kept, fields=tuple(fields), removed=removed, loose=tuple(loose))


def _text(name: str, data: bytes) -> str:
    if len(data) > LONGEST_FILE:
        raise without_stamp(name)
    return data.decode("utf-8", errors="replace")


def _comment(text: str, beginning: str, name: str) -> str:
    start = text.rfind(beginning)
    end = text.find(ENDS, start)
    if start < 0 or end < 0:
        raise without_stamp(name)
    return text[start + len(beginning) : end]


def _typed(text: str, written: Counter[str], around: str) -> Iterator[LooseNumber]:
    for number in numbers_in(text):
        if written[number] > 0:
            written[number] -= 1
        else:
            yield LooseNumber(number, around)


_FIELD_MARK = "\ufffc"  # between words: what stands before and behind a field is never one number


def _outside(words: list[str]) -> str:
    return "".join(words[::2])  # fields stand at the odd places


class _Page(HTMLParser):
    """Gathers the stamp, and block by block the words with the bound figures between them."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.stamp = ""
        self.numbers = ""
        self.blocks: list[tuple[list[str], list[tuple[str, str]]]] = []
        self._words: list[str] = [""]
        self._bound: list[tuple[str, str]] = []
        self._key: str | None = None
        self._unread: list[str] = []
        self._in_stamp = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """A block, a bound figure, or what is not read."""
        said = dict(attrs)
        if tag == "meta" and said.get("name") == NUMBERS_NAME:
            self.numbers = said.get("content") or ""
        elif tag in _UNREAD:
            self._unread.append(tag)
            self._in_stamp = tag == "script" and said.get("id") == STAMP_ID and not self.stamp
        elif tag == "data" and self._key is None:
            self._key = said.get("data-key") or ""
            self._words.append("")
        elif tag in _BLOCKS:
            self.end_block()

    def handle_endtag(self, tag: str) -> None:
        """The end of one of these."""
        if self._unread and tag == self._unread[-1]:
            self._unread.pop()
            self._in_stamp = False
        elif tag == "data" and self._key is not None:
            self._bound.append((self._key, self._words[-1].strip()))
            self._key = None
            self._words.append(_FIELD_MARK)
        elif tag in _BLOCKS:
            self.end_block()

    def handle_data(self, data: str) -> None:
        """Words, or the stamp."""
        if self._in_stamp:
            self.stamp += data
        elif not self._unread:
            self._words[-1] += data

    def end_block(self) -> None:
        """Keep what was gathered since the last block."""
        if any(self._words):
            self.blocks.append((self._words, self._bound))
        self._words, self._bound, self._key = [""], [], None
