"""In which form an answer goes out: JSON or a table."""

from __future__ import annotations

from enum import StrEnum

from django.http import HttpRequest

from tiendo.facts.wording import Wording
from tiendo.web.api.problems import Problem


class Representation(StrEnum):
    """A form, by its media type."""

    JSON = "application/json"
    CSV = "text/csv"


_NAMES = {"json": Representation.JSON, "csv": Representation.CSV}

_NONE = Wording(
    "Câu trả lời chỉ có ở dạng application/json hoặc (với danh sách) text/csv; hãy sửa tiêu đề Accept hoặc format.",
    "The answer comes as application/json or, where it is a list, as text/csv; change the header Accept or format.",
)


def representation_of(request: HttpRequest, named: str | None, *, is_list: bool) -> Representation:
    """The form that `format` names, else the one that the header Accept likes best, JSON where it likes both.

    Raises a `Problem` where neither can be given.
    """
    possible = tuple(Representation) if is_list else (Representation.JSON,)
    if named is not None:
        chosen: Representation | None = _NAMES[named]
    elif not request.headers.get("Accept", "").strip():
        chosen = Representation.JSON
    else:
        preferred = request.get_preferred_type([one.value for one in possible])
        chosen = Representation(preferred) if preferred else None
    if chosen not in possible or chosen is None:
        raise Problem("not-acceptable", _NONE)
    return chosen
