from __future__ import annotations

from itertools import permutations

import pytest

from tests.spec.checks.audit import audit, plan, report, sources_of
from tests.unit.verification.samples import record
from tiendo.facts.findings import Severity, Verdict
from tiendo.verification import CHECKS, Audited, Source, verify

REPORT = report(
    "Trồng rừng mới 2.530 ha, bằng 21,8% kế hoạch.",
    "Thu ngân sách nhà nước trên địa bàn đạt 2.202,4 tỷ đồng, bằng 28,1% dự toán, gồm: thu nội địa 602,4 tỷ đồng, "
    "thu từ hoạt động xuất nhập khẩu 1.600 tỷ đồng.",
    "Tỷ lệ che phủ rừng đạt 163,5%.",
)
RESOLUTION = plan("Trồng rừng mới 9.000 ha.", "Tổng thu ngân sách nhà nước trên địa bàn đạt 7.850 tỷ đồng.")
LAST_YEAR = report("Trồng rừng mới 2.100 ha.", time="quý I năm 2021", day="05/4/2021")
DOCUMENTS = {"bao-cao.txt": REPORT, "nghi-quyet.txt": RESOLUTION, "2021.txt": LAST_YEAR}


@pytest.fixture(scope="module")
def sources():
    return sources_of(DOCUMENTS)


def test_the_ids_of_the_checks_are_distinct_and_each_names_its_rule():
    assert len({check.id for check in CHECKS}) == len(CHECKS) == 11
    for check in CHECKS:
        assert check.name.vi != check.name.en
        assert len(check.rule.vi) > len(check.name.vi)
        assert len(check.rule.en) > len(check.name.en)


def test_a_broken_relation_is_found_with_its_working_and_the_likely_slip(sources):
    (finding,) = (one for one in verify(sources, only=["plan-percent"]) if one.verdict is Verdict.INCONSISTENT)
    assert finding.severity is Severity.HIGH
    assert [(place.document, place.quote) for place in finding.places] == [
        ("bao-cao.txt", "2.530 ha"),
        ("nghi-quyet.txt", "9.000 ha"),
        ("bao-cao.txt", "21,8%"),
    ]
    assert finding.working
    assert finding.suggestions[0].likely == "28,1%"


def test_the_places_of_a_finding_are_where_its_quotes_stand(sources):
    for finding in verify(sources, with_consistent=True):
        for place in finding.places:
            assert DOCUMENTS[place.document][place.start : place.end] == place.quote


def test_the_interval_of_a_finding_is_in_the_unit_of_the_claimed_number(sources):
    (finding,) = (one for one in verify(sources, only=["plan-percent"]) if one.verdict is Verdict.INCONSISTENT)
    assert float(finding.computed.low) == pytest.approx(28.1056, abs=1e-4)
    assert float(finding.computed.high) == pytest.approx(28.1167, abs=1e-4)
    assert (float(finding.claimed.low), float(finding.claimed.high)) == (21.75, 21.85)


def test_consistent_findings_are_told_on_demand_only(sources):
    quiet, all_of_them = verify(sources), verify(sources, with_consistent=True)
    assert {one.verdict for one in quiet} == {Verdict.INCONSISTENT}
    assert set(quiet) < set(all_of_them)
    assert {one.verdict for one in all_of_them} == {Verdict.INCONSISTENT, Verdict.CONSISTENT}


def test_only_the_checks_asked_for_report(sources):
    assert {one.check for one in verify(sources, with_consistent=True)} > {"sums"}
    assert {one.check for one in verify(sources, only=["sums"], with_consistent=True)} == {"sums"}


def test_the_suggestion_is_the_same_when_one_check_only_reports(sources):
    whole = [one for one in verify(sources) if one.check == "plan-percent"]
    assert list(verify(sources, only=["plan-percent"])) == whole


def test_findings_stand_in_the_order_of_the_documents_and_their_text(sources):
    order = [source.document for source in sources]
    firsts = [
        min((order.index(place.document), place.start) for place in one.places)
        for one in verify(sources, with_consistent=True)
    ]
    assert firsts == sorted(firsts)


@pytest.mark.parametrize("order", list(permutations(range(len(DOCUMENTS)))))
def test_the_order_of_the_documents_changes_no_finding(sources, order):
    """Required of the product."""
    arranged = [sources[place] for place in order]
    assert set(verify(arranged, with_consistent=True)) == set(verify(sources, with_consistent=True))


def test_auditing_twice_gives_the_same():
    assert audit(DOCUMENTS) == audit(DOCUMENTS)


def test_nothing_is_audited_without_documents():
    assert verify([]) == ()
    assert verify([Source(document="leer.txt", facts=())], with_consistent=True) == ()


# --- scaling and widening, from the text on ---

PARTS = [((450, 800), 1250), ((450, 800), 1290), ((7, 9, 30), 46), ((7, 9, 30), 64), ((1, 2), 9)]


