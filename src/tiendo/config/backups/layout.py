"""What a backup consists of: a compressed tar archive with these members, in this order.

manifest.json     version of the program, steps of the database, where the chain ends, hashes of the next two
database          a SQLite file, or what `pg_dump --format=custom` writes
secret-key        the key that signs sessions and tokens
files/ab/abcd…    the files that the backed-up record names, each under its SHA-256
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from typing import Any, Final

from tiendo.facts.errors import UnusableCopy

MANIFEST: Final = "manifest.json"
DATABASE: Final = "database"
KEY: Final = "secret-key"
FILES: Final = "files"

FORMAT_NAME: Final = "tiendo-backup"
FORMAT_VERSION: Final = 1

LONGEST_MANIFEST = 1 << 20  # bytes; it holds a line for each migration
LONGEST_KEY = 1 << 12  # bytes; the program makes keys of 65


@dataclass(frozen=True, slots=True, kw_only=True)
class Manifest:
    """What a backup says of itself.

    `kind` is that of the database; `act`, `entry` and `digest` are the end of the chain; `steps` the migrations that
    the database has seen, each "application name"; `sums` the SHA-256 of the database and the key.
    """

    product: str
    made_at: str
    kind: str
    act: int
    entry: int
    digest: str
    files: int
    steps: list[str]
    sums: dict[str, str]


def manifest_bytes(manifest: Manifest) -> bytes:
    """The manifest as it lies in the archive."""
    told = {"format": FORMAT_NAME, "version": FORMAT_VERSION, **asdict(manifest)}
    return (json.dumps(told, indent=2) + "\n").encode()


def read_manifest(content: bytes) -> Manifest:
    """What a backup says of itself; raises `UnusableCopy` where it is none."""
    try:
        told: Any = json.loads(content)
    except (ValueError, RecursionError) as fault:
        raise unusable("manifest.json không phải JSON", "manifest.json is no JSON") from fault
    if not isinstance(told, dict) or told.pop("format", None) != FORMAT_NAME:
        raise unusable("đây không phải là bản sao lưu của Tiến Độ", "this is no backup of Tiến Độ")
    if (version := told.pop("version", None)) != FORMAT_VERSION:
        raise unusable(
            f"dạng {version!r} chưa biết; hãy cài phiên bản mới hơn",
            f"format {version!r} is not known; install a newer version",
        )
    fits = told.keys() == set(Manifest.__slots__) and all(
        isinstance(told[name], kind)
        for kind, names in (
            (str, ("product", "made_at", "kind", "digest")),
            (int, ("act", "entry", "files")),
            (list, ("steps",)),
            (dict, ("sums",)),
        )
        for name in names
    )
    if not fits:
        raise unusable("manifest.json thiếu hoặc thừa trường", "fields of manifest.json are missing or added")
    return Manifest(**told)


def unusable(vi: str, en: str) -> UnusableCopy:
    """The error for a backup that cannot be restored."""
    return UnusableCopy(
        vi=f"Không dùng được bản sao lưu: {vi}. Sổ đang có không bị thay đổi.",
        en=f"The backup cannot be used: {en}. The present record is as it was.",
    )
