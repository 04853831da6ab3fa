"""What `tiendo report` says, in Vietnamese and English."""

from __future__ import annotations

from collections.abc import Mapping

SENTENCES_OF_REPORTS: Mapping[str, tuple[str, str]] = {
    "report": (
        "lập báo cáo của một kỳ từ sổ, hoặc kiểm tra một báo cáo còn khớp với sổ không",
        "write the report of a period from the record, or check whether a report still agrees with it",
    ),
    "report-verify": (
        "báo cáo do Tiến Độ ghi ra, cần kiểm tra: số nào còn khớp với sổ, số nào gõ tay, rồi kiểm tra cả văn bản",
        "a report that was written here: which figures still agree, which were typed by hand, then audit the text",
    ),
    "report-marked": (
        "cùng --verify: ghi thêm bản Word có chú thích tại số không còn khớp hoặc gõ tay",
        "with --verify: also write the Word file with comments at figures that do not agree or were typed by hand",
    ),
    "report-marked-done": (
        "Đã ghi bản có chú thích vào {path}.",
        "The file with comments was written to {path}.",
    ),
    "report-text": ("Kiểm tra số liệu trong văn bản:", "Audit of the text:"),
    "report-period": (
        "kỳ báo cáo: 2022-Q1, 2022-H1, 2022-M09 hoặc 2022",
        "period of the report: 2022-Q1, 2022-H1, 2022-M09 or 2022",
    ),
    "report-kind": (
        "loại báo cáo (mặc định: theo kỳ; có --agency thì là agency)",
        "kind of report (default: that of the period; with --agency that of an agency)",
    ),
    "report-agency": (
        "mã cơ quan: chỉ các chỉ tiêu và nhiệm vụ của cơ quan đó",
        "code of an agency: its indicators and tasks alone",
    ),
    "report-date": (
        "ngày ghi trên báo cáo (mặc định: để trống cho văn thư)",
        "the day that the report bears (default: left blank for the registry)",
    ),
    "report-output": (
        "tệp ghi ra; đuôi tệp quyết định dạng",
        "file to write; its ending decides the form",
    ),
    "report-template": (
        "mẫu Word của tỉnh để đổ báo cáo .docx vào (mặc định: mẫu trong thiết đặt, hoặc mẫu có sẵn)",
        "Word template of the province for a .docx report (default: that of the settings, or the one that is shipped)",
    ),
    "report-new-template": (
        "ghi mẫu Word có sẵn ra tệp này để sửa trong Word",
        "write the Word template that is shipped to this file, to be changed in Word",
    ),
    "report-new-template-done": (
        "Đã ghi mẫu báo cáo vào {path}: mở bằng Word để sửa, rồi lập báo cáo với --template {path}.",
        "The report template was written to {path}: change it in Word, then write reports with --template {path}.",
    ),
    "report-needs": (
        "Cần --period và -o để lập báo cáo, hoặc --verify để kiểm tra một báo cáo.",
        "--period and -o are needed to write a report, or --verify to check one.",
    ),
    "report-done": (
        "Đã ghi báo cáo vào {path} (trạng thái sổ {seal}).",
        "The report was written to {path} (state of the record {seal}).",
    ),
}
