"""Backs the running record up into one file, while others read and record."""

from __future__ import annotations

import hashlib
import io
import os
import tarfile
import tempfile
from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path

from django.conf import settings

from tiendo import __version__
from tiendo.config.backups import postgresql, sqlite
from tiendo.config.backups.layout import DATABASE, FILES, KEY, MANIFEST, Manifest, manifest_bytes
from tiendo.config.backups.questions import ending_of, files_of, steps_of
from tiendo.config.secret_key import read_key
from tiendo.facts.errors import PlaceRefused
from tiendo.ledger import files

# A database shrinks to a fifth at any level; the higher ones take several times as long.
_COMPRESSION = 3


def make_backup(target: Path) -> Manifest:
    """Write the backup; the file is there whole or not at all.

    Raises `PlaceRefused` where it cannot be written or exists already, `RecordDamaged` where the database is broken,
    `MissingHelper` without the programs of PostgreSQL.
    """
    if target.exists() or target.is_symlink():
        raise PlaceRefused(
            vi=f"{target} đã có; hãy chọn tên tệp khác.", en=f"{target} exists already; choose another file."
        )
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=target.parent, prefix=f".{target.name}.", suffix=".part") as folder:
            return _write(target, Path(folder))
    except OSError as fault:
        raise PlaceRefused(
            vi=f"Không ghi được {target}: {fault.strerror or fault}. Hãy kiểm tra quyền và dung lượng đĩa.",
            en=f"{target} cannot be written: {fault.strerror or fault}. Check permissions and disk space.",
        ) from fault


def _write(target: Path, folder: Path) -> Manifest:
    address = settings.TIENDO.database
    copy = folder / DATABASE
    copying = sqlite.copied if address.kind == "sqlite" else postgresql.copied
    with copying(address, copy) as ask:
        end, steps, kept = ending_of(ask), steps_of(ask), files_of(ask)
    key = (read_key(settings.TIENDO.key_file) + "\n").encode()
    manifest = Manifest(
        product=__version__,
        made_at=datetime.now(UTC).isoformat(timespec="seconds"),
        kind=address.kind,
        act=end.act,
        entry=end.entry,
        digest=end.digest,
        files=len(kept),
        steps=steps,
        sums={DATABASE: sum_of(copy), KEY: hashlib.sha256(key).hexdigest()},
    )
    written = folder / "archive"
    _pack(written, manifest, copy, key, kept)
    written.replace(target)
    return manifest


def _pack(written: Path, manifest: Manifest, copy: Path, key: bytes, kept: Iterable[str]) -> None:
    # The folder is open to its owner only, and so is the file when it leaves it: it holds the key and drafts.
    descriptor = os.open(written, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
    with os.fdopen(descriptor, "wb") as stream:
        with tarfile.open(fileobj=stream, mode="w:gz", compresslevel=_COMPRESSION) as archive:
            _add_bytes(archive, MANIFEST, manifest_bytes(manifest))
            archive.add(copy, DATABASE, filter=_plain)
            _add_bytes(archive, KEY, key)
            for sha256 in kept:
                files.check(sha256)
                archive.add(files.path_of(sha256), f"{FILES}/{sha256[:2]}/{sha256}", filter=_plain)
        stream.flush()
        os.fsync(stream.fileno())


def _add_bytes(archive: tarfile.TarFile, name: str, content: bytes) -> None:
    member = tarfile.TarInfo(name)
    member.size = len(content)
    archive.addfile(_plain(member), io.BytesIO(content))


def _plain(member: tarfile.TarInfo) -> tarfile.TarInfo:
    """Without the names and numbers of the users of this machine."""
    member.uid = member.gid = 0
    member.uname = member.gname = ""
    member.mode = 0o600
    return member


def sum_of(path: Path) -> str:
    """The SHA-256 of a file."""
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()
