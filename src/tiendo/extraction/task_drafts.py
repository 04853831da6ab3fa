"""Tasks while they are being read: lines below them may still fill their fields; then they become records."""

from __future__ import annotations

import re
from dataclasses import dataclass

from tiendo.extraction.deadlines import Deadline, deadline_in, deadline_in_cell
from tiendo.extraction.doubts import Doubt
from tiendo.extraction.sections import Stance
from tiendo.extraction.task_lines import Field, Line, bodies_of
from tiendo.extraction.task_roles import Roles, topic_end
from tiendo.facts.records import Task

# How much surer the reader would be without each doubt; a record without doubt has confidence 1.
_WEIGHTS = {
    Doubt.NO_LEAD: 0.1,
    Doubt.LEAD_FROM_HEADING: 0.05,
    Doubt.SOFT_ACTION: 0.1,
    Doubt.SECTION_UNCLEAR: 0.25,
    Doubt.DEADLINE_LOOSE: 0.1,
}
# Verbs of effort, of which nobody can show that they were done (language.md 8.3).
_SOFT = re.compile(
    r"(?:đẩy mạnh|tăng cường|tiếp tục|quan tâm|chú trọng|tập trung|nâng cao|từng bước|phát huy|tích cực|chủ động"
    r"|thường xuyên|kịp thời|khuyến khích|tạo điều kiện|ưu tiên|duy trì|đổi mới)(?!\w)",
    re.IGNORECASE,
)
_CHECKABLE = re.compile(
    r"\d|(?<!\w)(?:ban hành|trình|phê duyệt|thành lập|khởi công|hoàn thành|bàn giao|báo cáo)(?!\w)", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Above:
    """What holds for a block because of the headings and lead-ins above it.

    `listed` is true below a lead-in that ends in a colon: plain nouns may follow, which are no tasks.
    """

    stance: Stance = Stance.OPEN
    leads: tuple[str, ...] = ()
    coordinators: tuple[str, ...] = ()
    listed: bool = False


@dataclass(slots=True)
class Draft:
    """A task whose fields the lines below it may still fill. `block` is the index of its block."""

    block: int
    start: int
    end: int
    path: tuple[str, ...]
    leads: tuple[str, ...]
    coordinators: tuple[str, ...]
    deadline: Deadline | None
    lead_inherited: bool
    section_unclear: bool
    soft: bool

    def fill(self, line: Line, *, default_year: int | None) -> None:
        """Takes over what a labelled line says."""
        if line.field is Field.LEAD and (bodies := bodies_of(line.value)):
            self.leads, self.lead_inherited = bodies, False
        elif line.field is Field.COORDINATORS and (bodies := bodies_of(line.value)):
            self.coordinators = bodies
        elif line.field is Field.DEADLINE and (period := deadline_in_cell(line.value, default_year=default_year)):
            self.deadline = Deadline(period, loose=False)

    def doubts(self) -> list[Doubt]:
        """Why the record may be wrong or incomplete."""
        found = {
            Doubt.NO_LEAD: not self.leads,
            Doubt.LEAD_FROM_HEADING: bool(self.leads) and self.lead_inherited,
            Doubt.SECTION_UNCLEAR: self.section_unclear,
            Doubt.SOFT_ACTION: self.soft and self.deadline is None,
            Doubt.DEADLINE_LOOSE: self.deadline is not None and self.deadline.loose,
        }
        return [doubt for doubt, holds in found.items() if holds]

    def task(self, text: str) -> Task:
        """The record; `text` is that of the document."""
        doubts = self.doubts()
        return Task(
            start=self.start,
            end=self.end,
            quote=text[self.start : self.end],
            provision=self.path,
            confidence=round(1 - sum(_WEIGHTS[doubt] for doubt in doubts), 2),
            doubts=tuple(doubt.value for doubt in doubts),
            lead=self.leads,
            coordinators=self.coordinators,
            deadline=self.deadline.period if self.deadline else None,
        )


def draft_of(
    sentence: str,
    span: tuple[int, int],
    block: int,
    path: tuple[str, ...],
    roles: Roles,
    above: Above,
    year: int | None,
) -> Draft:
    """The draft of a sentence or bullet with its own roles and those that hold for it; `year` is the document's."""
    leads = roles.leads or above.leads or roles.directed
    inherited = () if roles.leads else above.coordinators
    coordinators = tuple(dict.fromkeys((*inherited, *roles.coordinators)))
    action = sentence[topic_end(sentence) :]
    return Draft(
        block=block,
        start=span[0],
        end=span[1],
        path=path,
        leads=leads,
        coordinators=tuple(name for name in coordinators if name not in leads),
        deadline=deadline_in(action, default_year=year),
        lead_inherited=not roles.leads and bool(above.leads),
        section_unclear=above.stance is not Stance.TASKS and not roles.ordered,
        soft=_SOFT.match(action, roles.end) is not None and _CHECKABLE.search(action) is None,
    )
