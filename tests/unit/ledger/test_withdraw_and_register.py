from __future__ import annotations

from datetime import date

import pytest

from tests.unit.ledger.samples import document, moment, read, recorded, target, task
from tiendo.facts.errors import InvalidChange, NoSuchEntry, NotPermitted
from tiendo.ledger.actors import OPERATOR, Actor, GrantedRole
from tiendo.ledger.chain import head
from tiendo.ledger.commands.publish import publish
from tiendo.ledger.commands.register_document import register_document
from tiendo.ledger.commands.withdraw_document import withdraw_document
from tiendo.ledger.models import Document, Fact, Publication, Registration, Role, Target, Task
from tiendo.ledger.standing import FOREVER

pytestmark = pytest.mark.django_db

OFFICER = Actor("officer", (GrantedRole(Role.OFFICER),))


def standing(model):
    return list(model.objects.standing(FOREVER).order_by("id"))


def test_a_withdrawn_document_takes_along_what_counts_and_the_past_keeps_it():
    done = recorded(document(read(target("100")), read(task("làm đường", start=40))))
    publish(subject=done.root, by=OPERATOR, at=moment(1), why="")
    early = head().entry
    withdraw_document(document=done.root, by=OPERATOR, at=moment(2), why="văn bản bị thu hồi")
    assert [standing(model) for model in (Document, Fact, Target, Task, Publication)] == [[]] * 5
    assert Target.objects.standing(early).count() == 1


def test_a_withdrawn_document_can_be_taken_in_again_as_a_new_one():
    first = recorded(document(read(target("100"))))
    withdraw_document(document=first.root, by=OPERATOR, at=moment(1), why="nhầm")
    again = recorded(document(read(target("100"))), hours=2)
    assert again.root != first.root
    assert len(standing(Target)) == 1


def test_nothing_is_withdrawn_without_a_reason_or_the_role():
    done = recorded(document(read(target("100"))))
    with pytest.raises(InvalidChange):
        withdraw_document(document=done.root, by=OPERATOR, at=moment(1), why=" ")
    with pytest.raises(NotPermitted):
        withdraw_document(document=done.root, by=OFFICER, at=moment(1), why="không thích")
    with pytest.raises(NoSuchEntry):
        withdraw_document(document=1, by=OPERATOR, at=moment(1), why="không có")


def test_incoming_documents_are_numbered_within_the_year():
    roots = [recorded(document(identity=f"title:{number}")).root for number in range(3)]
    for root in roots[:2]:
        register_document(document=root, direction="incoming", fields={}, by=OFFICER, at=moment(1))
    later = moment(24 * 400)
    register_document(document=roots[2], direction="incoming", fields={}, by=OFFICER, at=later)
    assert [one.arrival_number for one in standing(Registration)] == ["26-1", "26-2", "27-1"]


def test_a_registration_is_corrected_and_keeps_its_number():
    root = recorded(document()).root
    for day in (4, 5):
        fields = {"arrival_date": date(2026, 1, day), "to_places": "Phòng Tổng hợp"}
        register_document(document=root, direction="incoming", fields=fields, by=OFFICER, at=moment(day))
    (one,) = standing(Registration)
    assert (one.arrival_number, str(one.arrival_date)) == ("26-1", "2026-01-05")
    assert Registration.objects.count() == 2


@pytest.mark.parametrize(
    ("direction", "fields"),
    [
        ("incoming", {"priority": 1}),
        ("outgoing", {"arrival_number": "7"}),
        ("sideways", {}),
        ("incoming", {"to_places": "x" * 1001}),
    ],
)
def test_what_the_register_does_not_have_is_refused(direction, fields):
    root = recorded(document()).root
    with pytest.raises(InvalidChange):
        register_document(document=root, direction=direction, fields=fields, by=OFFICER, at=moment(1))
