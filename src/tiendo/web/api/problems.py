"""Every problem that the API can answer with: its code, its status and its title."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final, NamedTuple

from tiendo.facts.wording import Wording


class Kind(NamedTuple):
    """A kind of problem: the HTTP status, and what it is called."""

    status: int
    title: Wording


KINDS: Final[Mapping[str, Kind]] = {
    "invalid-body": Kind(400, Wording("Không đọc được nội dung gửi lên", "The body cannot be read")),
    "invalid-query": Kind(400, Wording("Truy vấn SDMX không đúng", "The SDMX query is not valid")),
    "invalid-cursor": Kind(400, Wording("Con trỏ trang không dùng được", "The cursor cannot be used")),
    "sign-in-required": Kind(401, Wording("Cần đăng nhập", "Signing in is needed")),
    "wrong-token": Kind(401, Wording("Mã truy cập không dùng được", "The token cannot be used")),
    "session-over": Kind(401, Wording("Phiên đăng nhập đã hết", "The session is over")),
    "wrong-credentials": Kind(401, Wording("Sai tên hoặc mật khẩu", "Wrong name or password")),
    "second-factor-required": Kind(403, Wording("Cần xác thực hai bước", "A second factor is needed")),
    "not-permitted": Kind(403, Wording("Không có quyền", "Not permitted")),
    "forged-request": Kind(403, Wording("Yêu cầu thiếu mã CSRF", "The CSRF token is missing")),
    "not-found": Kind(404, Wording("Không tìm thấy", "Not found")),
    "wrong-method": Kind(405, Wording("Phương thức không dùng được ở đây", "The method is not used here")),
    "not-acceptable": Kind(406, Wording("Không có dạng được yêu cầu", "No such representation")),
    "superseded": Kind(409, Wording("Người khác vừa thay đổi", "Changed by somebody else")),
    "under-way": Kind(409, Wording("Yêu cầu cùng khóa đang được xử lý", "The same request is under way")),
    "body-too-large": Kind(413, Wording("Nội dung gửi lên quá lớn", "The body is too large")),
    "answer-too-large": Kind(413, Wording("Câu trả lời quá lớn", "The answer would be too large")),
    "wrong-media-type": Kind(415, Wording("Sai kiểu nội dung", "Wrong media type")),
    "invalid-request": Kind(422, Wording("Yêu cầu có giá trị sai", "The request has wrong values")),
    "invalid-change": Kind(422, Wording("Sổ không nhận thay đổi này", "The record does not take this change")),
    "rows-refused": Kind(422, Wording("Có dòng bị từ chối", "Some rows are refused")),
    "key-used-otherwise": Kind(422, Wording("Khóa đã dùng cho yêu cầu khác", "The key was used for another request")),
    "too-many-attempts": Kind(429, Wording("Thử đăng nhập quá nhiều lần", "Too many attempts to sign in")),
    "internal": Kind(500, Wording("Lỗi bên trong chương trình", "A fault inside the program")),
    "not-offered": Kind(501, Wording("Không cung cấp", "Not offered")),
    "busy": Kind(503, Wording("Sổ đang bận", "The record is busy")),
    "not-ready": Kind(503, Wording("Sổ chưa dùng được", "The record cannot be used")),
    "full": Kind(507, Wording("Hết chỗ lưu", "No room left")),
}  # fmt: skip
"""By code; `docs/api.md` lists them."""


@dataclass(frozen=True, slots=True)
class FieldFault:
    """What is wrong with one field: where it stands (`query.period`, `body.rows.2.value`), a code, the words."""

    field: str
    code: str
    message: Wording


@dataclass(slots=True)
class Problem(Exception):
    """A request that is answered with a problem of that code."""

    code: str
    detail: Wording
    errors: Sequence[FieldFault] = ()
    headers: Mapping[str, str] = field(default_factory=dict)

    @property
    def kind(self) -> Kind:
        """Its status and title."""
        return KINDS[self.code]
