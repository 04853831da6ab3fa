"""Extracts tasks: sentences and bullets that tell somebody to do something, with who leads and when it is due."""

from __future__ import annotations

import re
from dataclasses import replace

from tiendo.documents.model import Block, BlockKind, Document
from tiendo.extraction.action_words import TELLING
from tiendo.extraction.deadlines import document_year
from tiendo.extraction.sections import Stance, grants, stance_below, stance_of_paragraph
from tiendo.extraction.sentences import sentences
from tiendo.extraction.task_drafts import Above, Draft, draft_of
from tiendo.extraction.task_forms import is_act, is_fragment, is_task, starts_with_action
from tiendo.extraction.task_lines import Line, read_lines
from tiendo.extraction.task_roles import Roles, read_roles
from tiendo.extraction.task_tables import extract_task_tables
from tiendo.facts.records import Task

# Words before the body that a heading names: "Trách nhiệm của Sở Y tế", "Đối với các sở, ngành".
_HEADING_WORDS = re.compile(
    r"(?:trách nhiệm(?: thực hiện)?(?: của)?|nhiệm vụ của|đối với|phân công|giao)\s+(?=\w)", re.IGNORECASE
)
# "THỦ TƯỚNG CHÍNH PHỦ điện:": those whom a telegram or letter addresses follow.
_ADDRESSES = re.compile(r"(?:(?:^|\s)điện|^kính gửi)\s?:$", re.IGNORECASE)
# A full sentence before a list, not its heading.
_ENDS_IN_LIST = re.compile(r"\bsau(?: đây)?\s?:$")


def extract_tasks(document: Document, reading: str) -> list[Task]:
    """The tasks of `document` in order, from prose and tables; `reading` is its reading copy."""
    drafts = _Reader(document, reading).read()
    tasks = [draft.task(document.text) for draft in drafts]
    return sorted([*tasks, *extract_task_tables(document, reading)], key=lambda task: task.start)


