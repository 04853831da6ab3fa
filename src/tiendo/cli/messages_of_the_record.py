"""What the commands of the record say, in Vietnamese and English."""

from __future__ import annotations

from collections.abc import Mapping

SENTENCES_OF_THE_RECORD: Mapping[str, tuple[str, str]] = {
    "serve": (
        "chạy trang web và API của sổ trên máy này; lần đầu tự thiết lập mọi thứ",
        "serve the pages and the API of the record; the first time everything is set up",
    ),
    "serve-port": ("cổng (mặc định: TIENDO_PORT, nếu không có thì 8000)", "port (default: TIENDO_PORT, else 8000)"),
    "serve-bind": (
        "địa chỉ của máy này (mặc định: TIENDO_BIND, nếu không có thì 127.0.0.1)",
        "address of this machine (default: TIENDO_BIND, else 127.0.0.1)",
    ),
    "serve-workers": (
        "số tiến trình (mặc định: TIENDO_WORKERS, nếu không có thì mỗi lõi một)",
        "processes (default: TIENDO_WORKERS, else one a core)",
    ),
    "serve-no-worker": (
        "không chạy tiến trình đọc tệp kèm theo; khi đó `tiendo worker --forever` làm việc này",
        "start no worker of its own for uploaded files; `tiendo worker --forever` takes them then",
    ),
    "serve-ready": (
        "Tiến Độ đang chạy tại {address} (sổ: {record}). Dừng: Ctrl+C.",
        "Tiến Độ is served at {address} (record: {record}). Stop it with Ctrl+C.",
    ),
    "serve-sign-in": ("Đăng nhập: {address}", "Sign in at {address}"),
    "serve-first": (
        "Chưa có quản trị viên. Mở địa chỉ này để chọn tên và mật khẩu (dùng một lần, trong 3 ngày): {address}",
        "There is no administrator yet. Choose a name and a password at this address (once, within 3 days): {address}",
    ),
    "serve-refused": (
        "Không mở được {address}: {reason}. Hãy dừng chương trình đang dùng cổng đó hoặc chọn cổng khác: --port N",
        "{address} cannot be opened: {reason}. Stop the program that uses it, or choose another port: --port N",
    ),
    "bad-setting": ("{value!r} không dùng được: {why}", "{value!r} cannot be used: {why}"),
    "doctor": (
        "kiểm tra máy và sổ: thiếu gì, hỏng gì, cần làm gì",
        "examine the machine and the record: what is missing, what is wrong, what to do",
    ),
    "doctor-json": ("in kết quả dạng JSON", "print the findings as JSON"),
    "doctor-ok": ("tốt", "ok"),
    "doctor-warning": ("lưu ý", "warning"),
    "doctor-fault": ("LỖI", "FAULT"),
    "doctor-well": ("Không có lỗi.", "There is no fault."),
    "doctor-ill": ("{count} lỗi cần sửa.", "Faults to mend: {count}."),
}
