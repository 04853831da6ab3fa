"""Every setting of an installation: its variable, its type, its default and the reason for it.

`VARIABLES` is the whole list. `docs/settings.md` says the same for people, and a test compares the two. What Django is
told follows from these values in `django_settings.py`.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import quote, urlsplit

from tiendo.config import reading
from tiendo.config.database_url import DatabaseAddress, parse_database_url
from tiendo.facts.errors import InvalidSetting

Environment = Mapping[str, str]

# Ports below 1024 belong to the system; a program that is no administrator may not listen there, but a container may.
_PORTS = (1, 65_535)
# More processes than this wait for the database, not for a processor.
_WORKERS = (1, 64)
# A day: whoever waits longer for one document wants another tool.
_SECONDS = (1, 86_400)
# No request passes through more servers before it arrives.
_PROXIES = (0, 10)

_THIS_MACHINE = ("localhost", "127.0.0.1", "[::1]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """The settings of one installation; see `VARIABLES` for what each one means."""

    data_dir: Path
    database: DatabaseAddress
    public_url: str
    hosts: tuple[str, ...]
    bind: str
    port: int
    workers: int
    pages_ahead: bool
    language: str
    time_zone: str
    max_upload: int
    reader_memory: int
    reader_seconds: int
    proxies: int
    second_factor: str
    oidc_issuer: str
    oidc_client_id: str
    oidc_client_secret: str
    oidc_name: str
    oidc_claim: str
    organisation: str
    contact: str
    data_licence: str
    report_settings: Path | None
    debug: bool

    def address(self, bind: str | None = None, port: int | None = None) -> str:
        """The address of the site, without a stroke at its end: the public one, else that at which it listens."""
        host = bind or self.bind
        return self.public_url or f"http://{f'[{host}]' if ':' in host else host}:{port or self.port}"

    @property
    def https(self) -> bool:
        """Whether readers come over https: cookies travel only encrypted then, and plain requests are sent on."""
        return self.public_url.startswith("https://")

    @property
    def allowed_hosts(self) -> list[str]:
        """The names under which the site answers: those of the setting and the one of the public address."""
        public = urlsplit(self.public_url).hostname
        return list(dict.fromkeys([*self.hosts, *([public] if public else [])]))

    @property
    def key_file(self) -> Path:
        """Where the secret key is kept."""
        return self.data_dir / "secret-key"

    @property
    def static_dir(self) -> Path:
        """Where pictures, styles and scripts of the pages are gathered for delivery; can be made again any time."""
        return self.data_dir / "static"

    @classmethod
    def from_environment(cls, environ: Environment) -> Settings:
        """The settings that the variables make; `InvalidSetting` names the first one that is wrong."""
        return cls(**{variable.field: variable.value(environ) for variable in VARIABLES})


class Variable(NamedTuple):
    """One environment variable: the field of `Settings` that it fills, its default, and how it is read.

    `default` is what an absent or empty variable stands for, made from the other variables where it depends on them.
    `reason` says why it is that. `read` raises `reading.Unfit`. The value of a `secret` variable is never repeated.
    """

    name: str
    field: str
    default: Callable[[Environment], str]
    reason: str
    read: Callable[[str, Environment], Any]
    secret: bool = False

    def value(self, environ: Environment) -> Any:
        """The value that the environment gives; `InvalidSetting` where it does not fit."""
        written = environ.get(self.name, "").strip()
        try:
            return self.read(written or self.default(environ), environ)
        except reading.Unfit as fault:
            shown = f" ({written!r})" if written and not self.secret else ""
            raise InvalidSetting(
                vi=f"Biến môi trường {self.name}{shown} không dùng được: {fault.why.vi}. "
                "Hãy sửa hoặc bỏ biến này; xem docs/settings.md.",
                en=f"The environment variable {self.name}{shown} cannot be used: {fault.why.en}. "
                "Correct it or leave it out; see docs/settings.md.",
            ) from fault


def _plain(read: Callable[[str], Any]) -> Callable[[str, Environment], Any]:
    return lambda written, _: read(written)


def _always(written: str) -> Callable[[Environment], str]:
    return lambda _: written


def _home_of_data(environ: Environment) -> str:
    shared = environ.get("XDG_DATA_HOME", "")
    # The specification of these folders says that a relative path is to be ignored.
    return str(Path(shared if Path(shared).is_absolute() else "~/.local/share") / "tiendo")


def _own_file(environ: Environment) -> str:
    return "sqlite:///" + quote(str(_data_dir(environ) / "tiendo.sqlite3"))


def _cores(_: Environment) -> str:
    usable = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return str(min(usable, _WORKERS[1]))


def _as_others_reach_it(environ: Environment) -> str:
    return "required" if environ.get("TIENDO_PUBLIC_URL", "").strip() else "offered"


def _with_issuer(written: str, environ: Environment) -> str:
    return reading.together(written, "TIENDO_OIDC_ISSUER", environ.get("TIENDO_OIDC_ISSUER", ""))


def _data_dir(environ: Environment) -> Path:
    folder: Path = DATA_DIR.value(environ)
    return folder


def _database(written: str, environ: Environment) -> DatabaseAddress:
    return parse_database_url(written, _data_dir(environ))


DATA_DIR = Variable(
    "TIENDO_DATA_DIR",
    "data_dir",
    _home_of_data,
    "The folder that the desktop specification gives to programs for data of one user",
    _plain(reading.folder),
)

VARIABLES = (
    DATA_DIR,
    Variable(
        "TIENDO_DATABASE_URL",
        "database",
        _own_file,
        "A file needs no server and no administrator, and holds the record of a province",
        _database,
        secret=True,
    ),
    Variable(
        "TIENDO_PUBLIC_URL",
        "public_url",
        _always(""),
        "Without a name that others use there is nothing to encrypt for: the machine talks to itself",
        _plain(reading.public_address),
    ),
    Variable(
        "TIENDO_HOSTS",
        "hosts",
        _always(",".join(_THIS_MACHINE)),
        "A request under a name that nobody gave to this site is an attack or a mistake",
        _plain(reading.host_names),
    ),
    Variable(
        "TIENDO_BIND",
        "bind",
        _always("127.0.0.1"),
        "Nobody else on the network sees the record until somebody decides that they may",
        _plain(reading.address),
    ),
    Variable(
        "TIENDO_PORT",
        "port",
        _always("8000"),
        "Free on most machines, and open to programs that are no administrator",
        _plain(reading.whole_number(*_PORTS)),
    ),
    Variable(
        "TIENDO_WORKERS",
        "workers",
        _cores,
        "One process a core uses the machine; each also serves several requests at once by threads",
        _plain(reading.whole_number(*_WORKERS)),
    ),
    Variable(
        "TIENDO_PAGES_AHEAD",
        "pages_ahead",
        _always("1"),
        "Readers wait for no page; a machine with little memory may do without the process that makes them",
        _plain(reading.yes_or_no),
    ),
    Variable(
        "TIENDO_LANGUAGE",
        "language",
        _always("vi"),
        "The documents, and most who read them, speak Vietnamese",
        _plain(reading.one_of("vi", "en")),
    ),
    Variable(
        "TIENDO_TIME_ZONE",
        "time_zone",
        _always("Asia/Ho_Chi_Minh"),
        "A deadline ends at midnight in Vietnam, wherever the server stands",
        _plain(reading.time_zone),
    ),
    Variable(
        "TIENDO_MAX_UPLOAD",
        "max_upload",
        _always("64MB"),
        "A provincial plan with scanned annexes stays below 60 MB",
        _plain(reading.size),
    ),
    Variable(
        "TIENDO_READER_MEMORY",
        "reader_memory",
        _always("2GB"),
        "Enough for the longest plans with their scans; two readers still fit into a small server",
        _plain(reading.size),
    ),
    Variable(
        "TIENDO_READER_SECONDS",
        "reader_seconds",
        _always("600"),
        "200 scanned pages, the most that are recognised, take about 400 seconds",
        _plain(reading.whole_number(*_SECONDS)),
    ),
    Variable(
        "TIENDO_PROXIES",
        "proxies",
        _always("0"),
        "A header that says where a request came from can be forged, unless a server in front is known to write it",
        _plain(reading.whole_number(*_PROXIES)),
    ),
    Variable(
        "TIENDO_SECOND_FACTOR",
        "second_factor",
        _as_others_reach_it,
        "A stolen password must not be enough where others reach the site; on one machine it would be in the way",
        _plain(reading.one_of("required", "offered")),
    ),
    Variable(
        "TIENDO_OIDC_ISSUER",
        "oidc_issuer",
        _always(""),
        "Without a login of the province there is the password",
        _plain(reading.issuer),
    ),
    Variable(
        "TIENDO_OIDC_CLIENT_ID", "oidc_client_id", _always(""), "The login of the province gives it", _with_issuer
    ),
    Variable(
        "TIENDO_OIDC_CLIENT_SECRET",
        "oidc_client_secret",
        _always(""),
        "The login of the province gives it",
        _with_issuer,
        secret=True,
    ),
    Variable(
        "TIENDO_OIDC_NAME",
        "oidc_name",
        _always("SSO"),
        "What is written on the button, where nobody says how people call that login",
        _plain(reading.one_line),
    ),
    Variable(
        "TIENDO_OIDC_CLAIM",
        "oidc_claim",
        _always("preferred_username"),
        "The standard's name for what people call themselves when they sign in",
        _plain(reading.one_line),
    ),
    Variable(
        "TIENDO_ORGANISATION",
        "organisation",
        _always(""),
        "Only who runs the site can say who that is",
        _plain(reading.one_line),
    ),
    Variable(
        "TIENDO_CONTACT",
        "contact",
        _always(""),
        "An address that nobody reads is worse than none",
        _plain(reading.one_line),
    ),
    Variable(
        "TIENDO_DATA_LICENCE",
        "data_licence",
        _always(""),
        "Whoever publishes data decides what others may do with it",
        _plain(reading.one_line),
    ),
    Variable(
        "TIENDO_REPORT_SETTINGS",
        "report_settings",
        _always(""),
        "The name of the province says how its committee is called; nobody but the province says who signs",
        _plain(reading.file_or_none),
    ),
    Variable(
        "TIENDO_DEBUG",
        "debug",
        _always("0"),
        "Pages with tracebacks show what is inside; they are for developers on their own machine",
        _plain(reading.yes_or_no),
    ),
)