class _Reader:
    """Walks the blocks with what the headings and lead-ins above them say."""

    def __init__(self, document: Document, reading: str) -> None:
        self.blocks = document.blocks
        self.reading = reading
        self.year = document_year(document)
        self.below: list[Above] = []  # what holds below each block read so far
        self.lead_ins: dict[tuple[int, ...], Above] = {}  # what a lead-in says to its later siblings
        self.drafts: list[Draft] = []
        self.first_open = 0  # the first draft that labelled lines may still fill
        self.filling = False

    def read(self) -> list[Draft]:
        for index, block in enumerate(self.blocks):
            self.below.append(self.read_block(index, block, self.above(block)))
        return self.drafts

    def above(self, block: Block) -> Above:
        if block.headings in self.lead_ins:
            return self.lead_ins[block.headings]
        return self.below[block.headings[-1]] if block.headings else Above()

    def text(self, start: int, end: int) -> str:
        return " ".join(self.reading[start:end].split())

    def read_block(self, index: int, block: Block, above: Above) -> Above:
        """Reads one block; returns what holds for the blocks below it."""
        if block.kind in (BlockKind.TITLE, BlockKind.TABLE_CELL):
            return above
        text = self.text(block.start, block.end)
        if block.kind is BlockKind.HEADING and not self.is_task_without_stop(index, text, above):
            return _below_heading(text, above)
        if block.kind is BlockKind.LEGAL_BASIS and not text.endswith(":"):
            return above
        if block.kind is BlockKind.CLOSING:
            # Entry into force and orders may share a paragraph; recipients and signatures have no full stop.
            above = replace(above, stance=min(above.stance, Stance.REPORT if text.endswith(".") else Stance.NEVER))
        return self.read_prose(index, block, text, above)

    def is_task_without_stop(self, index: int, text: str, above: Above) -> bool:
        """A line that the outline takes for a heading and that tells somebody what to do."""
        if not self.blocks[index].marker or text.isupper():
            return False
        roles = read_roles(text)
        if _ENDS_IN_LIST.search(text):
            return (roles.acts or roles.ordered or starts_with_action(text)) and is_task(text, above.stance, roles)
        following = self.blocks[index + 1 : index + 2]
        if text.endswith(":") or (following and index in following[0].headings):
            return False
        return is_task(text, above.stance, roles) and (roles.ordered or roles.acts or above.stance is Stance.TASKS)

    # --- prose ---

    def read_prose(self, index: int, block: Block, text: str, above: Above) -> Above:
        is_line = above.stance is not Stance.NEVER and (not block.marker or block.kind is BlockKind.BULLET)
        if is_line and (lines := read_lines(text)) and self.fill(block, lines):
            return above
        above = replace(above, stance=stance_of_paragraph(text, above.stance))
        if text.endswith(":") and _ADDRESSES.search(text):
            return Above(Stance.NEVER)
        if block.kind is BlockKind.BULLET:
            return self.read_bullet(index, block, text, above)
        below = self.read_paragraph(index, block, above)
        speaks_to_siblings = text.endswith(":") or below.coordinators
        if not block.marker and below != above and speaks_to_siblings:
            self.lead_ins[block.headings] = below
        return below

    def read_bullet(self, index: int, block: Block, text: str, above: Above) -> Above:
        roles = read_roles(text)
        if is_task(text, above.stance, roles, listed=above.listed):
            self.add(index, (block.start, block.end), text, roles, above)
        return _below_prose(text, roles, above)

    def read_paragraph(self, index: int, block: Block, above: Above) -> Above:
        """Every sentence by itself; the lead of the first task holds for the others."""
        current, below, first = above, above, True
        for number, span in enumerate(sentences(self.reading, block.start, block.end)):
            text = self.text(*span)
            if number and (lines := read_lines(text)) and self.fill(block, lines):
                continue
            roles = read_roles(text) if _may_tell(text, above.stance) else Roles()
            tells = is_task(text, above.stance, roles)
            if tells:
                self.add(index, span, text, roles, current)
            elif not (roles.names_only or is_fragment(text, roles)):
                roles = Roles()
            if first and roles.leads:
                current = replace(current, leads=roles.leads, coordinators=())
            if roles.holds_below and not text.endswith(":"):
                current = replace(current, coordinators=roles.coordinators)
            first = first and not tells
            below = _below_prose(text, roles, current)
        return below

    # --- drafts ---

    def add(self, index: int, span: tuple[int, int], text: str, roles: Roles, above: Above) -> None:
        if self.filling:  # the lines below the tasks before this one are complete
            self.first_open, self.filling = len(self.drafts), False
        self.drafts.append(draft_of(text, span, index, self.blocks[index].path, roles, above, self.year))

    def fill(self, block: Block, lines: list[Line]) -> bool:
        """Gives the values of labelled lines to the tasks that they stand below; false where there is none."""
        waiting = self.drafts[self.first_open :]
        own = [draft for draft in waiting if draft.block in block.headings[-1:]]
        item = [draft for draft in waiting if draft.path[: len(block.path)] == block.path]
        drafts = own or item or self.promoted_heading(block)
        for draft in drafts:
            for line in lines:
                draft.fill(line, default_year=self.year)
        self.filling = bool(drafts)
        return self.filling

    def promoted_heading(self, block: Block) -> list[Draft]:
        """A heading with nothing but labelled lines under it is itself the task: `1.1. Xây dựng quy chế …`."""
        if not block.headings:
            return []
        index = block.headings[-1]
        heading = self.blocks[index]
        above = self.above(heading)
        text = self.text(heading.start, heading.end)
        if heading.kind is not BlockKind.HEADING or above.stance < Stance.OPEN or not starts_with_action(text):
            return []
        self.add(index, (heading.start, heading.end), text, read_roles(text), above)
        return self.drafts[-1:]


def _may_tell(text: str, stance: Stance) -> bool:
    """False for most sentences of a report: without one of a few words nobody is told anything there."""
    return stance > Stance.REPORT or text.endswith(":") or TELLING.search(text.lower()) is not None


def _below_heading(text: str, above: Above) -> Above:
    stance = stance_below(text, above.stance)
    named = _HEADING_WORDS.sub("", text, count=1) if _HEADING_WORDS.match(text) else text
    roles = read_roles(named)
    if not roles.leads or roles.reports or is_act(text):
        return replace(above, stance=stance, listed=text.endswith(":") and starts_with_action(text))
    return Above(Stance.TASKS if stance is Stance.OPEN else stance, roles.leads, roles.coordinators)


def _below_prose(text: str, roles: Roles, above: Above) -> Above:
    """What a sentence or bullet says to the blocks below it."""
    if not text.endswith(":"):
        if not (roles.leads or above.listed):
            return above
        return replace(above, leads=roles.leads or above.leads, listed=False)
    if grants(text):
        return Above(Stance.NEVER)
    tells = roles.ordered or (roles.names_only and roles.leads)
    return Above(
        stance=Stance.TASKS if tells and above.stance is not Stance.NEVER else above.stance,
        leads=roles.leads or roles.directed or above.leads,
        coordinators=roles.coordinators or (() if roles.leads else above.coordinators),
        listed=not (roles.names_only or is_fragment(text, roles)),
    )
