"""A board with the true figures of Lạng Sơn for the first quarter of 2022, put together by hand."""

from __future__ import annotations

from tests.unit.assessment.figures import catalogue, entry, indicator, result, target
from tiendo.assessment.board import Board, BoardEntry, build_board
from tiendo.catalogue.model import Direction, Indicator, Semantics
from tiendo.facts.period import Period

PLAN = "62/NQ-HĐND"
REPORT = "Thông cáo quý I"
LONG_PLAN = "23/KH-UBND"


def board() -> Board:
    """The sample board."""
    return build_board(entries(), Period.quarter(2022, 1), catalogue(*_indicators().values()))


def entries() -> list[BoardEntry]:
    """Targets of three documents and the results of one."""
    measures = _indicators()
    made = [entry(measures[code], target(notation), title) for code, notation, title in _TARGETS]
    for code, notation, claims in _RESULTS:
        made.append(entry(measures[code], result(notation, **claims), REPORT))
    return made


def _indicators() -> dict[str, Indicator]:
    made = (
        indicator(code="revenue", name="Thu ngân sách nhà nước trên địa bàn", english="State budget revenue",
                  owner="STC"),
        indicator(
            Semantics.CEILING, code="expenditure", name="Chi ngân sách địa phương", english="Local budget expenditure",
            owner="STC",
        ),
        indicator(code="tourism", name="Doanh thu du lịch", english="Tourism revenue", owner="SVHTTDL"),
        indicator(
            code="visitors", name="Lượng khách du lịch", english="Visitors", unit="nghìn lượt", owner="SVHTTDL"
        ),
        indicator(
            code="exports", name="Kim ngạch xuất khẩu hàng địa phương", english="Exports of local goods",
            unit="triệu USD", owner="SCT",
        ),
        indicator(
            Semantics.GROWTH, code="exports_growth", name="Tăng kim ngạch xuất khẩu hàng địa phương",
            english="Growth of exports of local goods", unit="%", owner="SCT", variant_of="exports",
        ),
        indicator(
            Semantics.GROWTH, code="grdp", name="Tốc độ tăng trưởng GRDP", english="GRDP growth", unit="%", owner="CTK"
        ),
        indicator(
            Semantics.INCREMENT, code="schools", name="Trường học đạt chuẩn quốc gia, thêm",
            english="Schools up to the national standard, added", unit="trường", sector="society", owner="SGDDT",
        ),
        indicator(
            Semantics.INCREMENT, code="communes", name="Xã đạt chuẩn nông thôn mới, thêm",
            english="New-style rural communes, added", unit="xã", sector="society", owner="SNNPTNT",
        ),
        indicator(
            Semantics.GROWTH, Direction.DOWN, code="accidents", name="Tai nạn giao thông (cả ba tiêu chí)",
            english="Traffic accidents", unit="%", sector="society", owner="CAT",
        ),
        indicator(code="forest", name="Trồng rừng mới", english="New forest", unit="ha", sector="environment",
                  owner="SNNPTNT"),
        indicator(
            Semantics.RATIO, code="cover", name="Tỷ lệ che phủ rừng", english="Forest cover", unit="%",
            sector="environment", owner="SNNPTNT",
        ),
        indicator(code="retail", name="Tổng mức lưu chuyển hàng hóa bán lẻ", english="Retail sales", owner="SCT"),
    )  # fmt: skip
    return {one.id: one for one in made}


_TARGETS = (
    ("grdp", "7 – 7,5 % @2022", PLAN),
    ("grdp", "8 – 9 % @2021/2030 hằng năm", LONG_PLAN),
    ("visitors", "3.460 nghìn lượt @2022", PLAN),
    ("visitors", "~6 triệu lượt @../2030", LONG_PLAN),
    ("tourism", "2.600 tỷ đồng @2022", PLAN),
    ("exports_growth", "tăng 9 – 10 % @2022", PLAN),
    ("revenue", "7.850 tỷ đồng @2022", PLAN),
    ("expenditure", "10.984,2 tỷ đồng @2022", PLAN),
    ("schools", "thêm 15 trường @2022", PLAN),
    ("communes", "thêm 10 xã @2022", PLAN),
    ("accidents", "giảm ≥5 % @2022", PLAN),
    ("forest", "9.000 ha @2022", PLAN),
    ("cover", "63,8 % @2022", PLAN),
    ("cover", "67 % @../2030", LONG_PLAN),
    ("cover", "~60 % @../2020", "Kế hoạch 2016 - 2020"),
)
_RESULTS: tuple[tuple[str, str, dict[str, str]], ...] = (
    ("revenue", "2.202,4 tỷ đồng @2022-Q1 ước", {"plan": "28.1", "yoy": "-8.9"}),
    ("expenditure", "1.960,4 tỷ đồng @2022-Q1 ước", {"plan": "17.8", "yoy": "-4.2"}),
    ("tourism", "277 tỷ đồng @2022-Q1 ước", {"plan": "11", "yoy": "-19.3"}),
    ("visitors", "755.950 lượt @2022-Q1 ước", {"plan": "22", "yoy": "7.9"}),
    ("exports", "28 triệu USD @2022-Q1", {"plan": "20", "yoy": "7.7"}),
    ("schools", "9 trường @2022-Q1", {}),
    ("forest", "2.530 ha @2022-Q1 ước", {"plan": "28.1"}),
    ("retail", "5.953 tỷ đồng @2022-Q1 ước", {"plan": "26.3", "yoy": "13.7"}),
)
