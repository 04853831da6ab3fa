"""In which form of SDMX an answer goes out, by the header Accept or the parameter `format`."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import Any, TypeVar

from django.http import HttpRequest
from django.http.request import MediaType

from tiendo.facts.wording import Wording
from tiendo.publishing.sdmx import data_csv, data_json, data_xml, structure_json, structure_xml
from tiendo.web.api.problems import Problem


class DataForm(StrEnum):
    """A form of data; the first is the usual one, as the standard has it."""

    JSON = data_json.MEDIA_TYPE
    XML = data_xml.MEDIA_TYPE
    CSV = data_csv.MEDIA_TYPE


class StructureForm(StrEnum):
    """A form of structures."""

    JSON = structure_json.MEDIA_TYPE
    XML = structure_xml.MEDIA_TYPE


Form = TypeVar("Form", DataForm, StructureForm)

_SHORT = {"JSON": "application/json", "XML": "application/xml", "CSV": "text/csv"}
# What our forms answer to what the standard lets a client ask of them.
_ONLY = {"labels": ("id",), "timeFormat": ("original",), "keys": ("none",), "charset": ("utf-8",)}


def form_of(request: HttpRequest, forms: type[Form]) -> Form:
    """The form that `format` names (`csv`, `xml`, `json`), else the one that the header Accept likes best.

    Raises a `Problem` where none can be given.
    """
    named = request.GET.get("format")
    if named is not None:
        if named.upper() in forms.__members__:
            return forms[named.upper()]
        raise _not_acceptable(forms)
    if not request.headers.get("Accept", "").strip():
        return next(iter(forms))
    for accepted in request.accepted_types_by_precedence:
        for form in forms:
            if accepted.quality > 0 and _is_meant(accepted, form):
                return form
    raise _not_acceptable(forms)


def _is_meant(accepted: MediaType, form: DataForm | StructureForm) -> bool:
    main, _, version = form.value.partition(";version=")
    parameters: Mapping[str, Any] = accepted.params  # the stubs of the framework have bytes, and it has text
    if not _has_offered(parameters):
        return False
    name = f"{accepted.main_type}/{accepted.sub_type}"
    if name in ("*/*", _SHORT[form.name]):
        return True
    asked = str(parameters.get("version", version)).rstrip("+")
    return name in (main, "application/*") and (version == asked or version.startswith(f"{asked}."))


def _has_offered(parameters: Mapping[str, Any]) -> bool:
    return all(str(parameters.get(name, offered[0])).lower() in offered for name, offered in _ONLY.items())


def _not_acceptable(forms: type[DataForm] | type[StructureForm]) -> Problem:
    names = ", ".join(form.value for form in forms)
    short = ", ".join(name.lower() for name in forms.__members__)
    return Problem(
        "not-acceptable",
        Wording(
            f"Câu trả lời chỉ có ở các dạng {names}; hãy sửa tiêu đề Accept hoặc format ({short}).",
            f"The answer comes as {names}; change the header Accept or format ({short}).",
        ),
    )
