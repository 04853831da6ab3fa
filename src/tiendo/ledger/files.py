"""Keeps files byte for byte in the data folder, each under its SHA-256."""

from __future__ import annotations

import hashlib
import os
import re
import tempfile
from collections.abc import Iterator
from pathlib import Path

from django.conf import settings

from tiendo.facts.errors import BrokenRecord, NoSuchEntry, RecordFull

_SHA256 = re.compile(r"[0-9a-f]{64}")
_CHUNK_BYTES = 1 << 20


def files_folder() -> Path:
    """Where the files lie: two letters of the hash make a folder, so that none grows too large."""
    return Path(settings.TIENDO.data_dir) / "files"


def keep(content: bytes) -> str:
    """Store bytes and give their SHA-256; the same bytes are stored once.

    The file is complete and on the disk before it gets its name, so a name always means the whole content. A
    file of an act that was not finished is an orphan that does no harm. Raises `RecordFull`.
    """
    sha256 = hashlib.sha256(content).hexdigest()
    place = _place(sha256)
    if place.exists():
        return sha256
    try:
        put(content, place)
    except OSError as fault:
        raise _no_room(fault) from fault
    return sha256


def put(content: bytes, place: Path) -> None:
    """Write a file whole or not at all; raises `OSError`."""
    place.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.NamedTemporaryFile(dir=place.parent, prefix=".part-", delete=False) as part:
        try:
            part.write(content)
            part.flush()
            os.fsync(part.fileno())
            Path(part.name).replace(place)
        except BaseException:
            Path(part.name).unlink(missing_ok=True)
            raise
    _sync_folder(place.parent)


def _no_room(fault: OSError) -> RecordFull:
    reason = fault.strerror or str(fault)
    return RecordFull(
        vi=f"Không lưu được tệp vào thư mục dữ liệu ({reason}); chưa có gì được ghi. Hãy kiểm tra dung lượng và quyền "
        "rồi làm lại.",
        en=f"The file cannot be kept in the data folder ({reason}); nothing was recorded. Check disk space and "
        "permissions, and repeat.",
    )


def path_of(sha256: str) -> Path:
    """The path of a kept file; raises `NoSuchEntry` where there is none, also for what is no hash at all."""
    place = _place(sha256)
    if not place.is_file():
        raise NoSuchEntry(
            vi=f"Không có tệp {sha256[:12]}… trong thư mục dữ liệu; hãy phục hồi từ bản sao lưu.",
            en=f"There is no file {sha256[:12]}… in the data folder; restore it from a backup.",
        )
    return place


def check(sha256: str) -> None:
    """Raise `BrokenRecord` where the bytes of a kept file are not those that its name promises."""
    hashed = hashlib.sha256()
    for chunk in _chunks(path_of(sha256)):
        hashed.update(chunk)
    if hashed.hexdigest() != sha256:
        raise BrokenRecord(
            vi=f"Tệp {sha256} trong thư mục dữ liệu đã bị thay đổi; hãy phục hồi từ bản sao lưu.",
            en=f"The file {sha256} in the data folder was changed; restore it from a backup.",
        )


def _chunks(path: Path) -> Iterator[bytes]:
    with path.open("rb") as stream:
        while chunk := stream.read(_CHUNK_BYTES):
            yield chunk


def _place(sha256: str) -> Path:
    if not _SHA256.fullmatch(sha256):
        raise NoSuchEntry(
            vi=f"{sha256[:80]!r} không phải là mã SHA-256 của tệp.",
            en=f"{sha256[:80]!r} is no SHA-256 of a file.",
        )
    return files_folder() / sha256[:2] / sha256


def _sync_folder(folder: Path) -> None:
    """Make the name itself durable; systems without such a call do it by themselves."""
    if os.name == "posix":
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
