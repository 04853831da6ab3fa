"""Turns a text into its blocks: headings, paragraphs, bullets, cells, each with its provision."""

from __future__ import annotations

import re

from tiendo.documents.lines import Line, Rank, logical_lines, reading_copy
from tiendo.documents.model import Block, BlockKind, Table

_SENTENCE_END = re.compile(r"[.;!?…][\s\"'”’)\]»/*]*$")
_LEGAL_BASIS = re.compile(r"(?:Căn cứ|Xét|Theo đề nghị|Trên cơ sở xem xét|Sau khi xem xét|Sau khi nghe)\b")
# "Số:", "TP." alone on a line: a narrow column put the number or the name below.
_BROKEN_OFF = re.compile(r"(?:Số(?: hiệu| ký hiệu)?\s*:|TP\.)", re.IGNORECASE)
_SUBJECT_OF_A_LETTER = re.compile(r"V/v\b", re.IGNORECASE)
_RECIPIENTS = re.compile(r"Nơi nhận\s*:?", re.IGNORECASE)
_PASSED = re.compile(
    r"(?:Nghị quyết|Quyết định|Kế hoạch|Chỉ thị|Quy định)(?: này)?\s.{0,160}?"
    r"(?:thông qua ngày|thông qua\s*\./|thông qua tại|có hiệu lực)",
    re.DOTALL,
)
_SIGNATURE = re.compile(r"(?:TM|KT|TL|TUQ|Q)\.\s*(?:[A-ZĐÀ-Ỹ]{2,}|$)")

# A numbered line that ends with a colon is a heading while it is this short; a longer one says something.
_LONGEST_COLON_HEADING = 110
# A line without a number is a heading in capitals only while it is this short.
_LONGEST_CAPITAL_HEADING = 200
# Shorter stretches repeat by chance ("Về xã hội").
_SHORTEST_REPEAT = 40


def _is_heading(content: str, line: Line) -> bool:
    """True where a line names what follows and asserts nothing."""
    if line.marker is not None and line.marker.rank >= Rank.DASH:
        return False
    letters_upper = content.isupper()
    if line.marker is None:
        return (letters_upper and len(content) <= _LONGEST_CAPITAL_HEADING) or (
            line.emphasised and not _SENTENCE_END.search(content)
        )
    if line.emphasised or letters_upper:
        return True
    if content.endswith(":"):
        return len(content) <= _LONGEST_COLON_HEADING
    return _SENTENCE_END.search(content) is None


def outline(text: str, tables: tuple[Table, ...] = ()) -> tuple[Block, ...]:
    """The blocks of a text in reading order; cells of `tables` stand among them at their place."""
    return _Builder(text, tables).build()


