"""What becomes of a row: a stable code, the column that it is about, and one sentence that says what to do."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from typing import Final

from tiendo.facts.wording import Wording

_SHOWN = 60  # characters of a cell that a sentence repeats

RECORDED: Final = "recorded"
CORRECTED: Final = "corrected"
UNCHANGED: Final = "unchanged"
HELD_BACK: Final = "held-back"
SOUND: Final = frozenset({RECORDED, CORRECTED, UNCHANGED, HELD_BACK})
"""The codes of rows with which nothing is wrong."""

OUTCOMES: Mapping[str, Wording] = {
    # Of sound rows.
    RECORDED: Wording("đã ghi vào sổ", "recorded"),
    CORRECTED: Wording(
        "đã ghi, thay cho giá trị cơ quan này báo cáo trước đó",
        "recorded in the place of what the agency had reported before",
    ),
    UNCHANGED: Wording("trùng với giá trị đang có, không ghi thêm", "says what stands already; nothing was recorded"),
    HELD_BACK: Wording(
        "dòng này hợp lệ nhưng chưa ghi vì có dòng khác bị từ chối; sửa các dòng đó rồi nạp lại, hoặc dùng --partial",
        "the row is sound and was not recorded, because others were refused: mend those and load again, or use "
        "--partial",
    ),
    # Of the file.
    "file-empty": Wording(
        "tệp không có dòng số liệu nào; cần dòng tiêu đề và ít nhất một dòng số liệu",
        "the file holds no row; it needs the header and at least one row of figures",
    ),
    "file-too-large": Wording(
        "tệp có {value} byte, giới hạn là {limit}; hãy chia thành nhiều tệp",
        "the file has {value} bytes, the limit is {limit}; split it into several",
    ),
    "not-utf8": Wording(
        "tệp không ở dạng UTF-8 (từ byte {value}); hãy lưu lại dạng “CSV UTF-8”",
        "the file is not UTF-8 (from byte {value} on); save it as “CSV UTF-8”",
    ),
    "header-missing": Wording(
        "dòng tiêu đề thiếu cột {field}; xem mẫu: tiendo load --template",
        "the header lacks the column {field}; see the template: tiendo load --template",
    ),
    "header-unknown": Wording(
        "dòng tiêu đề có cột lạ {value!r}; các cột là {known}; xóa cột này hoặc sửa tên",
        "the header has an unknown column {value!r}; the columns are {known}; remove or rename it",
    ),
    "header-twice": Wording(
        "dòng tiêu đề có hai cột {field}; chỉ giữ một", "the header has the column {field} twice; keep one"
    ),
    "too-many-rows": Wording(
        "tệp có hơn {limit} dòng; hãy chia thành nhiều tệp", "the file has more than {limit} rows; split it"
    ),
    "too-many-places": Wording(
        "tệp nói về hơn {limit} cặp địa bàn và kỳ khác nhau; hãy chia thành nhiều tệp",
        "the file speaks of more than {limit} different pairs of territory and period; split it",
    ),
    # Of a row as a whole.
    "wrong-cells": Wording(
        "dòng có {value} ô, tiêu đề có {limit}; hãy kiểm tra dấu phân cách và dấu ngoặc kép",
        "the row has {value} cells, the header {limit}; check separators and quotation marks",
    ),
    "row-too-long": Wording(
        "dòng dài {value} ký tự, giới hạn là {limit}", "the row has {value} characters, the limit is {limit}"
    ),
    "wrong-quotes": Wording(
        "dấu ngoặc kép không đóng hoặc đặt sai; mỗi ô nằm gọn trên một dòng",
        "a quotation mark is not closed or out of place; a cell ends on the line on which it begins",
    ),
    "duplicate": Wording(
        "cùng chỉ tiêu, địa bàn, kỳ và cách tính với dòng {value}; chỉ giữ một dòng",
        "the same indicator, territory, period and way of counting as row {value}; keep one of them",
    ),
    # Of a cell.
    "cell-missing": Wording("ô {field} còn trống; hãy điền", "the cell {field} is empty; fill it in"),
    "cell-too-long": Wording(
        "ô {field} dài {value} ký tự, giới hạn là {limit}",
        "the cell {field} has {value} characters, the limit is {limit}"
    ),
    "control-character": Wording(
        "ô {field} có ký tự điều khiển (ví dụ NUL); hãy gõ lại", "the cell {field} holds a control character such as "
        "NUL; type it anew",
    ),
    "formula": Wording(
        "ô {field} là công thức {value!r}; hãy dán giá trị thay cho công thức",
        "the cell {field} is a formula, {value!r}; paste the value instead",
    ),
    "unknown-indicator": Wording(
        "danh mục không có chỉ tiêu {value!r}; xem mã ở trang của chỉ tiêu, hoặc: tiendo catalogue show",
        "the catalogue has no indicator {value!r}; its page shows the code, and so does: tiendo catalogue show",
    ),
    "unknown-territory": Wording(
        "không có địa bàn mang mã {value!r}; dùng mã đơn vị hành chính (20, 183 …) hoặc VN",
        "no territory has the code {value!r}; use the code of the unit (20, 183 …) or VN",
    ),
    "territory-not-in-force": Wording(
        "mã địa bàn {value} không có hiệu lực vào ngày {limit}, cuối kỳ; mã xã đổi từ 01/7/2025, hãy dùng mã của kỳ đó",
        "the territory code {value} was not in force on {limit}, the end of the period; codes changed on 1 July 2025, "
        "use that of the period",
    ),
    "wrong-period": Wording(
        "{value!r} không phải là kỳ; viết như 2022, 2022-H1, 2022-Q1, 2022-03, 2022-M09 hoặc 2022-03-31",
        "{value!r} is no period; write it like 2022, 2022-H1, 2022-Q1, 2022-03, 2022-M09 or 2022-03-31",
    ),
    "impossible-period": Wording(
        "kết quả không thể của kỳ {value!r}: không dùng thời hạn (../2030) và kỳ trước năm {limit}",
        "no result is of the period {value!r}: neither a deadline (../2030) nor a time before {limit}",
    ),
    "period-in-future": Wording(
        "kỳ {value} chưa bắt đầu vào ngày {limit}; hãy kiểm tra năm", "the period {value} has not begun by {limit}; "
        "check the year",
    ),
    "period-not-over": Wording(
        "kỳ {value} chưa hết vào ngày {limit}: chỉ nhận số ước (estimated = yes)",
        "the period {value} is not over by {limit}: only an estimate is taken (estimated = yes)",
    ),
    "wrong-number": Wording(
        "{value!r} không phải là số; viết số trần như {limit}, đơn vị ghi ở cột unit",
        "{value!r} is no number; write a plain one like {limit}, and the unit in the column unit",
    ),
    "ambiguous-number": Wording(
        "{value!r} có thể hiểu hai cách; viết như {limit} (dấu thập phân chọn bằng --decimal)",
        "{value!r} can be read in two ways; write it like {limit} (--decimal chooses the decimal mark)",
    ),
    "number-too-long": Wording(
        "số {value!r} dài quá: tối đa 20 chữ số nguyên và 12 chữ số thập phân",
        "the number {value!r} is too long: at most 20 digits before and 12 behind the mark",
    ),
    "negative-value": Wording(
        "{value} là số âm; chỉ chỉ tiêu tăng trưởng và tăng thêm mới có thể âm",
        "{value} is negative; only a growth rate or an increment can be",
    ),
    "wrong-flag": Wording(
        "ô {field} ghi {value!r}; chỉ dùng yes, no hoặc để trống", "the cell {field} says {value!r}; use yes, no or "
        "nothing",
    ),
    "other-unit": Wording(
        "đơn vị {value!r} không phải là đơn vị của chỉ tiêu ({limit}) và không quy đổi chính xác được",
        "the unit {value!r} is not that of the indicator ({limit}) and cannot be converted exactly",
    ),
}  # fmt: skip
"""Every code that a row can be given, with its sentence; `docs/loading.md` lists them."""

FILE_ROW = 1  # the row that a fault of the file or its header is said of


@dataclasses.dataclass(frozen=True, slots=True)
class RowOutcome:
    """What became of a row: its number as a spreadsheet counts (the header is 1), the code, the column, the words."""

    row: int
    code: str
    field: str | None = None
    values: Mapping[str, object] = dataclasses.field(default_factory=dict)

    def sentence(self, language: str) -> str:
        """What happened and what to do, in the language asked for, `"vi"` or `"en"`."""
        return OUTCOMES[self.code].sentence(language).format(field=self.field, **self.values)


class Refused(Exception):
    """A row or file that cannot be taken; caught where rows are counted, and never seen outside the room."""

    def __init__(self, code: str, column: str | None = None, **values: object) -> None:
        super().__init__(code)
        self.code = code
        self.column = column
        self.values = {name: _short(value) for name, value in values.items()}

    def of_row(self, row: int) -> RowOutcome:
        """The refusal as what became of that row."""
        return RowOutcome(row, self.code, self.column, self.values)


def _short(value: object) -> object:
    return value[:_SHOWN] + "…" if isinstance(value, str) and len(value) > _SHOWN else value
