"""What the commands say that prove, carry away, bring back and keep the record, in Vietnamese and English."""

from __future__ import annotations

from collections.abc import Mapping

SENTENCES_OF_KEEPING: Mapping[str, tuple[str, str]] = {
    "folder": ("THƯ-MỤC", "FOLDER"),
    "number": ("SỐ", "NUMBER"),
    "export-done": (
        "Đã xuất {acts} lần ghi, {entries} mục, {files} tệp vào {folder}.\nMã của lần ghi cuối: {digest}",
        "{acts} acts, {entries} entries and {files} files were exported to {folder}.\nDigest of the last act: {digest}",
    ),
    "import": (
        "nhập một bản xuất vào cơ sở dữ liệu còn trống; chứng minh từng mục trước khi ghi",
        "take an export into an empty database; every entry is proved before anything is written",
    ),
    "import-folder": ("thư mục do `tiendo export` ghi ra", "a folder that `tiendo export` wrote"),
    "import-done": (
        "Đã nhập {acts} lần ghi, {entries} mục.\nMã của lần ghi cuối: {digest}\n"
        "Mật khẩu không nằm trong bản xuất: hãy đặt lại cho từng tài khoản.",
        "{acts} acts and {entries} entries were imported.\nDigest of the last act: {digest}\n"
        "Passwords are no part of an export: set them anew for each account.",
    ),
    "ledger": ("chứng minh và xem sổ", "prove the record and look into it"),
    "ledger-command": ("VIỆC", "TASK"),
    "ledger-verify": (
        "chứng minh sổ hoặc một bản xuất còn nguyên vẹn; nêu mục hỏng đầu tiên",
        "prove that the record, or an export of it, is whole; the first broken entry is named",
    ),
    "ledger-verify-folder": (
        "bản xuất cần chứng minh, không cần cơ sở dữ liệu (mặc định: chính sổ này)",
        "the export to prove, without any database (default: the record itself)",
    ),
    "ledger-verify-files": (
        "chứng minh cả các tệp gốc (bản xuất thì luôn luôn)",
        "prove the kept files too (those of an export always are)",
    ),
    "ledger-verify-noted": (
        "mã đã lưu riêng trước đây: sổ phải có lần ghi mang mã này",
        "a digest that was noted elsewhere: the record has to have the act that bears it",
    ),
    "ledger-proved": (
        "Sổ nguyên vẹn: {acts} lần ghi, {entries} mục.\nMã của lần ghi cuối: {digest}",
        "The record is whole: {acts} acts, {entries} entries.\nDigest of the last act: {digest}",
    ),
    "ledger-files-proved": ("Các tệp nguyên vẹn: {files}.", "The kept files are whole: {files}."),
    "ledger-show": ("các phiên bản của một mục: ai, khi nào, vì sao", "the versions of an entry: who, when, why"),
    "ledger-show-entry": ("số của mục", "the number of an entry"),
    "ledger-withdrawn": ("(đã rút)", "(withdrawn)"),
    "ledger-log": ("các lần ghi mới nhất", "the newest acts"),
    "ledger-log-limit": ("bao nhiêu lần ghi (mặc định: %(default)s)", "how many acts (default: %(default)s)"),
    "bad-digest": ("{value!r} không phải là mã 64 chữ số hệ 16", "{value!r} is no digest of 64 hexadecimal digits"),
    "bad-number": ("{value!r} không phải là số nguyên dương", "{value!r} is no positive whole number"),
    "backup": (
        "sao lưu sổ đang chạy vào một tệp: cơ sở dữ liệu, tệp gốc, khóa bí mật",
        "back the running record up into one file: database, kept files, secret key",
    ),
    "backup-file": ("tệp mới, ví dụ so-2026-01-05.tar.gz", "a new file, such as record-2026-01-05.tar.gz"),
    "backup-done": (
        "Đã sao lưu {acts} lần ghi, {entries} mục, {files} tệp vào {path}.\nMã của lần ghi cuối: {digest}\n"
        "Tệp này chứa khóa bí mật và bản nháp: hãy cất nơi chỉ mình bạn đọc được.",
        "{acts} acts, {entries} entries and {files} files were backed up to {path}.\nDigest of the last act: {digest}\n"
        "The file holds the secret key and drafts: keep it where nobody else can read it.",
    ),
    "restore": (
        "khôi phục sổ từ một bản sao lưu, sau khi chứng minh bản đó",
        "restore the record from a backup, after proving the backup",
    ),
    "restore-file": ("tệp do `tiendo backup` ghi ra", "a file that `tiendo backup` wrote"),
    "restore-replace": (
        "thay sổ đang có; sổ cũ được để sang một bên, không bị xóa",
        "replace the present record, which is put aside and not deleted",
    ),
    "restore-done": (
        "Đã khôi phục {acts} lần ghi, {entries} mục.\nMã của lần ghi cuối: {digest}",
        "{acts} acts and {entries} entries were restored.\nDigest of the last act: {digest}",
    ),
    "restore-aside": ("Sổ cũ được để tại {place}.", "The record before was put aside: {place}."),
    "restore-servers": (
        "Nếu `tiendo serve` đang chạy thì hãy khởi động lại ngay: các tiến trình cũ có thể còn nhớ sổ cũ.",
        "If `tiendo serve` is running, start it anew at once: its processes may remember the record before.",
    ),
}
