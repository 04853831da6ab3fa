"""Restores a backup: unpacked beside the record, brought up to date and proved there, and only then put in place."""

from __future__ import annotations

import hashlib
import os
import re
import shutil
import tarfile
import tempfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import IO
from urllib.parse import quote, urlsplit, urlunsplit

from django.conf import settings

from tiendo.config.backups import postgresql, sqlite
from tiendo.config.backups.layout import (
    DATABASE,
    FILES,
    KEY,
    LONGEST_KEY,
    LONGEST_MANIFEST,
    MANIFEST,
    Manifest,
    read_manifest,
    unusable,
)
from tiendo.config.backups.staged import prove_staged
from tiendo.config.record_state import LAST_STEP, known_steps
from tiendo.config.refusals import no_place
from tiendo.config.secret_key import make_data_dir
from tiendo.facts.errors import PlaceRefused, RecordIsNewer, RecordNotEmpty
from tiendo.ledger import files

_KEPT = re.compile(rf"{FILES}/([0-9a-f]{{2}})/(\1[0-9a-f]{{62}})")
_CHUNK_BYTES = 1 << 20


@dataclass(frozen=True, slots=True)
class Restored:
    """What was restored, and where the record before was put."""

    manifest: Manifest
    aside: list[str]


def restore_backup(source: Path, *, replace: bool) -> Restored:
    """Make the backup the record of this installation.

    Raises `RecordNotEmpty` where there is a record and `replace` is not said, `RecordIsNewer` for a backup of a newer
    version, `UnusableCopy` for one that is damaged, does not prove, or is of the other kind of database.
    """
    address = settings.TIENDO.database
    kind = sqlite if address.kind == "sqlite" else postgresql
    if not replace and kind.is_present(address):
        raise RecordNotEmpty(
            vi="Sổ này đã có nội dung. Thêm --replace để thay; sổ đang có sẽ được để sang một bên, không bị xóa.",
            en="This record holds something already. Say --replace to replace it; it is put aside and not deleted.",
        )
    data_dir: Path = settings.TIENDO.data_dir
    make_data_dir(data_dir)
    try:
        with tempfile.TemporaryDirectory(dir=data_dir, prefix=".restoring-") as made:
            return _restore(source, Path(made))
    except OSError as fault:
        raise no_place(data_dir, fault) from fault


def _restore(source: Path, folder: Path) -> Restored:
    manifest = _unpack(source, folder)
    moment = f"{datetime.now(UTC):%Y%m%dT%H%M%S}"
    address = settings.TIENDO.database
    if address.kind == "sqlite":
        present = Path(address.name)
        present.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        # On the disk of the database, so that putting it in place is one step.
        with tempfile.TemporaryDirectory(dir=present.parent, prefix=".restoring-") as beside:
            staged = Path(shutil.move(folder / DATABASE, Path(beside) / "tiendo.sqlite3"))
            prove_staged(folder, f"sqlite:///{quote(str(staged))}")
            _put_files(folder, moment)
            aside = [str(path) for path in sqlite.put_in_place(staged, address, _beside(present, moment))]
    else:
        with postgresql.staged(address, folder / DATABASE) as name:
            place = urlsplit(os.environ["TIENDO_DATABASE_URL"])
            prove_staged(folder, urlunsplit(place._replace(path=f"/{quote(name, safe='')}")))
            _put_files(folder, moment)
            aside = postgresql.put_in_place(name, address, f"{address.name}_before_{moment.lower()}")
    return Restored(manifest, aside)


