"""What the address of the list of tasks asks for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from tiendo.ledger.selectors.agency_register import Agencies, agencies_at
from tiendo.ledger.selectors.document_register import ListedDocument, listed_documents
from tiendo.ledger.selectors.task_register import ListedTask, WantedTasks, listed_tasks, picked
from tiendo.ledger.selectors.tasks import Standing
from tiendo.web.pages import questions
from tiendo.web.pages.questions import WrongQuestion
from tiendo.web.pages.reading import Reading
from tiendo.web.pages.tasks.listing import Grouping, Names, View, in_order, is_in

ROLES = ("lead",)
"""What the agency that is asked for may be asked to be; otherwise it leads or helps."""


@dataclass(frozen=True, slots=True)
class Asked:
    """The tasks that the filters leave, those of the view in order, and how they are to be grouped."""

    wanted: WantedTasks
    view: View | None
    grouping: Grouping
    names: Names
    everything: tuple[ListedTask, ...]
    filtered: list[ListedTask]
    shown: list[ListedTask]


def asked_of(reading: Reading) -> Asked:
    """The tasks that the address asks for; raises `WrongQuestion`."""
    on = reading.as_of or reading.today
    agencies = agencies_at(reading.known)
    documents = {one.root: one for one in listed_documents(reading.viewer, reading.known)}
    names = Names(agencies, documents, on)
    wanted = _wanted(reading, names)
    view = questions.choice(reading.request, "view", tuple(View))
    grouping = questions.choice(reading.request, "by", tuple(Grouping))
    everything = listed_tasks(reading.viewer, reading.known, on=on)
    filtered = picked(everything, wanted)
    chosen = View(view) if view else None
    by = Grouping(grouping or Grouping.AGENCY)
    shown = in_order((one for one in filtered if is_in(chosen, one, on)), by, names)
    return Asked(wanted, chosen, by, names, everything, filtered, shown)


def _wanted(reading: Reading, names: Names) -> WantedTasks:
    request = reading.request
    state = questions.choice(request, "state", tuple(Standing))
    agency = known_agency(questions.code(request, "agency"), names.agencies, reading)
    return WantedTasks(
        agency=agency,
        leading=agency if questions.choice(request, "role", ROLES) else None,
        document=known_document(questions.number(request, "document"), names.documents),
        state=Standing(state) if state else None,
        first_day=questions.day(request, "from"),
        last_day=questions.day(request, "to"),
        words=questions.text(request, "q"),
    )


def known_agency(code: str | None, agencies: Agencies, reading: Reading) -> str | None:
    """The code, where the record knows it."""
    if code is not None and agencies.name(code, reading.today) is None:
        raise WrongQuestion(
            vi=f"Không có cơ quan nào mang mã {code!r}; hãy chọn cơ quan trong danh sách.",
            en=f"There is no agency {code!r}; choose one from the list.",
        )
    return code


def known_document(number: int | None, documents: Mapping[int, ListedDocument]) -> int | None:
    """The number, where the reader may see that document."""
    if number is not None and number not in documents:
        raise WrongQuestion(
            vi=f"Không có văn bản số {number}; hãy chọn văn bản trong danh sách.",
            en=f"There is no document {number}; choose one from the list.",
        )
    return number
