"""The key that signs sessions and tokens: made once, kept in the data folder, read by nobody else."""

from __future__ import annotations

import os
import secrets
import stat
import tempfile
from pathlib import Path

from tiendo.config.refusals import no_place
from tiendo.facts.errors import UnsafeKey

# 48 random bytes are 64 characters; Django's own check asks for 50.
_RANDOM_BYTES = 48
_SHORTEST_KEY = 50

# Permissions of the group and of all others.
_OTHERS = stat.S_IRWXG | stat.S_IRWXO


def make_data_dir(folder: Path) -> None:
    """Make the data folder, open to its owner only; one that exists is left as it is."""
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as fault:
        raise no_place(folder, fault) from fault


def secret_key(path: Path) -> str:
    """The key in the file, which is made where it is missing: the same for everyone who asks at once.

    Raises `UnsafeKey` where others can read the file or where it holds no key, `RecordOutOfReach` where it cannot be
    made.
    """
    try:
        return read_key(path)
    except FileNotFoundError:
        make_data_dir(path.parent)
        _make_key(path)
        return read_key(path)


def read_key(path: Path) -> str:
    """The key in the file; `FileNotFoundError` where there is none yet, and the errors of `secret_key`."""
    try:
        with path.open(encoding="ascii") as stream:
            # Windows keeps permissions elsewhere; there the folder of the user protects the file.
            if os.name == "posix" and os.fstat(stream.fileno()).st_mode & _OTHERS:
                raise UnsafeKey(
                    vi=f"Người khác trên máy có thể đọc khóa bí mật {path}. Nếu khóa có thể đã lộ thì xóa tệp "
                    f"(khóa mới sẽ được tạo, mọi người phải đăng nhập lại); nếu không, chạy: chmod 600 {path}",
                    en=f"Others on this machine can read the secret key {path}. If somebody may have, delete the "
                    f"file (a new key is made, and everybody has to log in again); if not, run: chmod 600 {path}",
                )
            key = stream.read().strip()
    except (PermissionError, IsADirectoryError) as fault:
        raise no_place(path, fault) from fault
    except UnicodeDecodeError:
        key = ""
    if len(key) < _SHORTEST_KEY:
        raise UnsafeKey(
            vi=f"Tệp {path} không chứa khóa bí mật hợp lệ. Hãy xóa tệp; khóa mới sẽ được tạo, mọi người phải đăng nhập "
            "lại.",
            en=f"{path} holds no secret key. Delete the file; a new key is made, and everybody has to log in again.",
        )
    return key


def _make_key(path: Path) -> None:
    """Put a whole key in place in one step of the file system; where another process was first, its key stays."""
    try:
        descriptor, written = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
        try:
            with os.fdopen(descriptor, "w", encoding="ascii") as stream:
                stream.write(secrets.token_urlsafe(_RANDOM_BYTES) + "\n")
                stream.flush()
                os.fsync(stream.fileno())
            os.link(written, path)
        finally:
            Path(written).unlink()
    except FileExistsError:
        pass
    except OSError as fault:
        raise no_place(path, fault) from fault
