"""What `tiendo boundaries` says, in Vietnamese and English."""

from __future__ import annotations

from collections.abc import Mapping

SENTENCES_OF_BOUNDARIES: Mapping[str, tuple[str, str]] = {
    "boundaries": (
        "nhập tệp ranh giới hành chính chính thức (GeoJSON) để bản đồ vẽ theo hình thật thay cho ô",
        "take in an official boundary file (GeoJSON), so that maps are drawn with real outlines instead of tiles",
    ),
    "boundaries-file": (
        "tệp GeoJSON (Polygon, MultiPolygon; tọa độ độ, WGS 84)",
        "GeoJSON file (Polygon, MultiPolygon; coordinates in degrees, WGS 84)",
    ),
    "boundaries-code": (
        "tên thuộc tính chứa mã đơn vị hành chính", "the property that holds the code of the unit",
    ),
    "boundaries-name": (
        "tên thuộc tính chứa tên đơn vị hành chính", "the property that holds the name of the unit",
    ),
    "boundaries-province": (
        "mã tỉnh (mặc định: %(default)s)", "code of the province (default: %(default)s)",
    ),
    "boundaries-on": (
        "ngày mà các đơn vị trong tệp có hiệu lực; trước 2025-07-01 là huyện (mặc định: hôm nay)",
        "a day on which the units of the file were in force; before 2025-07-01 districts (default: today)",
    ),
    "bad-day": ("{value!r} không phải là ngày; viết như 2025-07-01.", "{value!r} is no day; write it like 2025-07-01."),
    "boundaries-dry-run": ("kiểm tra và cho biết kết quả, không lưu gì", "check and say what would be; keep nothing"),
    "boundaries-summary": (
        "{name}: {features} đối tượng, {linked} ghép được với đơn vị hành chính",
        "{name}: {features} features, {linked} of them linked to units",
    ),
    "boundaries-unlinked": (
        "  đối tượng {number} ({shown}): {why}", "  feature {number} ({shown}): {why}",
    ),
    "boundaries-more": ("  … và {count} đối tượng nữa không ghép được", "  … and {count} more were not linked"),
    "boundaries-missing": (
        "  chưa có hình: {units}\n  Chưa lưu gì: bản đồ chỉ vẽ theo hình thật khi mọi đơn vị đều có hình.",
        "  without an outline: {units}\n  Nothing was kept: outlines are drawn only where every unit has one.",
    ),
    "boundaries-simplified": (
        "  {before} điểm, giữ lại {after}. Ranh giới chung vẫn liền nếu trong tệp hai bên dùng đúng cùng các điểm; "
        "nếu không, có thể thấy khe hở nhỏ.",
        "  {before} points, {after} kept. Shared borders stay closed where both sides have the same points in the "
        "file; elsewhere small gaps can show.",
    ),
    "boundaries-kept": ("  Đã lưu: {place}", "  Kept: {place}"),
    "boundaries-rehearsed": ("  (chạy thử: chưa lưu gì)", "  (dry run: nothing was kept)"),
}  # fmt: skip
