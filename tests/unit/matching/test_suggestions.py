from __future__ import annotations

import pytest

from tiendo.catalogue import load_catalogue, measure_key
from tiendo.facts.quantity import Unit
from tiendo.matching.fitting import Asked
from tiendo.matching.suggestions import suggestions

CATALOGUE = load_catalogue()


def suggested(name, measure="PT"):
    key = measure_key(name)
    return suggestions(key, Asked(key, Unit(measure)), CATALOGUE)


def test_a_misprint_suggests_the_indicator():
    assert suggested("xã đạt chuẩn nông thôn mới kiểu mâu tiêu biểu", "XA")[0] == "ntm_model_communes"


@pytest.mark.parametrize(
    ("name", "measure", "wrong"),
    [
        ("số xã được công nhận đạt chuẩn nông thôn mới bền vững nâng cao", "XA", "ntm_communes"),
        ("tỷ lệ xã có đường ô tô đến trung tâm xã được nâng cấp", "PT", "village_road_paved"),
        ("tổng chi ngân sách nhà nước trên địa bàn", "VND", "budget_revenue"),
        ("kim ngạch nhập khẩu hàng địa phương", "USD", "local_goods_exports"),
        ("tỷ lệ dân cư đô thị sử dụng nước hợp vệ sinh", "PT", "rural_hygienic_water"),
    ],
)
def test_a_name_that_differs_in_a_telling_word_is_not_suggested(name, measure, wrong):
    assert wrong not in suggested(name, measure)


def test_a_measure_of_another_unit_is_not_suggested():
    assert suggested("tỷ lệ lao động qua đào tạo nghề") == ("trained_labour",)
    assert suggested("tỷ lệ lao động qua đào tạo nghề", "VND") == ()
