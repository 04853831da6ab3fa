"""What is written in an environment variable becomes a value, or an explanation of what is wrong with it."""

from __future__ import annotations

from collections.abc import Callable
from ipaddress import ip_address
from pathlib import Path
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from tiendo.facts.wording import Wording
from tiendo.text.sizes import read_size

_YES = frozenset({"1", "true", "yes", "on", "có"})
_NO = frozenset({"0", "false", "no", "off", "không"})
_LOOPBACK = frozenset({"localhost", "127.0.0.1", "::1"})
_LONGEST_LINE = 80  # characters: what fits on a button


class Unfit(ValueError):
    """A written value that cannot be used; `why` says what is wrong with it, or what is expected."""

    def __init__(self, *, vi: str, en: str) -> None:
        super().__init__(en)
        self.why = Wording(vi=vi, en=en)


def folder(written: str) -> Path:
    """An absolute folder; `~` is the user's home."""
    path = Path(written)
    try:
        return path.expanduser().absolute()
    except RuntimeError as fault:
        raise Unfit(vi="không tìm được thư mục riêng của người dùng", en="the user's home is not known") from fault


def file_or_none(written: str) -> Path | None:
    """An absolute path of a file, `None` where nothing is written; it is read when it is needed."""
    return folder(written) if written else None


def whole_number(low: int, high: int) -> Callable[[str], int]:
    """Reads a whole number between two bounds, both allowed."""

    def read(written: str) -> int:
        if written.isascii() and written.isdigit() and low <= int(written) <= high:
            return int(written)
        raise Unfit(vi=f"cần một số nguyên từ {low} đến {high}", en=f"a whole number from {low} to {high} is expected")

    return read


def size(written: str) -> int:
    """Bytes of `64MB` and the like."""
    try:
        return read_size(written)
    except ValueError as fault:
        raise Unfit(
            vi="cần một dung lượng như 500KB, 64MB hoặc 1GB", en="a size such as 500KB, 64MB or 1GB is expected"
        ) from fault


def yes_or_no(written: str) -> bool:
    """`1`, `yes`, `true`, `on`, `có` against `0`, `no`, `false`, `off`, `không`."""
    word = written.casefold()
    if word not in _YES | _NO:
        raise Unfit(vi="cần 1 hoặc 0", en="1 or 0 is expected")
    return word in _YES


def one_of(*choices: str) -> Callable[[str], str]:
    """Reads one of a few words."""

    def read(written: str) -> str:
        if written not in choices:
            offered = ", ".join(choices)
            raise Unfit(vi=f"cần một trong: {offered}", en=f"one of these is expected: {offered}")
        return written

    return read


def host_names(written: str) -> tuple[str, ...]:
    """Names of hosts, separated by commas, without scheme or port."""
    names = tuple(name for part in written.split(",") if (name := part.strip()))
    if not names or any("/" in name or " " in name or _has_port(name) for name in names):
        raise Unfit(
            vi="cần các tên máy cách nhau bằng dấu phẩy, không kèm https:// hay cổng",
            en="names of hosts are expected, separated by commas, without https:// and without a port",
        )
    return names


def _has_port(name: str) -> bool:
    return ":" in name and not (name.startswith("[") and name.endswith("]"))


def time_zone(written: str) -> str:
    """A name of the time zone database."""
    try:
        ZoneInfo(written)
    except (ZoneInfoNotFoundError, ValueError, OSError) as fault:
        raise Unfit(
            vi="không có múi giờ này; ví dụ Asia/Ho_Chi_Minh",
            en="there is no such zone; an example is Asia/Ho_Chi_Minh",
        ) from fault
    return written


def public_address(written: str) -> str:
    """`https://tiendo.example.vn`: scheme and host, perhaps a port, nothing behind; empty where there is none."""
    if not written:
        return ""
    try:
        parts = urlsplit(written)
        fits = parts.scheme in ("http", "https") and parts.hostname and parts.port != 0 and "@" not in parts.netloc
    except ValueError:
        fits = False
    if not fits or parts.path not in ("", "/") or parts.query or parts.fragment:
        raise Unfit(
            vi="cần một địa chỉ như https://tiendo.example.vn, không có gì phía sau tên máy",
            en="an address such as https://tiendo.example.vn is expected, with nothing behind the host",
        )
    return f"{parts.scheme}://{parts.netloc}"


def address(written: str) -> str:
    """An address of this machine at which to listen, IPv6 without brackets."""
    bare = written.removeprefix("[").removesuffix("]")
    try:
        ip_address(bare)
    except ValueError as fault:
        if bare == "localhost":
            return bare
        raise Unfit(
            vi="cần một địa chỉ IP của máy này, ví dụ 127.0.0.1, 0.0.0.0 hoặc ::",
            en="an IP address of this machine is expected, such as 127.0.0.1, 0.0.0.0 or ::",
        ) from fault
    return bare


def issuer(written: str) -> str:
    """The address of an OpenID Connect provider; `https`, as passwords depend on it, but for one on this machine."""
    if not written:
        return ""
    try:
        parts = urlsplit(written)
        fits = parts.hostname and "@" not in parts.netloc and not parts.query and not parts.fragment
        safe = parts.scheme == "https" or (parts.scheme == "http" and parts.hostname in _LOOPBACK)
    except ValueError:
        fits = safe = False
    if not fits or not safe:
        raise Unfit(
            vi="cần một địa chỉ https như https://dang-nhap.example.vn/realms/tinh",
            en="an https address such as https://login.example.vn/realms/province is expected",
        )
    return written.rstrip("/")


def together(written: str, other: str, value: str) -> str:
    """A text that has to be there where another variable is."""
    if value.strip() and not written:
        raise Unfit(vi=f"cần có, vì {other} đã đặt", en=f"it is needed where {other} is set")
    return written


def one_line(written: str) -> str:
    """A short text."""
    if len(written) > _LONGEST_LINE or not written.isprintable():
        raise Unfit(
            vi=f"cần một dòng chữ tối đa {_LONGEST_LINE} ký tự",
            en=f"a line of at most {_LONGEST_LINE} characters is expected",
        )
    return written
