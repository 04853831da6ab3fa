"""Everything that stands in the record can be found, by those who may see it, and is gathered once for each change."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.unit.ledger.samples import document, moment, read, recorded, result, target, task
from tiendo.ledger.actors import OPERATOR, PUBLIC, Actor, GrantedRole
from tiendo.ledger.chain import recording
from tiendo.ledger.commands.publish import publish
from tiendo.ledger.commands.record_document import ReadFact, ReadProvision
from tiendo.ledger.commands.withdraw_document import withdraw_document
from tiendo.ledger.findable import Findable, Kind
from tiendo.ledger.models import IndicatorName, Role
from tiendo.ledger.selectors.searchable import LONGEST_OPENING, searchable_at, seen_by
from tiendo.ledger.selectors.viewing import Viewer, known_at, known_until

pytestmark = pytest.mark.django_db

TEXT = (
    "Điều 1. Mục tiêu\nTrồng thêm mận trên đất dốc.\n1. Chợ phiên\nMỗi xã có một chợ.\nĐiều 2. Tổ chức\n"
    + "sạp hàng " * 60
)


def _provision(path: tuple[str, ...], heading: str, *, below: str = "") -> ReadProvision:
    start = TEXT.index(heading)
    end = TEXT.index(below) if below else len(TEXT)
    return ReadProvision(path=path, heading=heading, start=start, end=end)


def _read(number: str = "15/NQ-HĐND", **more: object):
    work = ReadFact(
        record=task("Xây chợ phiên", start=30, lead="Sở Công Thương"),
        territory="20",
        lead_codes=("SCT",),
    )
    made = document(read(target("10")), work, title=number, subject="Về chợ phiên", identity=number, **more)
    return replace(
        made,
        text=TEXT,
        provisions=(
            _provision(("Điều 1",), "Mục tiêu", below="Điều 2"),
            _provision(("Điều 1", "1"), "Chợ phiên", below="Điều 2"),
            _provision(("Điều 2",), "Tổ chức"),
        ),
        register={**made.register, "type_name": "Nghị quyết", "organ_name": "Hội đồng nhân dân tỉnh Mẫu"},
    )


def _of(kind: Kind) -> list[Findable]:
    return [one for one in searchable_at(known_at()).everything if one.kind is kind]


def _seen(viewer: Viewer) -> set[str]:
    known = known_at()
    found = searchable_at(known)
    return {
        one.title
        for one, seen in zip(found.everything, seen_by(viewer, known, found), strict=True)
        if seen and one.version is not None
    }


def _granted(role: Role, agency: str | None = None, territory: str | None = None) -> Viewer:
    return Viewer(Actor("somebody", (GrantedRole(role, agency, territory),)))


def test_a_document_is_found_by_number_kind_year_and_subject() -> None:
    done = recorded(_read())

    (found,) = _of(Kind.DOCUMENT)

    assert (found.key, found.title, found.codes) == (str(done.root), "Nghị quyết 15/NQ-HĐND", ("15/NQ-HĐND",))
    assert {"Về chợ phiên", "Nghị quyết 2021"} <= set(found.names)
    assert found.place == ("Hội đồng nhân dân tỉnh Mẫu",)


def test_a_document_without_a_number_is_called_by_its_subject() -> None:
    recorded(replace(_read(), register={"type_name": "Báo cáo", "subject": "Tình hình " * 20}, title="Báo cáo"))

    (found,) = _of(Kind.DOCUMENT)

    assert found.title.startswith("Báo cáo: Tình hình")
    assert found.title.endswith("…")
    assert len(found.title) <= 81


def test_a_provision_says_its_own_words_up_to_the_next_one() -> None:
    done = recorded(_read())

    goal, market, last = _of(Kind.PROVISION)

    assert (goal.title, goal.context) == ("Mục tiêu", "Trồng thêm mận trên đất dốc.")
    assert market.place == ("Nghị quyết 15/NQ-HĐND", "Điều 1", "1")
    assert market.context == "Mỗi xã có một chợ."
    assert (market.document, market.start) == (done.root, TEXT.index("Chợ phiên"))
    assert len(last.context) <= LONGEST_OPENING + 1


def test_a_task_is_found_by_its_words_and_its_lead() -> None:
    recorded(_read())

    (found,) = _of(Kind.TASK)

    assert (found.title, found.context) == ("Xây chợ phiên", "Sở Công Thương")


def test_indicators_are_found_by_every_name_also_by_one_that_was_taught() -> None:
    with recording("test", by=OPERATOR.name, at=moment(1), why="") as recorder:
        recorder.add(IndicatorName, code="budget_revenue", name="thu của kho bạc")

    found = next(one for one in _of(Kind.INDICATOR) if one.key == "budget_revenue")

    assert "thu của kho bạc" in found.names
    assert found.english
    assert "budget_revenue" in found.codes


def test_agencies_are_found_by_their_abbreviations_and_committees_by_their_territory() -> None:
    found = {one.key: one for one in _of(Kind.AGENCY)}

    assert "Sở KH&ĐT" in found["SKHDT"].names
    assert "UBND tỉnh Lạng Sơn" in found["UBND-20"].names
    assert found["HDND-20"].title == "Hội đồng nhân dân tỉnh Lạng Sơn"
    assert found["UBND-183"].day is not None  # the districts are gone


def test_a_draft_is_found_by_those_who_may_read_it() -> None:
    recorded(_read())

    assert _seen(Viewer(PUBLIC)) == set()
    assert "Nghị quyết 15/NQ-HĐND" in _seen(Viewer(OPERATOR))
    assert "Nghị quyết 15/NQ-HĐND" in _seen(_granted(Role.OFFICER, None, "20"))
    assert _seen(_granted(Role.OFFICER, None, "04")) == set()


def test_whoever_reports_for_an_agency_finds_its_tasks_and_nothing_else_of_a_draft() -> None:
    recorded(_read())

    assert _seen(_granted(Role.REPORTER, "SCT", "20")) == {"Xây chợ phiên"}
    assert _seen(_granted(Role.REPORTER, "STC", "20")) == set()


def test_what_is_published_is_found_by_everybody() -> None:
    done = recorded(_read())
    publish(subject=done.root, by=OPERATOR, at=moment(1), why="")

    assert {"Nghị quyết 15/NQ-HĐND", "Chợ phiên", "Xây chợ phiên"} <= _seen(Viewer(PUBLIC))


def test_what_was_withdrawn_is_gone_and_still_stands_in_the_past() -> None:
    done = recorded(_read())
    before = known_at()
    withdraw_document(document=done.root, by=OPERATOR, at=moment(1), why="test")

    assert _of(Kind.DOCUMENT) == []
    assert _of(Kind.PROVISION) == []
    past = searchable_at(known_until(before.horizon)).everything
    assert [one.title for one in past if one.kind is Kind.DOCUMENT] == ["Nghị quyết 15/NQ-HĐND"]


def test_nothing_is_gathered_anew_where_nothing_of_it_changed() -> None:
    recorded(_read())
    before = searchable_at(known_at())
    publish(subject=before.everything[-1].document or 0, by=OPERATOR, at=moment(1), why="")
    with_results = document(read(result("5")), identity="other", title="16/BC", file="b" * 64)

    assert searchable_at(known_at()) is before
    recorded(with_results, hours=2)
    assert searchable_at(known_at()) is not before
