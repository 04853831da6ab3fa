from __future__ import annotations

from datetime import date

import pytest

from tests.unit.ledger.samples import citation, document, read, recorded, target
from tiendo.ledger.actors import OPERATOR, PUBLIC
from tiendo.ledger.identity import number_key
from tiendo.ledger.selectors.documents import document as shown_document
from tiendo.ledger.selectors.viewing import Viewer, known_at

pytestmark = pytest.mark.django_db


def numbered(number, year, *facts, place="20", hours=0):
    """A document of that number, in the record; its root."""
    identity = number_key(number, year) + place
    made = document(*facts, identity=identity, title=number, territory=place, file=f"{hours:064x}")
    return recorded(made, hours=hours).root


def seen(root, actor=OPERATOR):
    return shown_document(root, Viewer(actor), known_at())


def test_a_citation_finds_its_document_and_is_found_from_there():
    cited = numbered("62/NQ-HĐND", 2021, read(target("1")))
    citing = numbered("23/KH-UBND", 2022, read(citation("62/NQ-HĐND", date(2021, 12, 9))), hours=1)
    assert [one.document for one in seen(citing).citations] == [cited]
    assert seen(cited).cited_by == (citing,)


@pytest.mark.parametrize(
    ("held", "said", "found"),
    [
        ([("62/NQ-HĐND", 2021, "20")], None, True),  # no year is said
        ([("62/NQ-HĐND", 2020, "20")], date(2021, 1, 1), False),  # another year
        ([("62/NQ-HĐND", 2021, "01")], None, False),  # another province
        ([("62/NQ-HĐND", 2021, "VN")], None, True),  # the State
        ([("62/NQ-HĐND", 2021, "20"), ("62/NQ-HĐND", 2020, "20")], None, False),  # two: nothing is guessed
        ([], None, False),
    ],
)
def test_a_citation_means_one_document_or_none(held, said, found):
    roots = [numbered(number, year, place=place, hours=hour) for hour, (number, year, place) in enumerate(held)]
    citing = numbered("23/KH-UBND", 2022, read(citation("62/NQ-HĐND", said)), hours=9)
    assert [one.document for one in seen(citing).citations] == ([roots[0]] if found else [None])


def test_a_document_that_comes_later_is_found_by_the_citations_that_waited_for_it():
    citing = numbered("23/KH-UBND", 2022, read(citation("62/NQ-HĐND")))
    assert [one.document for one in seen(citing).citations] == [None]
    cited = numbered("62/NQ-HĐND", 2021, hours=1)
    assert [one.document for one in seen(citing).citations] == [cited]


def test_nobody_learns_of_a_draft_by_who_cites_it():
    from tests.unit.ledger.samples import moment
    from tiendo.ledger.commands.publish import publish

    cited = numbered("62/NQ-HĐND", 2021)
    citing = numbered("23/KH-UBND", 2022, read(citation("62/NQ-HĐND")), hours=1)
    publish(subject=cited, by=OPERATOR, at=moment(2), why="")
    assert seen(cited, PUBLIC).cited_by == ()
    publish(subject=citing, by=OPERATOR, at=moment(3), why="")
    assert seen(cited, PUBLIC).cited_by == (citing,)
