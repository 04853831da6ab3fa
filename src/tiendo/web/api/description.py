"""The description of the API (OpenAPI 3.1): what the framework knows, and what every endpoint has in common."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Any, Final

from ninja import NinjaAPI
from ninja.openapi.schema import OpenAPISchema

from tiendo.web.api.errors import PROBLEM_TYPE
from tiendo.web.api.problems import KINDS
from tiendo.web.api.routers.session import SIGN_IN
from tiendo.web.api.schemas.shared import ProblemShown

VERSION: Final = "1.0.0"

ABOUT: Final = """Asks about the record of plans and results, as of any day, and changes it.

Exact numbers are strings of digits (`"28.10"`). Field names are in camelCase, codes are stable. Lists come page by page
(`limit`, `cursor`) as JSON or CSV, with an ETag. Errors are problem documents (RFC 9457). The manual is docs/api.md."""

SIGNED_IN_ONLY: Final = frozenset({"listActs"})
"""Questions that the public may not ask."""

_BOTH_WAYS: list[dict[str, list[str]]] = [{"bearer": []}, {"session": []}]
_SECURITY_SCHEMES = {
    "bearer": {"type": "http", "scheme": "bearer", "description": "A token, made by `tiendo account token`."},
    "session": {
        "type": "apiKey",
        "in": "cookie",
        "name": "sessionid",
        "description": "The cookie of POST /session; changes need the header X-CSRFToken too.",
    },
}
_PROBLEM = {"$ref": "#/components/schemas/ProblemShown"}
_ALWAYS = ("wrong-token", "session-over", "internal", "busy", "not-ready")
_OF_CHANGES = (
    *("sign-in-required", "second-factor-required", "not-permitted", "forged-request", "superseded", "under-way"),
    *("invalid-change", "key-used-otherwise", "full"),
)
_OF_BODIES = ("invalid-body", "body-too-large", "wrong-media-type", "invalid-request")
_LISTS = ("PageShown_", "AllShown_")
_ALSO_TABLES = frozenset({"getScoreboard"})
_HEADERS_OF_READINGS = {
    "ETag": {"description": "Changes when the answer does.", "schema": {"type": "string"}},
    "Cache-Control": {"schema": {"type": "string"}},
    "Vary": {"schema": {"type": "string"}},
}
_LINK = {"Link": {"description": "The next page, where there is one.", "schema": {"type": "string"}}}


class DescribedAPI(NinjaAPI):
    """The API with a description that is made once."""

    def get_openapi_schema(self, *, path_prefix: str | None = None, path_params: Any = None) -> OpenAPISchema:
        """The whole description."""
        del path_prefix, path_params  # it has one place
        return _described(self)


@lru_cache(maxsize=1)
def _described(api: DescribedAPI) -> OpenAPISchema:
    schema: OpenAPISchema = NinjaAPI.get_openapi_schema(api)
    for method, operation in _operations(schema):
        _complete(method, operation)
    schemas = schema["components"]["schemas"]
    problem = ProblemShown.model_json_schema(ref_template="#/components/schemas/{model}", mode="serialization")
    schemas.update(problem.pop("$defs"))
    schemas["ProblemShown"] = problem
    schema["components"]["securitySchemes"] = _SECURITY_SCHEMES
    return schema


def _operations(schema: OpenAPISchema) -> Iterator[tuple[str, dict[str, Any]]]:
    for operations in schema["paths"].values():
        yield from operations.items()


def _complete(method: str, operation: dict[str, Any]) -> None:
    name, is_reading = operation["operationId"], method == "get"
    operation["security"] = _security(name, is_reading=is_reading)
    if is_reading and name != "getSession":
        _complete_reading(operation)
    problems: dict[str, list[str]] = {}
    for code in _codes(name, operation, is_reading=is_reading):
        problems.setdefault(str(KINDS[code].status), []).append(code)
    for status, codes in sorted(problems.items()):
        operation["responses"][status] = {
            "description": "; ".join(f"{KINDS[code].title.en} (`{code}`)" for code in codes),
            "content": {PROBLEM_TYPE: {"schema": _PROBLEM}},
        }
    operation["responses"] = {str(status): said for status, said in operation["responses"].items()}


def _security(name: str, *, is_reading: bool) -> list[dict[str, list[str]]]:
    if name == SIGN_IN:
        return []
    is_open = name == "signOut" or (is_reading and name not in SIGNED_IN_ONLY)
    return [{}, *_BOTH_WAYS] if is_open else _BOTH_WAYS


def _complete_reading(operation: dict[str, Any]) -> None:
    answer = operation["responses"][200]
    shown = answer["content"]["application/json"]["schema"].get("$ref", "").rsplit("/", 1)[-1]
    answer["headers"] = dict(_HEADERS_OF_READINGS)
    if shown.startswith(_LISTS[0]):
        answer["headers"] |= _LINK
    if shown.startswith(_LISTS) or operation["operationId"] in _ALSO_TABLES:
        answer["content"]["text/csv"] = {"schema": {"type": "string"}}
    operation["responses"][304] = {"description": "The answer with the ETag of If-None-Match is still the same."}


def _codes(name: str, operation: dict[str, Any], *, is_reading: bool) -> Iterable[str]:
    parameters = operation.get("parameters", [])
    yield from _ALWAYS
    if is_reading and name != "getSession":
        yield from ("not-acceptable", "invalid-request")
    elif name not in (SIGN_IN, "signOut", "getSession"):
        yield from _OF_CHANGES
    if name == SIGN_IN:
        yield from ("wrong-credentials", "second-factor-required", "too-many-attempts")
    if name == "signOut":
        yield "forged-request"
    if name in SIGNED_IN_ONLY:
        yield "sign-in-required"
    if "requestBody" in operation:
        yield from _OF_BODIES
    if any(one["in"] == "path" for one in parameters):
        yield "not-found"
    if any(one["name"] == "cursor" for one in parameters):
        yield "invalid-cursor"
    if name == "reportObservations":
        yield "rows-refused"
    # Any parameter that nobody knows is refused.
    if name in ("signOut", "getSession"):
        yield "invalid-request"
