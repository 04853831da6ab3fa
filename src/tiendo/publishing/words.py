"""The fixed words of a board: title, headings, totals and closing notes."""

from __future__ import annotations

from datetime import date

from tiendo.assessment.board import Board, Totals
from tiendo.assessment.status import Status
from tiendo.facts.printing import percent
from tiendo.facts.wording import Wording
from tiendo.publishing.cells import SYMBOLS
from tiendo.reference.territories import NATIONAL, territory

INDICATOR = Wording("Chỉ tiêu", "Indicator")
RESULT = Wording("Kết quả", "Result")
TARGET = Wording("Mục tiêu", "Target")
PATH = Wording("Tiến độ", "Progress")
STATUS = Wording("Đánh giá", "Status")
YEAR_ON_YEAR = Wording("Cùng kỳ", "Y-o-y")
SOURCE = Wording("Nguồn", "Source")
PLAN_PERCENT = Wording("so kế hoạch", "of plan")
WHY = Wording("Vì sao", "Why")
UNPLANNED = Wording("Kết quả không có chỉ tiêu kế hoạch", "Results without a plan target")
EMPTY = Wording(
    "Không có chỉ tiêu nào của kỳ này trong các văn bản đã đọc.",
    "The documents read hold no target for this period.",
)
NOTE = Wording("Lưu ý", "Note")
TO_CHECK = Wording("Số liệu cần kiểm tra", "Figures to check")

# The order of the totals: what is well, what needs a look, what has no verdict.
TOTALS_ORDER = (
    Status.REACHED,
    Status.ON_PATH,
    Status.WITHIN,
    Status.WATCH,
    Status.BEHIND,
    Status.EXCEEDED,
    Status.TOO_EARLY,
    Status.NO_DATA,
    Status.NOT_COMPARABLE,
)
NEEDS_REASON = (Status.WATCH, Status.BEHIND, Status.EXCEEDED)


def title(board: Board, language: str) -> str:
    """`Tỉnh Lạng Sơn, quý I năm 2022`; without the territory where the documents do not say it."""
    period = board.period.vietnamese() if language == "vi" else board.period.english()
    name = f"{place}, {period}" if (place := _place(board, language)) else period
    return name[:1].upper() + name[1:]


def _place(board: Board, language: str) -> str | None:
    if board.territory == NATIONAL:
        return Wording("cả nước", "Viet Nam").sentence(language)
    unit = territory(board.territory, board.on) if board.territory else None
    return Wording(unit.title, unit.name).sentence(language) if unit else None


def lede(board: Board, language: str) -> str:
    """What the board covers, and how to read it."""
    return covered(board.totals.rows, board.on, language)


def covered(rows: int, day: date, language: str) -> str:
    """That a board covers so many indicators up to a day, and how to read it."""
    plural = "" if rows == 1 else "s"
    return Wording(
        f"{rows} chỉ tiêu, số liệu đến {day.day}/{day.month}/{day.year}. "
        "Vạch trên mỗi thước là mức nên đạt đến lúc đó.",
        f"{rows} indicator{plural}, data to {day.isoformat()}. The tick on each ruler is what is expected by then.",
    ).sentence(language)


def totals(totals: Totals, language: str) -> list[tuple[Status, str, int, str]]:
    """Status, symbol, count and word of every status that occurs."""
    return [
        (status, SYMBOLS[status], count, status.word.sentence(language))
        for status in TOTALS_ORDER
        if (count := totals.counts.get(status, 0))
    ]


def fresh(totals: Totals, language: str) -> tuple[str, str]:
    """The share of indicators with a fresh result, and its words."""
    share = totals.fresh_share
    words = Wording("chỉ tiêu có số liệu kỳ này", "of indicators have data for this period")
    return ("–" if share is None else percent(share, language, 0)), words.sentence(language)


def more(count: int, language: str) -> str:
    """That some results are not listed here."""
    return Wording(
        f"… và {count} kết quả nữa: xem bản json hoặc csv.",
        f"… and {count} more: see the json or csv form.",
    ).sentence(language)


def elsewhere(board: Board, language: str) -> str:
    """That some figures are of another territory."""
    return Wording(
        f"{board.elsewhere} số liệu của địa bàn khác không đưa vào bảng này.",
        f"Not part of this board: {board.elsewhere} of other territories.",
    ).sentence(language)


def unlinked(board: Board, language: str) -> str:
    """That some figures belong to no known indicator."""
    count = board.unlinked
    plural = "" if count == 1 else "s"
    return Wording(
        f"{count} số liệu chưa gắn được với chỉ tiêu nào trong danh mục.",
        f"{count} figure{plural} could not be linked to an indicator of the catalogue.",
    ).sentence(language)
