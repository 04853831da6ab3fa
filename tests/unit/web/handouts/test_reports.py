"""What a report is composed from: what the viewer may see, as it was known, with the entries that say so."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from tests.unit.ledger.samples import MORNING, document, moment, read, recorded, result, target, task
from tiendo.facts.errors import ReportRefused
from tiendo.facts.period import Period
from tiendo.ledger.actors import OPERATOR, PUBLIC
from tiendo.ledger.commands.publish import publish
from tiendo.ledger.commands.update_task import update_task
from tiendo.ledger.identity import number_key
from tiendo.ledger.models import Document, Observation, Target, Task, TaskState
from tiendo.ledger.selectors.viewing import Viewer, known_at, known_until
from tiendo.publishing.report.agreement import Agreement
from tiendo.publishing.report.compose import compose
from tiendo.publishing.report.model import Meaning, Sort
from tiendo.publishing.report.returned import Returned
from tiendo.publishing.report.stamp import sealed
from tiendo.web.handouts.report_agreement import agreement_of
from tiendo.web.handouts.reports import ReportAsked, basis_of, province

pytestmark = pytest.mark.django_db

QUARTER = ReportAsked(period=Period.parse("2022-Q1"), sort=Sort.QUARTER)


@pytest.fixture(autouse=True)
def record(db):
    """The reference lists of the product are in the record."""
    from tiendo.ledger.set_up import set_up

    set_up(MORNING - timedelta(days=1))


def plan(*facts, value="100", hours=0, before=None, file="a"):
    return recorded(document(read(target(value)), *facts, file=file * 64), hours=hours, before=before)


def report(*facts, number="5/BC-UBND", issued=date(2022, 4, 5), file="c", hours=1):
    identity = number_key(number, 2022) + "20"
    return recorded(document(*facts, identity=identity, title=number, issued=issued, file=file * 64), hours=hours)


def basis(asked=QUARTER, actor=OPERATOR, known=None):
    return basis_of(asked, Viewer(actor), known or known_at(), at=moment(100))


def figures(made):
    return {figure.binding.meaning: figure.binding for figure in sealed(compose(made)).figures}


def test_a_figure_names_the_entries_that_say_it():
    plan()
    report(read(result("30")))
    bound = figures(basis())
    assert bound[Meaning.RESULT].entries == (Observation.objects.get().id,)
    assert bound[Meaning.PLAN_PERCENT].entries == (Observation.objects.get().id, Target.objects.get().id)
    assert bound[Meaning.RESULT].address == "/indicators/budget_revenue"


def test_the_public_gets_a_report_of_what_is_published_alone():
    plan()
    report(read(result("30")))
    with pytest.raises(ReportRefused, match="no result for Q1 2022"):
        basis(actor=PUBLIC)
    published = Document.objects.get(title="5/BC-UBND").root
    publish(subject=published, by=OPERATOR, at=moment(50), why="")
    shown = basis(actor=PUBLIC)
    assert [row.indicator.id for row in shown.board.unplanned] == ["budget_revenue"]
    assert shown.board.rows == ()


def test_a_report_of_a_past_state_is_that_of_then():
    first = plan()
    report(read(result("30")))
    then = known_at()
    before = basis(known=then)
    plan(value="110", hours=30, before=first, file="b")
    assert basis(known=known_until(then.horizon)) == before
    assert compose(basis()) != compose(before)
    assert before.stamp.seal == then.seal.hex()


def test_tasks_stand_as_they_were_at_the_end_of_the_period():
    plan(read(task("Lập quy hoạch tỉnh.", start=20)), read(task("Mở rộng cửa khẩu.", start=60)))
    report(read(result("30")), read(task("Việc của quý II.", start=40)), issued=date(2022, 3, 25))
    first, second, _ = Task.objects.order_by("id").values_list("root", flat=True)
    for root, day in ((first, date(2022, 3, 31)), (second, date(2022, 4, 1))):
        update_task(
            task=root, on=day, state=TaskState.DONE, note="xong", by=OPERATOR, at=moment(60), why=""
        )  # fmt: skip
    assert [(one.quote, one.standing.value) for one in basis().tasks] == [
        ("Lập quy hoạch tỉnh.", "done"),
        ("Mở rộng cửa khẩu.", "open"),
        ("Việc của quý II.", "open"),
    ]


def test_a_document_of_later_gives_no_tasks_and_no_ground():
    plan()
    report(read(result("30")), issued=None)
    later = document(
        read(target("200", "2030", start=0)), read(task("Việc của năm sau.", start=30)), title="23/KH-UBND",
        identity=number_key("23/KH-UBND", 2023) + "20", issued=date(2023, 1, 26), file="d" * 64,
    )  # fmt: skip
    recorded(later, hours=3)
    made = basis()
    assert made.tasks == ()
    assert [text.runs[0].text for text in compose(made).grounds] == ["Căn cứ văn bản số 1/NQ-HĐND ngày 10/12/2021."]


def test_an_agency_is_known_by_its_code_and_reports_its_own():
    plan()
    report(read(result("30")))
    owner = basis().board.rows[0].indicator.owner
    asked = replace(QUARTER, sort=Sort.AGENCY, agency=owner)
    assert [row.indicator.owner for row in basis(asked).board.rows] == [owner]
    with pytest.raises(ReportRefused, match="no agency with the code"):
        basis(replace(asked, agency="so-phep-thuat"))
    with pytest.raises(ReportRefused, match="needs its code"):
        basis(replace(asked, agency=None))


def agreement(kept):
    found = agreement_of(Returned(sealed=kept), Viewer(OPERATOR), known_at(), at=moment(200))
    return found, {one.figure.binding.meaning: one.agreement for one in found.figures}


def test_a_report_is_compared_with_the_record_of_now():
    first = plan()
    report(read(result("30")))
    kept = sealed(compose(basis()))
    found, _ = agreement(kept)
    assert found.holds

    plan(value="110", hours=30, before=first, file="b")
    found, by_meaning = agreement(kept)
    assert not found.holds
    assert by_meaning[Meaning.TARGET] is Agreement.CHANGED
    assert by_meaning[Meaning.RESULT] is Agreement.AGREES
    assert by_meaning[Meaning.PLAN_PERCENT] is Agreement.CHANGED


def test_a_report_whose_state_this_record_never_had_does_not_hold():
    plan()
    report(read(result("30")))
    kept = sealed(compose(basis()))
    for stamp in (
        replace(kept.stamp, seal="00" * 32),
        replace(kept.stamp, horizon=kept.stamp.horizon + 1_000_000),
        replace(kept.stamp, horizon=-5),
    ):
        found, _ = agreement(replace(kept, stamp=stamp))
        assert not found.is_of_this_record
        assert not found.holds


def test_a_record_of_no_province_asks_for_settings(settings, tmp_path):
    with pytest.raises(ReportRefused, match="set TIENDO_REPORT_SETTINGS"):
        province(None, date(2022, 3, 31), "vi")
    names = tmp_path / "tinh.yaml"
    names.write_text("issuer: ỦY BAN NHÂN DÂN TỈNH MẪU\n", encoding="utf-8")
    settings.TIENDO = replace(settings.TIENDO, report_settings=names)
    assert province(None, date(2022, 3, 31), "vi").issuer == "ỦY BAN NHÂN DÂN TỈNH MẪU"
