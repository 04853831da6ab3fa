"""`TIENDO_DATABASE_URL` taken apart, without a look at any database.

`sqlite:///name.sqlite3` is a file below the data folder, `sqlite:////srv/name.sqlite3` one at that place, and
`postgresql://user:password@host:port/name?option=value` a server. Reserved characters are percent-encoded. What is
wrong with an address is said without repeating it, because it may hold a password.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType
from typing import Literal
from urllib.parse import SplitResult, parse_qsl, unquote, urlsplit

from tiendo.config.reading import Unfit

Kind = Literal["sqlite", "postgresql"]

# What may stand behind the question mark and is handed to PostgreSQL's client library as it is. `host` and `port` are
# there for sockets, whose folder cannot be written as a host.
_OPTIONS = frozenset(
    "application_name channel_binding connect_timeout keepalives_idle options passfile service sslcert sslcrl sslkey "
    "sslmode sslrootcert target_session_attrs tcp_user_timeout".split()
)
_PLACE = frozenset({"host", "port"})


@dataclass(frozen=True, slots=True, kw_only=True)
class DatabaseAddress:
    """Where the record is kept.

    `name` is the path of a SQLite file, else the name of a database. An empty user, password, host or port leaves the
    choice to PostgreSQL's client library. The password is never printed.
    """

    kind: Kind
    name: str
    user: str = ""
    password: str = field(default="", repr=False)
    host: str = ""
    port: str = ""
    options: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))

    def __str__(self) -> str:
        if self.kind == "sqlite":
            return self.name
        place = f"{self.host or 'localhost'}{':' + self.port if self.port else ''}"
        return f"postgresql://{self.user + '@' if self.user else ''}{place}/{self.name}"


def parse_database_url(written: str, folder: Path) -> DatabaseAddress:
    """The address that is written; a relative SQLite file is looked for in `folder`. Raises `Unfit`."""
    try:
        parts = urlsplit(written)
        host, port = parts.hostname or "", parts.port
    except ValueError as fault:
        raise Unfit(
            vi="máy chủ hoặc cổng không đúng; ký tự đặc biệt trong mật khẩu phải viết dạng %, ví dụ @ là %40, / là %2F",
            en="host or port is not right; special characters of a password are written with %, @ as %40, / as %2F",
        ) from fault
    if parts.scheme == "sqlite":
        return _sqlite(parts, folder)
    if parts.scheme in ("postgresql", "postgres"):
        return _postgresql(parts, host, "" if port is None else str(port))
    raise Unfit(
        vi="cần bắt đầu bằng sqlite:/// hoặc postgresql://", en="it has to begin with sqlite:/// or postgresql://"
    )


def _sqlite(parts: SplitResult, folder: Path) -> DatabaseAddress:
    # The slash that ends the empty host is no part of the path.
    path = unquote(parts.path[1:])
    if parts.netloc or parts.query or parts.fragment or not path or path.endswith("/") or ":memory:" in path:
        raise Unfit(
            vi="cần sqlite:///tên-tệp (trong thư mục dữ liệu) hoặc sqlite:////đường/dẫn/đầy-đủ, không có gì thêm",
            en="sqlite:///file (in the data folder) or sqlite:////full/path is expected, and nothing else",
        )
    return DatabaseAddress(kind="sqlite", name=str(folder / path))


def _postgresql(parts: SplitResult, host: str, port: str) -> DatabaseAddress:
    name = unquote(parts.path[1:])
    if not name or "/" in name:
        raise Unfit(
            vi="thiếu tên cơ sở dữ liệu sau dấu / cuối", en="the name of the database is missing behind the host"
        )
    if parts.fragment:
        raise Unfit(
            vi="ký tự # phải viết là %23", en="a # has to be written as %23; what stands behind it would be ignored"
        )
    given = dict(parse_qsl(parts.query, keep_blank_values=True))
    if unknown := sorted(given.keys() - _OPTIONS - _PLACE):
        raise Unfit(
            vi=f"không có tùy chọn {', '.join(unknown)}; có: {', '.join(sorted(_OPTIONS | _PLACE))}",
            en=f"there is no option {', '.join(unknown)}; there are: {', '.join(sorted(_OPTIONS | _PLACE))}",
        )
    return DatabaseAddress(
        kind="postgresql",
        name=name,
        user=unquote(parts.username or ""),
        password=unquote(parts.password or ""),
        host=given.pop("host", unquote(host)),
        port=given.pop("port", port),
        options=MappingProxyType(given),
    )
