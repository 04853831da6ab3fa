"""What `tiendo load` says, in Vietnamese and English."""

from __future__ import annotations

from collections.abc import Mapping

SENTENCES_OF_LOADING: Mapping[str, tuple[str, str]] = {
    "load": (
        "nạp bảng kết quả (CSV) mà một cơ quan báo cáo vào sổ, mỗi dòng một giá trị",
        "load a table of results (CSV) that an agency reports into the record, one value a row",
    ),
    "load-files": ("tệp CSV (UTF-8) theo mẫu", "CSV files (UTF-8) in the form of the template"),
    "load-agency": (
        "mã cơ quan báo cáo; giá trị mới thay giá trị chính cơ quan đó đã báo cáo",
        "code of the agency that reports; its values take the place of those that it reported before",
    ),
    "load-dry-run": (
        "kiểm tra và cho biết từng dòng sẽ ra sao, không ghi gì", "check and say what would become of every row; "
        "nothing is recorded",
    ),
    "load-partial": (
        "ghi các dòng hợp lệ dù có dòng bị từ chối (mặc định: có dòng sai thì không ghi dòng nào)",
        "record the sound rows though others are refused (default: one wrong row, and none is recorded)",
    ),
    "load-decimal": (
        "dấu thập phân của tệp: . hoặc , (mặc định: %(default)s)",
        "the decimal mark of the file: . or , (default: %(default)s)",
    ),
    "load-publish": (
        "công bố ngay những gì được ghi (cần quyền công bố)",
        "publish what is recorded at once (needs the right to publish)",
    ),
    "load-published": ("  đã công bố", "  published"),
    "load-template": ("in dòng tiêu đề của mẫu", "print the header of the template"),
    "load-no-files": ("cần ít nhất một tệp, hoặc --template", "at least one file is needed, or --template"),
    "load-summary": (
        "{name}: {recorded} giá trị mới, {corrected} thay giá trị cũ, {unchanged} không đổi, {refused} bị từ chối",
        "{name}: {recorded} new values, {corrected} in the place of others, {unchanged} unchanged, {refused} refused",
    ),
    "load-held-back": (
        "  {held_back} dòng hợp lệ chưa ghi: hãy sửa các dòng bị từ chối rồi nạp lại, hoặc dùng --partial",
        "  {held_back} sound rows were not recorded: mend the refused ones and load again, or use --partial",
    ),
    "load-rehearsed": ("  (chạy thử: chưa ghi gì)", "  (dry run: nothing was recorded)"),
    "load-row": ("  dòng {row} [{code}] {sentence}", "  row {row} [{code}] {sentence}"),
    "load-more": ("  … và {count} dòng bị từ chối nữa", "  … and {count} refused rows more"),
}  # fmt: skip
