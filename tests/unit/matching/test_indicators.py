from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tiendo.catalogue import load_catalogue
from tiendo.facts.decisions import Ambiguous, Matched, Rejected, Unknown
from tiendo.facts.quantity import Change, Unit
from tiendo.matching import match_indicator
from tiendo.matching.reasons import (
    CHANGE_OF_LEVEL,
    CONTEXT_MISSING,
    COUNT_AND_SHARE,
    ELSEWHERE,
    LEVEL_NOT_CHANGE,
    MEASURE_BY_UNIT,
    NARROWER_SCOPE,
    NO_SUCH_NAME,
    PER_DIFFERS,
    PER_MISSING,
    PERCENT_OF_PLAN,
    SAME_NAME,
    SHORT_NAME,
    UNIT_DIFFERS,
)

CATALOGUE = load_catalogue()
UNITS = {"%": "PT", "điểm %": "PP", "xã": "XA", "trường": "TRUONG_HOC", "tỷ": "VND", "USD": "USD", "hộ": "HO"}
INCREASE, DECREASE = Change.INCREASE, Change.DECREASE


def match(subject, unit="%", **known):
    return match_indicator(subject, catalogue=CATALOGUE, unit=Unit(UNITS.get(unit, unit)), **known)


# One name, several measures: unit, direction and the words before the number choose.
MEASURES = [
    ("Kim ngạch xuất khẩu hàng địa phương", "USD", {}, "local_goods_exports"),
    ("Kim ngạch xuất khẩu hàng địa phương", "%", {"change": INCREASE}, "local_goods_exports_growth"),
    ("Tốc độ tăng kim ngạch xuất khẩu hàng địa phương", "%", {}, "local_goods_exports_growth"),
    ("Tăng trưởng thu nội địa", "%", {}, "domestic_revenue_growth"),
    ("xã đạt chuẩn nông thôn mới", "xã", {}, "ntm_communes"),
    ("xã đạt chuẩn nông thôn mới", "xã", {"change": INCREASE}, "ntm_communes_new"),
    ("xã đạt chuẩn nông thôn mới", "xã", {"annual": True}, "ntm_communes_new"),
    ("xã đạt chuẩn nông thôn mới", "%", {}, "ntm_communes_share"),
    ("trường học đạt chuẩn quốc gia", "trường", {"context": ("đã công nhận mới",)}, "national_standard_schools_new"),
    ("trường học đạt chuẩn quốc gia", "trường", {"context": ("toàn tỉnh hiện có",)}, "national_standard_schools"),
    ("tỷ lệ hộ nghèo", "%", {}, "poverty_rate"),
    ("tỷ lệ hộ nghèo", "%", {"change": DECREASE}, "poverty_reduction"),
    ("Giảm tỷ lệ hộ nghèo", "điểm %", {}, "poverty_reduction"),
    ("hộ nghèo", "hộ", {"context": ("Toàn tỉnh còn",)}, "poor_households"),
]  # fmt: skip

# A short name means what its enclosing phrase, sentence or heading speaks of.
SHORT_NAMES = [
    ("doanh thu", "tỷ", {"within": "Tổng lượng khách du lịch"}, "tourism_revenue"),
    ("doanh thu", "tỷ", {"context": ("Lượng khách du lịch 1 triệu lượt, đạt", "Ngân sách")}, "tourism_revenue"),
    ("xuất khẩu", "USD", {"within": "Tổng kim ngạch xuất nhập khẩu"}, "territory_exports"),
    ("nhập khẩu", "USD", {"within": "Tổng kim ngạch xuất nhập khẩu"}, "territory_imports"),
    ("xuất khẩu", "USD", {"within": "hàng địa phương"}, "local_goods_exports"),
    ("tổng chi", "tỷ", {"within": "Tổng thu ngân sách"}, "budget_expenditure"),
    ("tổng chi", "tỷ", {"within": "Tổng thu BHXH, BHYT"}, "insurance_payments"),
    ("số vốn đăng ký", "tỷ", {"within": "doanh nghiệp"}, "enterprise_capital_total"),
    ("số vốn đăng ký", "tỷ", {"within": "doanh nghiệp thành lập mới"}, "new_enterprise_capital"),
    ("số vốn đăng ký", "tỷ", {"within": "thành lập mới", "context": ("Mới có 5 HTX",)}, "new_cooperative_capital"),
    ("vốn đăng ký", "tỷ", {"context": ("Có 405 HTX vốn 9 tỷ đồng, 02 liên hiệp HTX,",)}, "cooperative_union_capital"),
    ("diện tích", "HA", {"context": ("Cấp giấy chứng nhận cho tổ chức 5 ha; cấp cho hộ gia đình, cá nhân",)},
     "land_certified_area_households"),
    ("dịch vụ", "%", {"within": "Cơ cấu kinh tế"}, "share_services"),
    ("dịch vụ", "%", {"within": "Tốc độ tăng trưởng", "change": INCREASE}, "services_growth"),
    ("tiêm đủ 2 mũi", "%", {"within": "tỷ lệ trẻ em từ 12 - 17 tuổi"}, "vaccination_children_second"),
]  # fmt: skip