def with_amounts(values: tuple[int, ...], total: int, unit: str, factor: int, words: str) -> str:
    """A total with parts in a unit; all numbers times `factor`, with dots."""
    names = ("vốn ngân sách", "vốn vay", "vốn dân đóng góp")
    printed = [f"{value * factor:,}".replace(",", ".") for value in (*values, total)]
    parts = ", ".join(f"{name} {value} {unit}" for name, value in zip(names, printed[:-1], strict=False))
    return report(f"Tổng vốn huy động đạt {printed[-1]} {unit}, {words}: {parts}.")


@pytest.mark.parametrize(
    ("words", "values", "total"),
    [(words, values, total) for words in ("gồm", "trong đó") for values, total in PARTS],
)
def test_the_same_amounts_in_another_unit_have_the_same_verdict(values, total, words):
    """Required of the product. The totals are right to the last digit, or wrong by far more than rounding."""
    large, small = (
        audit({"a.txt": with_amounts(values, total, unit, factor, words)})
        for unit, factor in (("tỷ đồng", 1), ("triệu đồng", 1000))
    )
    assert large
    assert [(one.check, one.verdict) for one in large] == [(one.check, one.verdict) for one in small]


@pytest.mark.parametrize(
    ("precise", "wider"),
    [
        ("đạt 28,11% kế hoạch (kế hoạch 9.000 ha)", "đạt 28,1% kế hoạch (kế hoạch 9.000 ha)"),
        ("đạt 28,1% kế hoạch (kế hoạch 9.000 ha)", "đạt 28% kế hoạch (kế hoạch 9.000 ha)"),
        ("đạt 28,1% kế hoạch (kế hoạch 9.000 ha)", "đạt khoảng 28,1% kế hoạch (kế hoạch 9.000 ha)"),
        ("tăng 10,0% so với cùng kỳ (cùng kỳ 2.300 ha)", "tăng 10% so với cùng kỳ (cùng kỳ 2.300 ha)"),
        ("gồm: keo 2.000,4 ha, hồi 529,6 ha", "gồm: keo 2.000 ha, hồi 530 ha"),
        ("gồm: keo 2.000 ha, hồi 530 ha", "gồm: keo 2.000 ha, hồi khoảng 530 ha"),
        ("gồm: keo 2.000 ha, hồi 530 ha", "gồm: keo 2.000 ha, hồi 520 - 540 ha"),
    ],
)
def test_a_number_printed_with_more_room_contradicts_nothing_that_held(precise, wider):
    """Required of the product."""
    before, after = (audit({"a.txt": report(f"Trồng rừng mới 2.530 ha, {words}.")}) for words in (precise, wider))
    assert Verdict.CONSISTENT in {one.verdict for one in before}
    assert Verdict.INCONSISTENT not in {one.verdict for one in before}
    assert Verdict.INCONSISTENT not in {one.verdict for one in after}
    assert Verdict.CONSISTENT in {one.verdict for one in after}


# --- records that were not read from a text ---


def of_records(*records: object, indicator: str = "domestic_revenue") -> Source:
    """A source as another program makes it: records only, no relations, no places of what compares them."""
    return Source(document="ghi-chep.jsonl", facts=tuple(Audited(one, indicator) for one in records), territory="20")


def test_records_without_relations_or_places_are_audited_too():
    result = record("Thu nội địa", 2202.4, plan_percent=28.1)
    target = record("Thu nội địa", 7850, start=100, kind="target", period="2022")
    (finding,) = verify([of_records(result, target)], with_consistent=True, only=["plan-percent"])
    assert finding.verdict is Verdict.CONSISTENT


def test_a_slip_in_such_records_is_found_and_its_number_named():
    result = record("Thu nội địa", 2202.4, plan_percent=21.8)
    target = record("Thu nội địa", 7850, start=100, kind="target", period="2022")
    (finding,) = verify([of_records(result, target)], only=["plan-percent"])
    assert finding.verdict is Verdict.INCONSISTENT
    assert (finding.suggestions[0].place.quote, finding.suggestions[0].likely) == ("21,8%", "28,1%")


@pytest.mark.parametrize(
    ("percent", "verdict"),
    [(-10, Verdict.CONSISTENT), (10, Verdict.INCONSISTENT), (-31, Verdict.INCONSISTENT)],
)
def test_the_two_ways_to_say_a_change_are_compared_in_such_records(percent, verdict):
    result = record("Thu nội địa", 540, yoy_percent=percent, yoy_change=-60)
    found = verify([of_records(result)], only=["year-on-year"], with_consistent=True)
    assert [one.verdict for one in found] == [verdict]


def test_such_records_of_two_reports_are_compared():
    early, late = record("Thu nội địa", 600), record("Thu nội địa", 510, period="2022-H1")
    sources = [
        Source(document=name, facts=(Audited(one, "domestic_revenue"),), territory="20", title=name)
        for name, one in (("quy-1.jsonl", early), ("6-thang.jsonl", late))
    ]
    (finding,) = verify(sources, only=["order"])
    assert finding.verdict is Verdict.INCONSISTENT


def test_a_record_that_no_indicator_matches_is_no_reason_to_fail():
    assert verify([of_records(record("Không rõ", 5), indicator="no-such-indicator")], with_consistent=True) == ()
