"""Results go to standard output or, whole or not at all, to a file."""

from __future__ import annotations

import codecs
import contextlib
import errno
import os
import stat
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import IO, AnyStr

from tiendo.cli.messages import Messages
from tiendo.facts.errors import TiendoError


class OutputRefused(TiendoError):
    """The place where the result should go cannot be written to."""


def use_utf8() -> None:
    """Make the standard streams write UTF-8 with plain line ends, whatever the locale or system says.

    File names that are no valid text become escapes, which JSON reads back as what they were.
    """
    for stream in (sys.stdout, sys.stderr):
        if reconfigure := getattr(stream, "reconfigure", None):
            reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")


def write_out(chunks: Iterable[str], path: Path | None) -> None:
    """Write the chunks as they come; a file is replaced only when all of them are written.

    Where no chunk comes at all (no input could be read), the file stays as it was. Raises
    `OutputRefused` where the place cannot be written to.
    """
    if path is None:
        _write(chunks, sys.stdout, "stdout")
    elif _is_written_to(path):
        with _refusing(str(path)), path.open("w", encoding="utf-8", newline="\n") as stream:
            _write(chunks, stream, str(path))
    else:
        _replace(_encoded(chunks, path), path.resolve(), str(path))


def write_bytes(chunks: Iterable[bytes], path: Path) -> None:
    """The same for a file that is no text: whole or not at all; raises `OutputRefused`."""
    if _is_written_to(path):
        with _refusing(str(path)), path.open("wb") as stream:
            _write(chunks, stream, str(path))
    else:
        _replace(chunks, path.resolve(), str(path))


def _is_written_to(path: Path) -> bool:
    """Whether it is a device or a named pipe, which is not replaced."""
    return path.exists() and not path.is_file() and not path.is_dir()


def _encoded(chunks: Iterable[str], path: Path) -> Iterator[bytes]:
    # Excel takes a CSV file for UTF-8 only where it begins with the mark.
    mark = codecs.BOM_UTF8 if path.suffix.lower() == ".csv" else b""
    for chunk in chunks:
        yield mark + chunk.encode("utf-8", "backslashreplace")
        mark = b""


def _write(chunks: Iterable[AnyStr], stream: IO[AnyStr], name: str) -> int:
    count = 0
    for chunk in chunks:
        with _refusing(name):
            stream.write(chunk)
        count += 1
    with _refusing(name):
        stream.flush()
    return count


def _replace(chunks: Iterable[bytes], target: Path, name: str) -> None:
    with _refusing(name):
        part = _part_beside(target)
    written = Path(part.name)
    try:
        with part as stream:
            count = _write(chunks, stream, name)
        if count:
            with _refusing(name):
                written.chmod(_mode_of(target))
                written.replace(target)
    finally:
        written.unlink(missing_ok=True)


def _part_beside(target: Path) -> IO[bytes]:
    """A new file in the target's folder, so that putting it in place is one step of the file system."""
    import tempfile

    if target.is_dir():
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
    return tempfile.NamedTemporaryFile(dir=target.parent, prefix=f".{target.name}.", suffix=".part", delete=False)


def _mode_of(target: Path) -> int:
    """The permissions that the file has, or that a new file of this user gets."""
    if target.exists():
        return stat.S_IMODE(target.stat().st_mode)
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask


@contextlib.contextmanager
def _refusing(name: str) -> Iterator[None]:
    try:
        yield
    except BrokenPipeError:
        raise
    except OSError as fault:
        reason = fault.strerror or str(fault)
        raise OutputRefused(
            vi=Messages("vi")("output-refused", path=name, reason=reason),
            en=Messages("en")("output-refused", path=name, reason=reason),
        ) from fault
