"""What `tiendo chart` says, in Vietnamese and English."""

from __future__ import annotations

from collections.abc import Mapping

SENTENCES_OF_CHARTS: Mapping[str, tuple[str, str]] = {
    "chart": (
        "vẽ một chỉ tiêu qua các năm, hoặc cả bảng tiến độ, thành tệp SVG, PNG hay PDF",
        "draw an indicator through the years, or the whole scoreboard, as an SVG, PNG or PDF file",
    ),
    "chart-what": (
        "mã của chỉ tiêu (xem `tiendo catalogue`), hoặc `board` để vẽ bảng tiến độ",
        "the code of an indicator (see `tiendo catalogue`), or `board` for the scoreboard",
    ),
    "chart-what-name": ("CHỈ-TIÊU", "INDICATOR"),
    "chart-period": (
        "kỳ của bảng; với một chỉ tiêu: chỉ vẽ kết quả đến hết kỳ này",
        "the period of the board; for an indicator: only results up to its end are drawn",
    ),
    "chart-as-of": ("theo sổ lúc đó, ví dụ 2022-04-30", "as the record stood then, such as 2022-04-30"),
    "chart-territory": (
        "mã địa bàn (mặc định: địa bàn có nhiều chỉ tiêu nhất)",
        "the code of a territory (default: the one with the most targets)",
    ),
    "chart-output": (
        "tệp .svg, .png hoặc .pdf (chỉ thay khi đã xong)",
        "an .svg, .png or .pdf file, replaced when done",
    ),
    "chart-needs-period": (
        "Bảng tiến độ cần một kỳ: thêm --period, ví dụ --period 2022-Q1.",
        "The scoreboard needs a period: add --period, such as --period 2022-Q1.",
    ),
    "chart-drafts": (
        "Chỉ vẽ phần đã công bố; thêm --with-drafts để vẽ cả bản nháp.",
        "Only what is published is drawn; add --with-drafts for drafts too.",
    ),
    "chart-form": (
        "{value!r} không phải tệp .svg, .png hay .pdf",
        "{value!r} is no .svg, .png or .pdf file",
    ),
}
