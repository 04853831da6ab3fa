"""The types of official documents and their abbreviations in document numbers.

Decree 30/2020/NĐ-CP, article 7 and annex III (29 administrative types), with the types of normative acts,
of the Party, and the names that real documents print in full.
"""

from __future__ import annotations

ABBREVIATIONS: dict[str, str] = {
    "NQ": "Nghị quyết", "QĐ": "Quyết định", "CT": "Chỉ thị", "QC": "Quy chế", "QyĐ": "Quy định", "TC": "Thông cáo",
    "TB": "Thông báo", "HD": "Hướng dẫn", "CTr": "Chương trình", "KH": "Kế hoạch", "PA": "Phương án", "ĐA": "Đề án",
    "DA": "Dự án", "BC": "Báo cáo", "BB": "Biên bản", "TTr": "Tờ trình", "HĐ": "Hợp đồng", "CĐ": "Công điện",
    "BGN": "Bản ghi nhớ", "BTT": "Bản thỏa thuận", "GUQ": "Giấy ủy quyền", "GM": "Giấy mời",
    "GGT": "Giấy giới thiệu", "GNP": "Giấy nghỉ phép", "PG": "Phiếu gửi", "PC": "Phiếu chuyển", "PB": "Phiếu báo",
    "NĐ": "Nghị định", "TT": "Thông tư", "TTLT": "Thông tư liên tịch", "PL": "Pháp lệnh", "KL": "Kết luận",
    "CTHĐ": "Chương trình hành động",
}  # fmt: skip

# Types that a body enacts: its name stands between the title and the legal bases.
ENACTED = frozenset(("Nghị quyết", "Quyết định", "Nghị định", "Thông tư", "Thông tư liên tịch", "Luật", "Bộ luật",
                     "Pháp lệnh", "Lệnh"))  # fmt: skip

# Công văn and thư công have no abbreviation of their own.
TYPES: frozenset[str] = frozenset(ABBREVIATIONS.values()) | {
    "Công văn", "Thư công", "Luật", "Bộ luật", "Hiến pháp", "Lệnh", "Thông cáo báo chí", "Đề cương", "Quy hoạch",
    "Chiến lược", "Thông tri", "Văn bản hợp nhất",
}  # fmt: skip
