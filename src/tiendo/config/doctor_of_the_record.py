"""Looks at the database of the record, without making or changing anything in it."""

from __future__ import annotations

import importlib
import importlib.util
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from django.db import connection
from django.db.utils import Error

from tiendo.config.diagnosis import Diagnosis, State, well
from tiendo.config.record_state import RecordState, state_of
from tiendo.config.settings import Settings
from tiendo.config.start import start_django
from tiendo.facts.wording import Wording

# Clocks of machines that agree by network differ by less; a clock that is behind by more was set wrongly.
_CLOCK_SECONDS = 60

_CHAIN = "tiendo.ledger.chain"

_RESTORE = Wording(
    vi="Đừng ghi thêm; hãy khôi phục từ bản sao lưu (tiendo restore).",
    en="Write nothing more; restore a backup (tiendo restore).",
)


def examine_record(settings: Settings) -> Iterator[Diagnosis]:
    """The findings about the database; where it cannot be reached that is the only one."""
    start_django()
    database = settings.database
    if database.kind == "sqlite" and not Path(database.name).exists():
        yield well(
            "database",
            vi=f"{database} chưa có; lệnh đầu tiên sẽ tạo",
            en=f"{database} is not there yet; the first command makes it",
        )
        return
    try:
        yield _reached(str(database))
        if connection.vendor == "sqlite":
            yield sound_pages(_answers("PRAGMA quick_check"))
            yield write_ahead(_answers("PRAGMA journal_mode")[0])
        state = state_of(connection)
        yield steps(state)
        if not state.pending and importlib.util.find_spec(_CHAIN):
            yield clock(datetime.now(UTC), importlib.import_module(_CHAIN).head().at)
    except Error as fault:
        reason = " ".join(str(fault).split())
        yield Diagnosis(
            "database",
            State.FAULT,
            Wording(vi=f"{database}: {reason}", en=f"{database}: {reason}"),
            Wording(
                vi="Hãy kiểm tra TIENDO_DATABASE_URL, máy chủ, quyền và dung lượng đĩa; tệp hỏng thì khôi phục bản sao "
                "lưu.",
                en="Check TIENDO_DATABASE_URL, the server, permissions and disk space; restore a backup of a broken "
                "file.",
            ),
        )
    finally:
        connection.close()


def _reached(address: str) -> Diagnosis:
    connection.ensure_connection()
    version = ".".join(map(str, connection.get_database_version()))
    connection.check_database_version_supported()
    name = {"sqlite": "SQLite", "postgresql": "PostgreSQL"}[connection.vendor]
    return well("database", vi=f"{name} {version}, {address}", en=f"{name} {version}, {address}")


def _answers(question: str) -> list[str]:
    with connection.cursor() as cursor:
        cursor.execute(question)
        return [str(row[0]) for row in cursor.fetchall()]


def sound_pages(answers: list[str]) -> Diagnosis:
    """What SQLite says after it has looked at every page of the file."""
    if answers == ["ok"]:
        return well("integrity", vi="tệp cơ sở dữ liệu nguyên vẹn", en="the database file is whole")
    return Diagnosis(
        "integrity",
        State.FAULT,
        Wording(vi=f"tệp cơ sở dữ liệu bị hỏng: {answers[0]}", en=f"the database file is damaged: {answers[0]}"),
        _RESTORE,
    )


def write_ahead(mode: str) -> Diagnosis:
    """Whether readers and a writer can work at the same time."""
    if mode == "wal":
        return well("write-ahead", vi="đọc và ghi cùng lúc được (WAL)", en="reading goes on while writing (WAL)")
    return Diagnosis(
        "write-ahead",
        State.WARNING,
        Wording(
            vi=f"không bật được WAL (chế độ {mode}): người đọc phải chờ người ghi",
            en=f"WAL cannot be switched on (mode {mode}): readers wait for writers",
        ),
        Wording(
            vi="Hãy để tệp trên đĩa của chính máy này, không phải ổ mạng.",
            en="Keep the file on a disk of this machine, not on a network share.",
        ),
    )


def steps(state: RecordState) -> Diagnosis:
    """Whether the database is as far as the program."""
    if state.foreign:
        return Diagnosis(
            "steps",
            State.FAULT,
            Wording(
                vi="sổ do một phiên bản mới hơn của chương trình ghi",
                en="the record was written by a newer version of the program",
            ),
            Wording(vi="Hãy cài phiên bản mới hơn.", en="Install the newer version."),
        )
    if state.pending:
        count = len(state.pending)
        return well(
            "steps",
            vi=f"còn {count} bước thiết lập; lệnh tiếp theo sẽ làm",
            en=f"{count} steps of the set-up are left; the next command does them",
        )
    return well("steps", vi="sổ khớp với chương trình", en="the record is up to date with the program")


def clock(now: datetime, last: datetime | None) -> Diagnosis:
    """Whether the clock is before the last thing that was recorded: it, or the one before, was wrong."""
    if last is None or (last - now).total_seconds() <= _CLOCK_SECONDS:
        return well("clock", vi="đồng hồ đi sau mục ghi cuối", en="the clock is past the last entry")
    return Diagnosis(
        "clock",
        State.WARNING,
        Wording(
            vi=f"đồng hồ máy chỉ {now:%Y-%m-%d %H:%M} UTC, trước mục ghi cuối ({last:%Y-%m-%d %H:%M} UTC)",
            en=f"the clock says {now:%Y-%m-%d %H:%M} UTC, before the last entry ({last:%Y-%m-%d %H:%M} UTC)",
        ),
        Wording(vi="Hãy chỉnh lại đồng hồ của máy.", en="Set the clock of this machine."),
    )
