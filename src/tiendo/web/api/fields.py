"""What is wrong with the fields of a request, in both languages."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from pydantic_core import PydanticCustomError

from tiendo.facts.wording import Wording
from tiendo.web.api.problems import FieldFault

_MOST_FAULTS = 50  # more of them help nobody
_SENTENCES = {
    "missing": Wording("thiếu trường này; hãy thêm vào", "this field is missing; add it"),
    "extra_forbidden": Wording("không có trường này; hãy bỏ", "there is no such field; leave it out"),
    "unknown-parameter": Wording("không có tham số này; hãy bỏ", "there is no such parameter; leave it out"),
    "repeated-parameter": Wording("tham số này chỉ được nêu một lần", "this parameter may stand only once"),
    "string_pattern_mismatch": Wording("sai dạng; cần dạng {pattern}", "it has another form than {pattern}"),
    "string_too_long": Wording("dài quá {max_length} ký tự", "it is longer than {max_length} characters"),
    "string_too_short": Wording("ngắn hơn {min_length} ký tự", "it is shorter than {min_length} characters"),
    "string_type": Wording("phải là chuỗi ký tự", "it has to be a string"),
    "int_parsing": Wording("phải là số nguyên", "it has to be a whole number"),
    "int_type": Wording("phải là số nguyên", "it has to be a whole number"),
    "greater_than_equal": Wording("phải từ {ge} trở lên", "it has to be {ge} or more"),
    "less_than_equal": Wording("phải từ {le} trở xuống", "it has to be {le} or less"),
    "too_long": Wording("có hơn {max_length} phần tử", "it has more than {max_length} items"),
    "too_short": Wording("có ít hơn {min_length} phần tử", "it has fewer than {min_length} items"),
    "bool_type": Wording("phải là true hoặc false", "it has to be true or false"),
    "bool_parsing": Wording("phải là true hoặc false", "it has to be true or false"),
    "list_type": Wording("phải là một mảng", "it has to be an array"),
    "model_attributes_type": Wording("phải là một đối tượng JSON", "it has to be a JSON object"),
    "model_type": Wording("phải là một đối tượng JSON", "it has to be a JSON object"),
    "dict_type": Wording("phải là một đối tượng JSON", "it has to be a JSON object"),
    "literal_error": Wording("phải là một trong: {expected}", "it has to be one of: {expected}"),
    "enum": Wording("phải là một trong: {expected}", "it has to be one of: {expected}"),
    "date_from_datetime_parsing": Wording("phải là ngày dạng 2026-01-31", "it has to be a day like 2026-01-31"),
    "date_parsing": Wording("phải là ngày dạng 2026-01-31", "it has to be a day like 2026-01-31"),
    "date_type": Wording("phải là ngày dạng 2026-01-31", "it has to be a day like 2026-01-31"),
    "string_unicode": Wording("có ký tự không hợp lệ", "it holds characters that are none"),
}
_OTHER = Wording("giá trị không hợp lệ", "the value does not fit")


def faults_of(found: Iterable[Mapping[str, Any]]) -> tuple[FieldFault, ...]:
    """Faults as pydantic lists them, without the values that were sent."""
    return tuple(_fault(one) for _, one in zip(range(_MOST_FAULTS), found, strict=False))


def _fault(found: Mapping[str, Any]) -> FieldFault:
    code = str(found.get("type", "invalid"))
    context = found.get("ctx", {})
    if "vi" in context and "en" in context:
        return FieldFault(_place(found), code, Wording(context["vi"], context["en"]))
    words = _SENTENCES.get(code, _OTHER)
    known = {name: value for name, value in context.items() if isinstance(value, str | int)}
    try:
        message = Wording(words.vi.format(**known), words.en.format(**known))
    except KeyError:
        message = _OTHER
    return FieldFault(_place(found), code.replace("_", "-"), message)


def _place(found: Mapping[str, Any]) -> str:
    """`query.period`: the source and the names in it, without the name of the handler's parameter."""
    source, *path = [str(part) for part in found.get("loc", ())] or ["request"]
    if path and path[0] in _WRAPPERS:
        path = path[1:]
    return ".".join([source, *path])


_WRAPPERS = ("asked", "sent")


def unfit(code: str, why: Wording) -> PydanticCustomError:
    """A value that a check of ours does not take: a code and why."""
    return PydanticCustomError(code, "{en}", {"vi": why.vi, "en": why.en})
