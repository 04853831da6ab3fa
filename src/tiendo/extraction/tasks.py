"""Extracts tasks: sentences and bullets that tell somebody to do something, with who leads and when it is due."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from tiendo.documents.model import Block, BlockKind, Document
from tiendo.extraction.deadlines import Deadline, deadline_in, deadline_in_cell
from tiendo.extraction.doubts import Doubt
from tiendo.extraction.sections import Stance, grants, stance_below, stance_of_paragraph
from tiendo.extraction.sentences import sentences
from tiendo.extraction.task_forms import is_fragment, is_task, starts_with_action
from tiendo.extraction.task_lines import Field, Line, bodies_of, read_lines
from tiendo.extraction.task_roles import Roles, read_roles, topic_end
from tiendo.facts.records import Task


@dataclass(frozen=True, slots=True)
class _Above:
    """What holds for a block because of the headings and lead-ins above it."""

    stance: Stance = Stance.OPEN
    leads: tuple[str, ...] = ()
    coordinators: tuple[str, ...] = ()
    listed: bool = False


@dataclass(slots=True)
class _Draft:
    """A task whose fields the lines below it may still fill."""

    block: int
    start: int
    end: int
    path: tuple[str, ...]
    leads: tuple[str, ...]
    coordinators: tuple[str, ...]
    deadline: Deadline | None
    doubts: list[Doubt] = field(default_factory=list)


def extract_tasks(document: Document, reading: str) -> list[Task]:
    """The tasks of `document` in order; `reading` is its reading copy."""
    return _Reader(document, reading).read()


class _Reader:
    """Walks the blocks with what the headings and lead-ins above them say."""

    def __init__(self, document: Document, reading: str) -> None:
        self.document = document
        self.blocks = document.blocks
        self.reading = reading
        period = document.metadata.period
        day = document.metadata.date
        self.default_year = period.year if period else day.year if day else None
        self.below: list[_Above] = []  # what holds below each block read so far
        self.lead_ins: dict[tuple[int, ...], _Above] = {}  # what a lead-in says to its later siblings
        self.drafts: list[_Draft] = []
        self.first_open = 0  # the first draft that labelled lines may still fill
        self.filling = False

    def read(self) -> list[Task]:
        for index, block in enumerate(self.blocks):
            above = self.above(block)
            self.below.append(self.read_block(index, block, above))
        return [self.task(draft) for draft in sorted(self.drafts, key=lambda draft: draft.start)]

    def above(self, block: Block) -> _Above:
        if block.headings in self.lead_ins:
            return self.lead_ins[block.headings]
        return self.below[block.headings[-1]] if block.headings else _Above()

    def text(self, start: int, end: int) -> str:
        return " ".join(self.reading[start:end].split())

    def read_block(self, index: int, block: Block, above: _Above) -> _Above:
        """Reads one block; returns what holds for the blocks below it."""
        text = self.text(block.start, block.end)
        match block.kind:
            case BlockKind.HEADING if not self.is_bare_task(index, text, above):
                return self.read_heading(text, above)
            case BlockKind.HEADING | BlockKind.PARAGRAPH | BlockKind.BULLET:
                return self.read_prose(index, block, text, above)
            case BlockKind.LEGAL_BASIS if text.endswith(":"):
                return self.read_prose(index, block, text, above)
            case BlockKind.CLOSING if text.endswith((".", "./.")):
                return self.read_prose(index, block, text, replace(above, stance=min(above.stance, Stance.REPORT)))
        return above

    # --- headings ---

    def read_heading(self, text: str, above: _Above) -> _Above:
        stance = stance_below(text, above.stance)
        roles = _heading_roles(text)
        if roles is None:
            return replace(above, stance=stance, listed=False)
        if stance is Stance.OPEN:
            stance = Stance.TASKS
        return _Above(stance, roles.leads or above.leads, roles.coordinators)

    def is_bare_task(self, index: int, text: str, above: _Above) -> bool:
        """A heading by its missing full stop that says what to do and has nothing under it."""
        following = self.blocks[index + 1 : index + 2]
        has_below = bool(following) and index in following[0].headings
        if has_below or not self.blocks[index].marker or text.isupper() or text.endswith(":"):
            return False
        roles = read_roles(text)
        return not roles.names_only and is_task(text, min(above.stance, Stance.TASKS), roles) and (
            roles.ordered or roles.acts or above.stance is Stance.TASKS
        )

    # --- prose ---

    def read_prose(self, index: int, block: Block, text: str, above: _Above) -> _Above:
        lines = read_lines(text)
        if lines and above.stance is not Stance.NEVER and self.fill(block, lines):
            return above
        stance = stance_of_paragraph(text, above.stance)
        above = replace(above, stance=stance)
        if block.kind is BlockKind.BULLET:
            return self.read_bullet(index, block, text, above)
        return self.read_paragraph(index, block, above)

    def read_bullet(self, index: int, block: Block, text: str, above: _Above) -> _Above:
        roles = read_roles(text)
        if is_task(text, above.stance, roles, listed=above.listed):
            self.add(index, block.start, block.end, text, roles, above)
        return self.after(text, roles, above)

    def read_paragraph(self, index: int, block: Block, above: _Above) -> _Above:
        current, below, led = above, above, False
        for number, (start, end) in enumerate(sentences(self.reading, block.start, block.end)):
            text = self.text(start, end)
            lines = read_lines(text) if number else []
            if lines and self.fill(block, lines):
                continue
            roles = read_roles(text)
            set_task = is_task(text, above.stance, roles)
            if set_task:
                self.add(index, start, end, text, roles, current)
            if not set_task and not is_fragment(text, roles) and not roles.names_only:
                roles = Roles()
            if roles.leads and current.leads == above.leads and not led:
                current = replace(current, leads=roles.leads, coordinators=())
            led = led or set_task
            if roles.holds_below and not text.endswith(":"):
                current = replace(current, coordinators=roles.coordinators)
            below = self.after(text, roles, current) if text.endswith(":") else current
        if not block.marker and (below.leads, below.coordinators) != (above.leads, above.coordinators):
            if self.text(block.start, block.end).endswith(":") or below.coordinators:
                self.lead_ins[block.headings] = below
        return below

    def after(self, text: str, roles: Roles, above: _Above) -> _Above:
        """What a block of prose says to the blocks below it."""
        if not text.endswith(":"):
            return replace(above, leads=roles.leads or above.leads, listed=False)
        if grants(text):
            return _Above(Stance.NEVER)
        stance = above.stance
        if roles.ordered or (roles.names_only and roles.leads):
            stance = Stance.TASKS if stance is not Stance.NEVER else stance
        return _Above(
            stance,
            roles.leads or roles.directed or above.leads,
            roles.coordinators or (() if roles.leads else above.coordinators),
            listed=not (is_fragment(text, roles) or roles.names_only),
        )

    # --- drafts ---

    def add(self, index: int, start: int, end: int, text: str, roles: Roles, above: _Above) -> None:
        if self.filling:  # the lines below the tasks before this one are complete
            self.first_open, self.filling = len(self.drafts), False
        own = roles.leads
        leads = own or above.leads or roles.directed
        coordinators = roles.coordinators if own else _union(above.coordinators, roles.coordinators)
        coordinators = tuple(name for name in coordinators if name not in leads)
        deadline = deadline_in(text[topic_end(text) :], default_year=self.default_year)
        doubts: list[Doubt] = []
        if not leads:
            doubts.append(Doubt.NO_LEAD)
        elif not own and not roles.directed:
            doubts.append(Doubt.LEAD_FROM_HEADING)
        if above.stance is not Stance.TASKS and not roles.ordered:
            doubts.append(Doubt.SECTION_UNCLEAR)
        self.drafts.append(_Draft(index, start, end, self.blocks[index].path, leads, coordinators, deadline, doubts))

    def fill(self, block: Block, lines: list[Line]) -> bool:
        """Gives the values of labelled lines to the tasks that they stand below; false where there is none."""
        drafts = [draft for draft in self.drafts[self.first_open :] if draft.path[: len(block.path)] == block.path]
        own = [draft for draft in drafts if draft.block in block.headings]
        drafts = own or drafts or self.promoted_heading(block)
        for draft in drafts:
            for line in lines:
                self.fill_field(draft, line)
        self.filling = bool(drafts)
        return self.filling

    def promoted_heading(self, block: Block) -> list[_Draft]:
        """A heading with nothing but labelled lines under it is itself the task: `1.1. Xây dựng quy chế …`."""
        if not block.headings:
            return []
        index = block.headings[-1]
        heading, above = self.blocks[index], self.above(self.blocks[index])
        text = self.text(heading.start, heading.end)
        if heading.kind is not BlockKind.HEADING or above.stance is Stance.NEVER or not starts_with_action(text):
            return []
        self.add(index, heading.start, heading.end, text, read_roles(text), above)
        return self.drafts[-1:]

    def fill_field(self, draft: _Draft, line: Line) -> None:
        match line.field:
            case Field.LEAD:
                draft.leads = bodies_of(line.value) or draft.leads
                draft.doubts = [d for d in draft.doubts if d not in (Doubt.NO_LEAD, Doubt.LEAD_FROM_HEADING)]
            case Field.COORDINATORS:
                draft.coordinators = bodies_of(line.value) or draft.coordinators
            case Field.DEADLINE:
                period = deadline_in_cell(line.value, default_year=self.default_year)
                draft.deadline = Deadline(period, loose=False) if period else draft.deadline
            case Field.OTHER:
                pass

    def task(self, draft: _Draft) -> Task:
        if draft.deadline is not None and draft.deadline.loose:
            draft.doubts.append(Doubt.DEADLINE_LOOSE)
        return Task(
            start=draft.start,
            end=draft.end,
            quote=self.document.text[draft.start : draft.end],
            provision=draft.path,
            confidence=0.9,
            doubts=tuple(doubt.value for doubt in draft.doubts),
            lead=draft.leads,
            coordinators=draft.coordinators,
            deadline=draft.deadline.period if draft.deadline else None,
        )


def _union(first: tuple[str, ...], second: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*first, *second)))


def _heading_roles(text: str) -> Roles | None:
    """The bodies that a heading names: `2.4. Sở Giao thông vận tải`, `Trách nhiệm của Sở Y tế`."""
    import re
    stripped = re.sub(r"^(?:trách nhiệm(?: thực hiện)?(?: của)?|nhiệm vụ của|đối với|phân công|giao)\s+(?=\w)", "", text, flags=re.I)
    roles = read_roles(stripped)
    return roles if roles.leads and (roles.names_only or roles.acts or roles.ordered) else None
