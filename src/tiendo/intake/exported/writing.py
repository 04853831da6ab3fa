"""Writes the whole record into a folder that holds nothing yet; the folder is there whole or not at all."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from tiendo import __version__
from tiendo.facts.errors import BrokenRecord, PlaceRefused
from tiendo.intake.exported.accounts import person_line
from tiendo.intake.exported.layout import ACCOUNTS, FILES, MANIFEST, RECORD, Contents, manifest_of
from tiendo.intake.exported.lines import line_of
from tiendo.ledger import files
from tiendo.ledger.kept_files import named_files
from tiendo.ledger.proof import Proof, Prover, SealedEntry
from tiendo.ledger.selectors.people import everybody
from tiendo.ledger.stream import stream_present

_CHUNK_BYTES = 1 << 20


def export_record(folder: Path) -> Contents:
    """Write the record as it is now, proving it on the way; what others record meanwhile is left out.

    Raises `PlaceRefused` where the folder holds something or cannot be written, `BrokenRecord` where the record
    does not hold.
    """
    with _whole_folder(folder) as part:
        people = everybody()
        kinds: Counter[str] = Counter()
        kept: set[str] = set()
        sums = {}
        with _Listed(part / RECORD) as record:
            proof = _write_chain(record, kinds, kept)
            sums[RECORD] = record.close()
        with _Listed(part / ACCOUNTS) as accounts:
            for person in people:
                accounts.write(person_line(person))
            sums[ACCOUNTS] = accounts.close()
        _copy_files(kept, part / FILES)
        contents = Contents(
            acts=proof.acts,
            entries=proof.entries,
            digest=proof.digest.hex(),
            accounts=len(people),
            files=len(kept),
            kinds=dict(sorted(kinds.items())),
            sums=sums,
        )
        with _Listed(part / MANIFEST) as manifest:
            manifest.write((json.dumps(manifest_of(contents, __version__), indent=2) + "\n").encode())
            manifest.close()
    return contents


class _Listed:
    """A file that is written to the end and hashed on the way."""

    def __init__(self, path: Path) -> None:
        self._stream: IO[bytes] = path.open("xb")
        self._sum = hashlib.sha256()

    def __enter__(self) -> _Listed:
        return self

    def __exit__(self, *_: object) -> None:
        self._stream.close()

    def write(self, line: bytes) -> None:
        """Add a line."""
        self._sum.update(line)
        self._stream.write(line)

    def close(self) -> str:
        """Bring everything to the disk; gives the SHA-256 of the whole."""
        self._stream.flush()
        os.fsync(self._stream.fileno())
        return self._sum.hexdigest()


def _write_chain(record: _Listed, kinds: Counter[str], kept: set[str]) -> Proof:
    prover = Prover()
    for sealed in stream_present():
        prover.take(sealed)
        record.write(line_of(sealed))
        if isinstance(sealed, SealedEntry):
            kinds[sealed.kind] += 1
            kept.update(named_files(sealed.kind, sealed.text))
    return prover.end()


def _copy_files(kept: Iterable[str], folder: Path) -> None:
    for sha256 in sorted(kept):
        target = folder / sha256[:2] / sha256
        target.parent.mkdir(parents=True, exist_ok=True)
        with files.path_of(sha256).open("rb") as source, _Listed(target) as copy:
            while chunk := source.read(_CHUNK_BYTES):
                copy.write(chunk)
            if copy.close() != sha256:
                raise BrokenRecord(
                    vi=f"Tệp {sha256} trong thư mục dữ liệu đã bị thay đổi; hãy phục hồi từ bản sao lưu.",
                    en=f"The file {sha256} in the data folder was changed; restore it from a backup.",
                )


@contextmanager
def _whole_folder(folder: Path) -> Iterator[Path]:
    """A folder beside the wanted one, which gets its name when all is written."""
    try:
        target = folder.absolute()
        if target.is_symlink() or (target.exists() and (not target.is_dir() or any(target.iterdir()))):
            raise PlaceRefused(
                vi=f"{folder} đã có nội dung; hãy chọn một thư mục mới hoặc rỗng.",
                en=f"{folder} holds something already; choose a new or empty folder.",
            )
        target.parent.mkdir(parents=True, exist_ok=True)
        part = Path(tempfile.mkdtemp(dir=target.parent, prefix=f".{target.name}.", suffix=".part"))
        try:
            yield part
            # The name of an empty folder may be taken over in one step of the file system.
            part.replace(target)
        finally:
            shutil.rmtree(part, ignore_errors=True)
    except OSError as fault:
        raise PlaceRefused(
            vi=f"Không ghi được {folder}: {fault.strerror or fault}. Hãy kiểm tra quyền và dung lượng đĩa.",
            en=f"{folder} cannot be written: {fault.strerror or fault}. Check permissions and disk space.",
        ) from fault