REFUSED = [
    ("Thu nội địa", "HA", {}, UNIT_DIFFERS),
    ("Thu nội địa", "%", {}, LEVEL_NOT_CHANGE),
    ("tỷ lệ che phủ rừng", "%", {"change": INCREASE}, CHANGE_OF_LEVEL),
    ("bác sĩ", "BAC_SI", {}, PER_MISSING),
    ("bác sĩ", "BAC_SI", {"per": "xã"}, PER_DIFFERS),
    ("xã đạt chuẩn nông thôn mới", "xã", {"per": "huyện"}, PER_DIFFERS),
    ("trồng rừng mới", "%", {"of_plan": True}, PERCENT_OF_PLAN),
    ("xã đạt chuẩn nông thôn mới", "%", {"of_plan": True}, PERCENT_OF_PLAN),
    ("doanh thu", "tỷ", {}, CONTEXT_MISSING),
    ("cả nước", "tỷ", {"within": "Thu nội địa"}, ELSEWHERE),
    ("tỷ lệ hộ nghèo cả nước", "%", {"within": "tỷ lệ hộ nghèo"}, ELSEWHERE),
    ("tỷ lệ hộ nghèo", "%", {"within": "Khu vực biên giới"}, NARROWER_SCOPE),
]


@pytest.mark.parametrize(("subject", "unit", "known", "code"), MEASURES)
def test_unit_and_change_choose_the_measure(subject, unit, known, code):
    decision = match(subject, unit, **known)
    assert isinstance(decision, Matched), decision
    assert decision.code == code


@pytest.mark.parametrize(("subject", "unit", "known", "code"), SHORT_NAMES)
def test_the_context_completes_a_short_name(subject, unit, known, code):
    decision = match(subject, unit, **known)
    assert isinstance(decision, Matched), decision
    assert decision.code == code
    assert SHORT_NAME in decision.reasons


@pytest.mark.parametrize(("subject", "unit", "known", "why"), REFUSED)
def test_what_fits_by_name_only_is_rejected_with_its_reason(subject, unit, known, why):
    decision = match(subject, unit, **known)
    assert isinstance(decision, Rejected), decision
    assert why in {given.partition(":")[0] for given in decision.reasons}


def test_a_short_name_of_several_things_is_ambiguous():
    decision = match("xuất khẩu", "USD")
    assert decision == Ambiguous(("local_goods_exports", "territory_exports"), (CONTEXT_MISSING,))


def test_a_plain_match_says_why():
    assert match("Tỷ lệ che phủ rừng") == Matched("forest_cover", (SAME_NAME,))
    assert MEASURE_BY_UNIT in match("Thu nội địa", "tỷ").reasons


def test_a_near_name_brings_its_warning():
    decision = match("tỷ lệ dân cư thành thị được sử dụng nước sạch")
    assert decision.code == "urban_clean_water"
    assert "near-name:urban_clean_water#0" in decision.warnings


def test_a_moved_definition_is_told():
    assert "definition-break:village_culture_house#0" in match("Tỷ lệ thôn có nhà văn hóa đạt chuẩn").warnings


def test_a_share_read_from_the_name_of_a_count_is_told():
    assert COUNT_AND_SHARE in match("số xã đạt chuẩn nông thôn mới").warnings


def test_money_of_another_currency_is_told():
    assert match("GRDP bình quân đầu người", "USD").warnings == ("other-currency:USD",)


def test_a_percentage_of_the_plan_is_a_value_where_the_indicator_is_one():
    assert match("Giải ngân vốn đầu tư công", of_plan=True).code == "public_investment_disbursement_rate"


def test_without_a_unit_a_name_means_the_level():
    decision = match_indicator("Thu nội địa", catalogue=CATALOGUE)
    assert isinstance(decision, Matched)
    assert decision.code == "domestic_revenue"


def test_an_unknown_name_is_unknown_and_suggests_only_when_asked():
    name = "Tỷ lệ hộ dân cư nông thôn được dùng nước hợp vệ sinh"
    assert match(name) == Unknown((NO_SUCH_NAME,))
    assert "suggestion:rural_hygienic_water" in match(name, suggest=True).reasons


@given(st.text(max_size=80), st.text(max_size=80) | st.none(), st.lists(st.text(max_size=80), max_size=3))
def test_any_text_gets_a_decision(subject, within, context):
    decision = match(subject, within=within, context=context, suggest=True)
    assert isinstance(decision, Matched | Ambiguous | Unknown | Rejected)
    assert decision.reasons


@given(st.sampled_from(sorted(CATALOGUE.indicators)))
def test_every_indicator_is_found_by_its_own_name_and_unit(code):
    indicator = CATALOGUE[code]
    measured = indicator.measured_in
    decision = match_indicator(
        indicator.names.vi, catalogue=CATALOGUE, unit=measured.unit, per=measured.per, of_plan=indicator.percent_of_plan
    )
    assert isinstance(decision, Matched), decision
    assert decision.code == code
