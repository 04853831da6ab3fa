"""The desk of a reviewer: decisions are recorded with who and why, can be taken back, and lead to the next fact."""

from __future__ import annotations

import json

import pytest
from django.test import Client

from tests.integration.record.texts import resolution
from tests.integration.web.reviewing import browser_of, fact, page_of, taken_in, waiting_root
from tests.unit.ledger.samples import moment
from tiendo.facts.exchange import record_from_json
from tiendo.ledger.actors import OPERATOR
from tiendo.ledger.commands.review_fact import accept_fact
from tiendo.ledger.models import Act, Fact, IndicatorName, ReviewDecision, Target
from tiendo.ledger.set_up import set_up
from tiendo.ledger.standing import FOREVER

pytestmark = pytest.mark.django_db

IN_PLACE = {"headers": {"HX-Request": "true"}}


@pytest.fixture(autouse=True)
def record(db):
    set_up()


@pytest.fixture
def document(tmp_path) -> int:
    return taken_in(tmp_path, "nghi-quyet.txt", resolution())


@pytest.fixture
def officer() -> Client:
    return browser_of("officer", "officer", territory="20")


def last_act() -> Act:
    return Act.objects.exclude(command="record_findings").order_by("-number").first()


def sent(root: int, **more) -> dict:
    return {"expected": fact(root).id, **more}


def test_an_accepted_fact_counts_and_the_record_says_who_and_why(document, officer):
    root = waiting_root()
    answer = officer.post(f"/documents/{document}/facts/{root}/accept", sent(root, why="đã đối chiếu bản giấy"))
    assert answer.status_code == 302
    assert fact(root).state == "accepted"
    assert (last_act().command, last_act().by, last_act().why) == ("accept_fact", "officer", "đã đối chiếu bản giấy")


def test_a_decision_without_a_written_reason_gets_the_usual_one(document, officer):
    root = waiting_root()
    officer.post(f"/documents/{document}/facts/{root}/reject", sent(root))
    assert (fact(root).state, last_act().why) == ("rejected", "Văn bản không nói như vậy")


def test_the_next_fact_that_waits_comes_at_once(tmp_path, officer):
    more = "4. Tổng tiền góp quỹ múa sư tử năm 2022 đạt 41 tỷ đồng.\nĐiều 2."
    document = taken_in(tmp_path, "nghi-quyet.txt", resolution().replace("Điều 2.", more))
    first, second = Fact.objects.standing(FOREVER).filter(state="waiting").order_by("start")
    answer = officer.post(f"/documents/{document}/facts/{first.root}/accept", sent(first.root), **IN_PLACE)
    page = page_of(answer)
    assert "<html" not in page
    assert "Còn 1 mục chờ duyệt" in page
    assert f"/facts/{second.root}/accept" in page
    assert json.loads(answer["HX-Trigger-After-Swap"])["announce"].startswith("Đã nhận")
    assert answer["HX-Replace-Url"].endswith(f"?fact={second.root}")


def test_after_the_last_one_the_numbers_are_checked_again(document, officer):
    root = waiting_root()
    page = page_of(officer.post(f"/documents/{document}/facts/{root}/accept", sent(root), **IN_PLACE))
    assert "Còn 0 mục chờ duyệt" in page
    assert "Văn bản này đã duyệt xong" in page
    assert "Đã kiểm tra lại" in page_of(officer.post(f"/documents/{document}/review/check", follow=True))


@pytest.mark.parametrize(
    ("fields", "shown"),
    [
        ({"to-low": "12,5", "to-high": "12,5"}, ("12.5", "12.5", "VND", 9)),
        ({"to-unit": "triệu đồng"}, ("9", "9", "VND", 6)),
    ],
)
def test_a_correction_is_what_people_write(document, officer, fields, shown):
    root = waiting_root()
    page = officer.get(f"/documents/{document}/review?fact={root}")
    form = page.context["desk"].correction
    filled = {f"to-{name}": value for name, value in form.initial.items() if value is not False}
    expected = list(shown)
    if expected[0] == "9":
        expected[0] = expected[1] = str(record_from_json(fact(root).record).quantity.low)
    officer.post(f"/documents/{document}/facts/{root}/correct", sent(root, **{**filled, **fields}))
    quantity = record_from_json(fact(root).record).quantity
    told = [str(quantity.low), str(quantity.high), quantity.unit.measure, quantity.unit.multiplier]
    assert told == expected
    assert (fact(root).reader_version, last_act().command) == ("person", "correct_fact")


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"to-low": "mười"}, "Không phải là số"),
        ({"to-period": "quý năm"}, "quý năm"),
        ({"to-low": "99", "to-high": "1"}, "Cận dưới 99 lớn hơn cận trên 1."),
    ],
)
def test_a_correction_that_does_not_fit_comes_back_with_what_is_wrong(document, officer, fields, said):
    root = waiting_root()
    form = officer.get(f"/documents/{document}/review?fact={root}").context["desk"].correction
    filled = {f"to-{name}": value for name, value in form.initial.items() if value is not False}
    before = Act.objects.count()
    for how in ({}, IN_PLACE):
        answer = officer.post(f"/documents/{document}/facts/{root}/correct", sent(root, **{**filled, **fields}), **how)
        assert answer.status_code == 200
        assert said in page_of(answer)
    assert Act.objects.count() == before


