from __future__ import annotations

import pytest

from tiendo.catalogue import load_catalogue
from tiendo.matching import explain, reasons

CATALOGUE = load_catalogue()
CODES = [value for name, value in vars(reasons).items() if name.isupper() and isinstance(value, str)]
IN_THE_CATALOGUE = {
    reasons.NEAR_NAME: "total_investment#0",
    reasons.DEFINITION_BREAK: "village_culture_house#0",
    reasons.SUGGESTION: "forest_cover",
}


@pytest.mark.parametrize("code", CODES)
def test_every_code_has_a_sentence_in_both_languages(code):
    given = reasons.reason(code, IN_THE_CATALOGUE.get(code, ""))
    vietnamese, english = (explain(given, CATALOGUE, language) for language in ("vi", "en"))
    assert len({given, vietnamese, english}) == 3
    assert vietnamese.endswith(".")
    assert english.endswith(".")


def test_the_argument_stands_in_the_sentence():
    assert explain("unit-differs:HA", CATALOGUE, "en") == "HA does not measure this indicator."
    assert (
        explain("suggestion:forest_cover", CATALOGUE, "vi")
        == "Tên gần giống là “Tỷ lệ che phủ rừng”; cần người xác nhận."
    )


def test_a_near_name_and_a_break_speak_with_the_words_of_the_catalogue():
    near = CATALOGUE["total_investment"].near_aliases[0]
    assert explain("near-name:total_investment#0", CATALOGUE, "vi") == near.warning.vi
    assert explain("definition-break:village_culture_house#0", CATALOGUE, "en").startswith("Since 2021: ")


def test_a_sentence_of_another_look_up_comes_back_as_it_is():
    assert explain("tỉnh nào cũng có Sở Y tế", CATALOGUE, "en") == "tỉnh nào cũng có Sở Y tế"
