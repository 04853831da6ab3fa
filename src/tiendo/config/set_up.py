"""An empty or older database becomes one that this version of the program can use."""

from __future__ import annotations

import importlib
import importlib.util
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from django.core.management.sql import emit_post_migrate_signal, emit_pre_migrate_signal
from django.db import DEFAULT_DB_ALIAS, connection
from django.db.migrations.recorder import MigrationRecorder
from django.db.utils import DatabaseError, OperationalError

from tiendo.config.one_at_a_time import one_at_a_time
from tiendo.config.record_state import LAST_STEP, RecordState, state_of
from tiendo.config.refusals import no_place
from tiendo.config.whole_migrations import WholeMigrations
from tiendo.facts.errors import RecordDamaged, RecordIsNewer, RecordOutOfReach

# The room of the record fills its reference lists here; it may be called any number of times.
_REFERENCE_LISTS = "tiendo.ledger.set_up"

# The lower byte of SQLite's error codes says what kind it is.
_KIND_OF_ERROR = 0xFF


def bring_up_to_date() -> None:
    """Run every step that the database needs; nothing, for the price of one query, where it needs none."""
    with in_our_words():
        if not _is_new_file() and not _steps_to_do().pending:
            return
        with one_at_a_time(connection):
            # Another process may have done it while this one waited.
            if _steps_to_do().pending:
                _run_steps()


def make_tables() -> None:
    """Run the steps that make and change tables, and leave the reference lists to the next command.

    So a record that is imported or restored is taken into tables that hold nothing.
    """
    with in_our_words(), one_at_a_time(connection):
        if _steps_to_do().pending - {LAST_STEP}:
            _migrate()


def _is_new_file() -> bool:
    """Whether a file would be made by looking into it: that is left to the one process whose turn it is."""
    if connection.vendor != "sqlite":
        return False
    file = Path(connection.settings_dict["NAME"])
    return not file.exists() or file.stat().st_size == 0


def _steps_to_do() -> RecordState:
    state = state_of(connection)
    if state.foreign:
        steps = ", ".join(sorted(f"{label} {name}" for label, name in state.foreign))
        raise RecordIsNewer(
            vi=f"Sổ này do một phiên bản mới hơn của chương trình ghi (bước chưa biết: {steps}). Hãy cài phiên bản mới "
            "hơn, hoặc dùng bản sao lưu của phiên bản này.",
            en=f"This record was written by a newer version of the program (unknown steps: {steps}). Install the newer "
            "version, or use a backup made by this one.",
        )
    return state


def _run_steps() -> None:
    _migrate()
    if importlib.util.find_spec(_REFERENCE_LISTS):
        importlib.import_module(_REFERENCE_LISTS).set_up()
    MigrationRecorder(connection).record_applied(*LAST_STEP)


def _migrate() -> None:
    executor = WholeMigrations(connection)
    executor.loader.check_consistent_history(connection)
    plan = executor.migration_plan(executor.loader.graph.leaf_nodes())
    emit_pre_migrate_signal(verbosity=0, interactive=False, db=DEFAULT_DB_ALIAS, plan=plan)
    executor.migrate(executor.loader.graph.leaf_nodes(), plan)
    emit_post_migrate_signal(verbosity=0, interactive=False, db=DEFAULT_DB_ALIAS, plan=plan)


@contextmanager
def in_our_words() -> Iterator[None]:
    """What the database or its place refuses becomes a `RecordNotReady`: damaged, or out of reach."""
    try:
        yield
    except OSError as fault:
        raise no_place(Path(fault.filename or connection.settings_dict["NAME"]), fault) from fault
    except DatabaseError as fault:
        reason = " ".join(str(fault).split())
        kind = getattr(fault.__cause__, "sqlite_errorcode", 0) & _KIND_OF_ERROR
        if kind in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB):
            raise RecordDamaged(
                vi=f"Tệp cơ sở dữ liệu {connection.settings_dict['NAME']} bị hỏng ({reason}). Đừng ghi thêm vào tệp "
                "này; hãy khôi phục từ bản sao lưu.",
                en=f"The database file {connection.settings_dict['NAME']} is damaged ({reason}). Write nothing more to "
                "it; restore a backup.",
            ) from fault
        # Wrong SQL is our own fault, and no setting mends it.
        if kind == sqlite3.SQLITE_ERROR or not isinstance(fault, OperationalError):
            raise
        raise RecordOutOfReach(
            vi=f"Không dùng được cơ sở dữ liệu: {reason}. Hãy kiểm tra TIENDO_DATABASE_URL, máy chủ, quyền ghi và dung "
            "lượng đĩa rồi chạy lại; những bước đã xong vẫn giữ nguyên.",
            en=f"The database cannot be used: {reason}. Check TIENDO_DATABASE_URL, the server, permissions and disk "
            "space, and run the command again; steps that were done stay done.",
        ) from fault