def test_an_indicator_is_found_without_diacritics_and_its_name_is_remembered(document, officer):
    root = waiting_root()
    names = page_of(officer.get(f"/documents/{document}/facts/{root}/names?find=thu noi dia", **IN_PLACE))
    assert 'value="domestic_revenue"' in names
    officer.post(f"/documents/{document}/facts/{root}/choose", sent(root, indicator="domestic_revenue", remember="yes"))
    assert (fact(root).indicator, fact(root).state) == ("domestic_revenue", "accepted")
    assert IndicatorName.objects.standing(FOREVER).count() == 1
    assert Target.objects.standing(FOREVER).filter(indicator="domestic_revenue").count() == 1


def test_an_indicator_that_is_not_there_is_refused_in_words(document, officer):
    root = waiting_root()
    answer = officer.post(f"/documents/{document}/facts/{root}/choose", sent(root, indicator="<b>"), **IN_PLACE)
    assert fact(root).state == "waiting"
    assert "Danh mục không có chỉ tiêu" in json.loads(answer["HX-Trigger-After-Swap"])["announce"]


def test_an_indicator_is_made_where_the_catalogue_has_none(document, officer):
    root = waiting_root()
    form = officer.get(f"/documents/{document}/review?fact={root}").context["desk"].making
    filled = {f"new-{name}": value for name, value in form.initial.items()}
    address = f"/documents/{document}/facts/{root}/make"
    missing = officer.post(address, sent(root, **filled), **IN_PLACE)
    assert "Chưa lưu được" in json.loads(missing["HX-Trigger-After-Swap"])["announce"]
    assert fact(root).state == "waiting"
    filled |= {
        "new-name_en": "Lanterns",
        "new-owner": "STC",
        "new-definition": "Bịa ra để thử.",
        "new-sector": "budget",
    }
    assert officer.post(address, sent(root, **filled)).status_code == 302
    assert (fact(root).state, fact(root).indicator) == ("accepted", filled["new-id"])
    assert last_act().command == "make_indicator"


def test_the_last_decision_is_taken_back_and_both_stay_in_the_record(document, officer):
    root = waiting_root()
    officer.post(f"/documents/{document}/facts/{root}/accept", sent(root))
    decision = ReviewDecision.objects.get().root
    answer = officer.post(f"/documents/{document}/review/undo", {"decision": decision}, follow=True)
    assert "Đã hoàn tác" in page_of(answer)
    assert fact(root).state == "waiting"
    assert ReviewDecision.objects.filter(root=decision).count() == 2
    assert officer.post(f"/documents/{document}/review/undo", {"decision": decision}).status_code == 404


def test_nobody_takes_back_what_another_one_decided(document, officer):
    root = waiting_root()
    officer.post(f"/documents/{document}/facts/{root}/accept", sent(root))
    decision = ReviewDecision.objects.get().root
    other = browser_of("other", "officer", territory="20")
    assert other.post(f"/documents/{document}/review/undo", {"decision": decision}).status_code == 404
    assert fact(root).state == "accepted"


def test_who_was_slower_is_told_and_nothing_is_written_over(document, officer):
    root = waiting_root()
    seen = sent(root)
    accept_fact(fact=root, by=OPERATOR, at=moment(1))
    officer.post(f"/documents/{document}/facts/{root}/reject", seen)
    assert fact(root).state == "accepted"


@pytest.mark.parametrize("what", ["accept", "reject", "correct", "choose"])
def test_only_those_who_may_review_decide(document, what):
    root = waiting_root()
    address = f"/documents/{document}/facts/{root}/{what}"
    for reader in (browser_of("nobody"), browser_of("elsewhere", "officer", territory="04")):
        assert reader.post(address, {"indicator": "budget_revenue"}).status_code == 404
    assert Client().post(address, {}).status_code == 302
    assert fact(root).state == "waiting"


def test_a_fact_is_decided_at_its_own_document_only(tmp_path, document, officer):
    root = waiting_root()
    assert officer.post(f"/documents/{document + 1}/facts/{root}/accept", {}).status_code == 404
    assert officer.post(f"/documents/{document}/facts/{root}/accept", {"expected": "1; DROP"}).status_code == 400
    assert fact(root).state == "waiting"


def test_the_queue_says_what_waits_in_which_document_and_why(document, officer):
    page = page_of(officer.get("/review"))
    assert f"/documents/{document}/review" in page
    assert "Danh mục chưa có chỉ tiêu của tên này. (1)" in page
    assert Client().get("/review").status_code == 302
    assert browser_of("nobody").get("/review").status_code == 403


def test_the_queue_of_another_province_is_empty(document):
    assert "Không còn gì chờ duyệt" in page_of(browser_of("elsewhere", "officer", territory="04").get("/review"))
