"""What `tiendo account` says, in Vietnamese and English."""

from __future__ import annotations

from collections.abc import Mapping

SENTENCES_OF_ACCOUNTS: Mapping[str, tuple[str, str]] = {
    "account": (
        "tài khoản, vai trò và mã truy cập (token) của người dùng",
        "accounts of people, their roles and the tokens of their programs",
    ),
    "account-actions": ("Việc cần làm", "What to do"),
    "account-add": ("tạo tài khoản; tài khoản mới chưa có quyền gì", "make an account, which may do nothing yet"),
    "account-close": (
        "đóng tài khoản: không đăng nhập được nữa, mọi mã truy cập bị thu hồi",
        "close an account: nobody signs in with it any longer, and all its tokens are revoked",
    ),
    "account-reopen": ("mở lại tài khoản đã đóng", "open a closed account again"),
    "account-invite": (
        "in một đường dẫn dùng một lần để người dùng tự đặt mật khẩu; trao cho họ thay cho mật khẩu",
        "print an address, to be used once, where the person chooses a password; hand it over instead of one",
    ),
    "account-reset-second-factor": (
        "đặt lại xác thực hai bước khi mất điện thoại và mã dự phòng",
        "forget the second factor of somebody who lost the telephone and the codes",
    ),
    "account-password": ("đặt mật khẩu khác", "set another password"),
    "account-grant": ("cấp vai trò, trong một cơ quan hoặc địa bàn", "give a role, within an agency or a territory"),
    "account-revoke": ("thu hồi vai trò (số lấy từ list)", "take a role back (its number is told by list)"),
    "account-token": (
        "tạo mã truy cập cho một chương trình; mã chỉ hiện một lần",
        "make a token for a program; its secret is shown once",
    ),
    "account-revoke-token": (
        "thu hồi mã truy cập (số lấy từ list)", "revoke a token (its number is told by list)"
    ),
    "account-list": ("liệt kê tài khoản, vai trò, mã truy cập", "list accounts, roles and tokens"),
    "account-name": ("tên tài khoản", "name of the account"),
    "account-number": ("số", "the number"),
    "account-first-name": ("tên", "first name"),
    "account-last-name": ("họ và đệm", "last name"),
    "account-email": ("thư điện tử", "e-mail address"),
    "account-role": (
        "reporter (báo cáo cho một cơ quan), officer (chuyên viên), approver (người duyệt), administrator (quản trị)",
        "reporter (of an agency), officer, approver or administrator",
    ),
    "account-agency": ("chỉ trong cơ quan có mã này", "only within the agency of that code"),
    "account-territory": ("chỉ trong địa bàn có mã này", "only within the territory of that code"),
    "account-for": ("mã truy cập dùng vào việc gì", "what the token is for"),
    "account-days": (
        "mã truy cập hết hạn sau ngần ấy ngày (mặc định: %(default)s)",
        "the token is over after so many days (default: %(default)s)",
    ),
    "account-password-fd": (
        "đọc mật khẩu từ tệp đang mở có số này, thay vì hỏi trên màn hình",
        "read the password from the open file of that number instead of asking on the terminal",
    ),
    "account-ask": ("Mật khẩu: ", "Password: "),
    "account-ask-again": ("Nhập lại: ", "Once more: "),
    "account-differs": ("Hai lần nhập không giống nhau; hãy làm lại.", "They differ; try again."),
    "account-no-terminal": (
        "Không có màn hình để hỏi mật khẩu; dùng --password-fd N (không bao giờ ghi mật khẩu thành đối số).",
        "There is no terminal to ask for the password; use --password-fd N (never write a password as an argument).",
    ),
    "account-bad-fd": (
        "Không đọc được mật khẩu từ tệp đang mở số {number}.",
        "No password can be read from the open file {number}.",
    ),
    "account-made": (
        "Đã tạo tài khoản {name}. Cấp vai trò bằng: tiendo account grant {name} VAI_TRÒ",
        "The account {name} is made. Give it a role: tiendo account grant {name} ROLE",
    ),
    "account-closed": ("Đã đóng tài khoản {name}.", "The account {name} is closed."),
    "account-reopened": ("Đã mở lại tài khoản {name}.", "The account {name} is open again."),
    "account-invited": (
        "Đường dẫn cho {name}, dùng một lần trong 3 ngày; hãy gửi qua kênh kín:",
        "The address for {name}, to be used once within 3 days; send it by a safe way:",
    ),
    "account-factor-reset": (
        "Đã đặt lại xác thực hai bước của {name}.", "The second factor of {name} is reset."
    ),
    "account-password-set": ("Đã đặt mật khẩu của {name}.", "The password of {name} is set."),
    "account-granted": ("Đã cấp (số {entry}).", "Granted (number {entry})."),
    "account-revoked": ("Đã thu hồi.", "Revoked."),
    "account-secret": (
        "Mã truy cập số {number}, chỉ hiện lần này; hãy cất kỹ:",
        "Token {number}, shown this once; keep it safe:",
    ),
    "account-row-closed": ("đã đóng", "closed"),
    "account-row-role": ("  vai trò {number}: {role}{where}", "  role {number}: {role}{where}"),
    "account-row-token": ("  mã truy cập {number}: {name}, {until}", "  token {number}: {name}, {until}"),
    "account-until": ("đến {day}", "until {day}"),
    "account-no-end": ("không thời hạn", "without an end"),
    "account-token-revoked": ("đã thu hồi", "revoked"),
}  # fmt: skip