class _Builder:
    """Walks the logical lines with a stack of open provisions."""

    def __init__(self, text: str, tables: tuple[Table, ...]) -> None:
        self.text = text
        self.reading = reading_copy(text)
        self.tables = sorted(tables, key=lambda table: table.start)
        self.blocks: list[Block] = []
        # Open provisions and lead-ins: (rank, step of the provision or None, index of the block).
        self.stack: list[tuple[int, str | None, int]] = []
        self.seen: dict[str, int] = {}
        self.in_body = False
        self.in_closing = False

    def build(self) -> tuple[Block, ...]:
        waiting = list(reversed(self.tables))
        for line in logical_lines(self.text, self.reading, [(t.start, t.end) for t in self.tables]):
            while waiting and waiting[-1].start < line.start:
                self.add_table(waiting.pop())
            self.add_line(line)
        while waiting:
            self.add_table(waiting.pop())
        return tuple(self.blocks)

    def add_table(self, table: Table) -> None:
        path, headings = self.place()
        for cell in table.cells:
            if cell.end > cell.start:
                self.blocks.append(Block(BlockKind.TABLE_CELL, cell.start, cell.end, "", path, headings))

    def place(self) -> tuple[tuple[str, ...], tuple[int, ...]]:
        path = tuple(step for _, step, _ in self.stack if step is not None)
        return path, tuple(index for _, _, index in self.stack)

    def add_line(self, line: Line) -> None:
        content = self.reading[line.start : line.end].strip()
        kind = self.kind_of(content, line)
        marker = line.marker
        if kind in (BlockKind.TITLE, BlockKind.LEGAL_BASIS, BlockKind.CLOSING):
            self.append(kind, line, content)
            return
        rank = marker.rank if marker is not None else Rank.NONE
        names_part = marker is None and kind is BlockKind.HEADING and content.isupper()
        if names_part and self.bare_part_above():
            self.stack.append((self.stack[-1][0], None, len(self.blocks)))
            self.append(kind, line, content, own=True)
            return
        if names_part:
            rank = Rank.PART  # "PHỤ LỤC", "QUYẾT NGHỊ:" – opens a new part of its own
        self.close(rank)
        if marker is not None and marker.step is not None:
            self.stack.append((rank, marker.step, len(self.blocks)))
            self.append(kind, line, content, own=True)
        else:
            self.append(kind, line, content)
            if names_part or rank in (Rank.DASH, Rank.PLUS) or (rank == Rank.NONE and self.opens(kind, content)):
                self.stack.append((self.lead_in_rank() if rank == Rank.NONE else rank, None, len(self.blocks) - 1))

    def bare_part_above(self) -> bool:
        """True right behind "Phần thứ hai", "Chương I" without a name: the line in capitals below is its name."""
        if not self.stack or self.stack[-1][0] > Rank.SECTION or self.stack[-1][2] != len(self.blocks) - 1:
            return False
        above = self.blocks[-1]
        return above.marker != "" and above.end <= above.start

    def lead_in_rank(self) -> int:
        """A lead-in without marker stands one step above bullets, or between "-" and "+" inside a bullet."""
        inside_bullet = bool(self.stack) and self.stack[-1][0] >= Rank.DASH
        return Rank.DASH + 1 if inside_bullet else Rank.DASH - 1

    @staticmethod
    def opens(kind: BlockKind, content: str) -> bool:
        return kind is BlockKind.HEADING or content.endswith(":")

    def close(self, rank: int) -> None:
        """Closes what the coming line does not stand under."""
        if rank == Rank.NONE:
            # A paragraph without marker ends open bullets and lead-ins, but for a bullet that ends with a colon.
            while self.stack and self.stack[-1][0] >= Rank.DASH - 1:
                block = self.blocks[self.stack[-1][2]]
                if self.stack[-1][0] >= Rank.DASH and self.reading[block.start : block.end].rstrip().endswith(":"):
                    return
                self.stack.pop()
            return
        while self.stack and self.stack[-1][0] >= rank:
            self.stack.pop()

    def kind_of(self, content: str, line: Line) -> BlockKind:
        if self.in_closing or _RECIPIENTS.match(content) or _SIGNATURE.match(content):
            self.in_closing = self.in_body or self.in_closing
            if self.in_closing:
                return BlockKind.CLOSING
        if self.in_body and _PASSED.match(content):
            return BlockKind.CLOSING
        if _LEGAL_BASIS.match(content) and not self.stack and (line.marker is None or line.marker.rank == Rank.DASH):
            return BlockKind.LEGAL_BASIS
        if not self.in_body:
            if self.is_title(content, line):
                return BlockKind.TITLE
            self.in_body = True
        if _is_heading(content, line):
            return BlockKind.HEADING
        if line.marker is not None and line.marker.rank >= Rank.DASH:
            return BlockKind.BULLET
        return BlockKind.PARAGRAPH

    def is_title(self, content: str, line: Line) -> bool:
        """Above the first provision: short lines that are no sentence."""
        if _BROKEN_OFF.fullmatch(content) or _SUBJECT_OF_A_LETTER.match(content):
            return True
        return line.marker is None and _SENTENCE_END.search(content) is None and not content.endswith(":")

    def append(self, kind: BlockKind, line: Line, content: str, *, own: bool = False) -> None:
        path, headings = self.place()
        if own:
            headings = headings[:-1]
        repeats = None
        if len(content) >= _SHORTEST_REPEAT:
            repeats = self.seen.setdefault(content, len(self.blocks))
            repeats = None if repeats == len(self.blocks) else repeats
        marker = line.marker.written if line.marker is not None else ""
        start = line.start
        end = line.end
        while start < end and self.reading[start].isspace():
            start += 1
        while end > start and self.reading[end - 1].isspace():
            end -= 1
        self.blocks.append(Block(kind, start, end, marker, path, headings, repeats))
