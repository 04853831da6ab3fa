"""The codes that explain a decision about an indicator, each with its sentence in Vietnamese and English.

A reason is `code` or `code:argument`; the argument stands in the sentence in the place of `{}`.
"""

from __future__ import annotations

from tiendo.catalogue import Catalogue
from tiendo.facts.wording import Wording

# Why it matched
SAME_NAME = "same-name"
SHORT_NAME = "short-name-in-context"
MEASURE_BY_UNIT = "measure-by-unit-and-change"
PERCENT_OF_PLAN = "percent-of-plan"

# What to watch in a match
NEAR_NAME = "near-name"
DEFINITION_BREAK = "definition-break"
COUNT_AND_SHARE = "count-and-share"
OTHER_CURRENCY = "other-currency"

# Why it did not match
NO_SUCH_NAME = "no-such-name"
SUGGESTION = "suggestion"
SEVERAL = "several-indicators"
CONTEXT_MISSING = "context-missing"
UNIT_DIFFERS = "unit-differs"
PER_DIFFERS = "per-differs"
PER_MISSING = "per-missing"
CHANGE_OF_LEVEL = "change-of-level"
LEVEL_NOT_CHANGE = "level-not-change"
ELSEWHERE = "elsewhere"
NARROWER_SCOPE = "narrower-scope"

_SENTENCES: dict[str, Wording] = {
    SAME_NAME: Wording(
        "Tên trong văn bản là tên của chỉ tiêu trong danh mục.", "The name in the text is a name in the catalogue."
    ),
    SHORT_NAME: Wording(
        "Tên ngắn được hiểu theo câu hoặc tiêu đề chứa nó.",
        "The short name is read by the sentence or heading around it.",
    ),
    MEASURE_BY_UNIT: Wording(
        "Cách đo được chọn theo đơn vị và chiều tăng giảm của số liệu.",
        "The measure was chosen by unit and direction of the figure.",
    ),
    PERCENT_OF_PLAN: Wording(
        "Số liệu là phần trăm của kế hoạch, không phải giá trị của chỉ tiêu.",
        "The figure is a percentage of the plan, not a value of the indicator.",
    ),
    COUNT_AND_SHARE: Wording(
        "Chỉ tiêu này có nơi tính bằng số lượng, có nơi bằng tỷ lệ; chỉ đổi được khi biết mẫu số.",
        "Some documents give a count, others a share; one follows from the other only with the denominator.",
    ),
    OTHER_CURRENCY: Wording(
        "Số liệu ghi bằng {}; chỉ so với số liệu cùng loại tiền.",
        "The figure is in {}; compare it only with figures of the same currency.",
    ),
    NO_SUCH_NAME: Wording("Danh mục không có tên này.", "The catalogue has no such name."),
    SUGGESTION: Wording(
        "Tên gần giống là {}; cần người xác nhận.", "A similar name is {}; a person has to confirm it."
    ),
    SEVERAL: Wording("Nhiều chỉ tiêu cùng mang tên này.", "Several indicators have this name."),
    CONTEXT_MISSING: Wording(
        "Tên quá ngắn, câu và tiêu đề không cho biết nói về điều gì.",
        "The name is too short, and neither sentence nor heading says of what.",
    ),
    UNIT_DIFFERS: Wording("Đơn vị {} không đo chỉ tiêu này.", "{} does not measure this indicator."),
    PER_DIFFERS: Wording(
        "Mẫu số {} không phải mẫu số của chỉ tiêu này.", "{} is not the denominator of this indicator."
    ),
    PER_MISSING: Wording(
        "Số liệu không có mẫu số {} của chỉ tiêu.", "The figure lacks the denominator {} of the indicator."
    ),
    CHANGE_OF_LEVEL: Wording(
        "Số liệu là mức tăng hoặc giảm, không phải giá trị của chỉ tiêu.",
        "The figure is a change, not a value of the indicator.",
    ),
    LEVEL_NOT_CHANGE: Wording(
        "Số liệu là một mức, còn chỉ tiêu đo mức tăng hoặc giảm.",
        "The figure is a level, but the indicator measures a change.",
    ),
    ELSEWHERE: Wording(
        "Số liệu là của nơi khác ({}) nêu để so sánh.",
        "The figure is that of another place ({}), given for comparison.",
    ),
    NARROWER_SCOPE: Wording("Phạm vi hẹp hơn chỉ tiêu: {}.", "The scope is narrower than the indicator: {}."),
}


def reason(code: str, argument: str = "") -> str:
    """A reason as it stands in a decision."""
    return f"{code}:{argument}" if argument else code


def explain(given: str, catalogue: Catalogue, language: str) -> str:
    """The sentence of a reason or warning of an indicator's decision, in `"vi"` or `"en"`.

    A text that is no code of this module (a sentence of another look-up) comes back as it is.
    """
    code, _, argument = given.partition(":")
    if code in (NEAR_NAME, DEFINITION_BREAK):
        return _catalogue_sentence(code, argument, catalogue, language)
    if code == SUGGESTION:
        argument = f"“{catalogue[argument].names.sentence(language)}”"
    sentence = _SENTENCES.get(code)
    return given if sentence is None else sentence.sentence(language).format(argument)


def _catalogue_sentence(code: str, argument: str, catalogue: Catalogue, language: str) -> str:
    indicator_id, _, index = argument.partition("#")
    indicator = catalogue[indicator_id]
    if code == NEAR_NAME:
        return indicator.near_aliases[int(index)].warning.sentence(language)
    moved = indicator.definition_breaks[int(index)]
    since = "Từ năm" if language == "vi" else "Since"
    return f"{since} {moved.year}: {moved.what.sentence(language)}"