def _unpack(source: Path, folder: Path) -> Manifest:
    """Every member under its own name and nowhere else; hashes are compared on the way."""
    with _opened(source) as archive:
        manifest = _first(archive)
        _hold_fitting(manifest)
        sums = {}
        for member in iter(archive.next, None):
            kept = _KEPT.fullmatch(member.name)
            if not member.isreg() or not (kept or member.name in (DATABASE, KEY)):
                raise unusable(f"thừa {member.name!r:.80}", f"{member.name!r:.80} is no part of one")
            if member.size > shutil.disk_usage(folder).free:
                raise no_place(folder, OSError(28, os.strerror(28)))
            if member.name == KEY and member.size > LONGEST_KEY:
                raise unusable("khóa bí mật quá dài", "the secret key is too long")
            content = archive.extractfile(member)
            if content is None or member.name in sums:
                raise unusable(f"{member.name!r} bị lặp", f"{member.name!r} is there twice")
            sums[member.name] = _written(content, folder / member.name)
            wanted = kept[2] if kept else manifest.sums.get(member.name)
            if sums[member.name] != wanted:
                raise unusable(f"{member.name} đã bị thay đổi", f"{member.name} was changed")
    missing = {DATABASE, KEY} - sums.keys()
    if missing or len(sums) != manifest.files + len((DATABASE, KEY)):
        raise unusable("thiếu tệp bên trong", "something is missing from it")
    return manifest


def _first(archive: tarfile.TarFile) -> Manifest:
    member = archive.next()
    if member is None or member.name != MANIFEST or not member.isreg() or member.size > LONGEST_MANIFEST:
        raise unusable("đây không phải là bản sao lưu của Tiến Độ", "this is no backup of Tiến Độ")
    content = archive.extractfile(member)
    return read_manifest(content.read() if content else b"")


def _hold_fitting(manifest: Manifest) -> None:
    kind = settings.TIENDO.database.kind
    if manifest.kind != kind:
        raise unusable(
            f"bản này của {manifest.kind}, sổ này dùng {kind}; hãy chuyển bằng tiendo export và tiendo import",
            f"it is of {manifest.kind}, and this record uses {kind}; move by tiendo export and tiendo import",
        )
    known = {f"{app} {name}" for app, name in known_steps()}
    unknown = [step for step in manifest.steps if step not in known and not step.startswith(f"{LAST_STEP[0]} ")]
    if unknown:
        steps = ", ".join(map(str, unknown))
        raise RecordIsNewer(
            vi=f"Bản sao lưu do phiên bản mới hơn {manifest.product} ghi (bước chưa biết: {steps}). Hãy cài phiên bản "
            "đó rồi khôi phục.",
            en=f"The backup was made by a newer version, {manifest.product} (unknown steps: {steps}). Install that "
            "version and restore then.",
        )


def _written(content: IO[bytes], target: Path) -> str:
    target.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    hashed = hashlib.sha256()
    with os.fdopen(os.open(target, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600), "wb") as stream:
        while chunk := content.read(_CHUNK_BYTES):
            hashed.update(chunk)
            stream.write(chunk)
        stream.flush()
        os.fsync(stream.fileno())
    return hashed.hexdigest()


def _put_files(folder: Path, moment: str) -> None:
    """Kept files come first, since no entry may stand without its file; more of them than entries do no harm."""
    for path in sorted((folder / FILES).glob("*/*")):
        target = files.files_folder() / path.parent.name / path.name
        target.parent.mkdir(parents=True, exist_ok=True)
        path.replace(target)
    key: Path = settings.TIENDO.key_file
    if key.exists():
        shutil.copy2(key, _beside(key, moment))
    (folder / KEY).replace(key)


def _beside(path: Path, moment: str) -> Path:
    return path.with_name(f"{path.name}.before-{moment}")


@contextmanager
def _opened(source: Path) -> Iterator[tarfile.TarFile]:
    try:
        stream = source.open("rb")
    except OSError as fault:
        raise PlaceRefused(
            vi=f"Không đọc được {source}: {fault.strerror}.", en=f"{source} cannot be read: {fault.strerror}."
        ) from fault
    try:
        with stream, tarfile.open(fileobj=stream, mode="r|gz") as archive:
            yield archive
    except (tarfile.TarError, EOFError, zlib.error) as fault:
        raise unusable(f"tệp nén bị hỏng ({fault})", f"the archive is damaged ({fault})") from fault
