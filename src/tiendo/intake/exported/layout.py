"""How an exported record lies in its folder.

    manifest.json       what it is, where its chain ends, how much there is of what, and the SHA-256 of the other two
    record.jsonl        every act, followed by its entries: one JSON object a line, in the order of the chain
    accounts.jsonl      who could sign in, by name; no passwords and no tokens, those are made anew
    files/ab/abcd…      the kept files, each under its SHA-256

A line of `record.jsonl` begins with its digest; what follows it is the canonical text that the digest is made of.
Nothing tells when or where the export was made: the same record gives the same bytes.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from typing import Any, Final

from tiendo.facts.errors import UnusableCopy

MANIFEST: Final = "manifest.json"
RECORD: Final = "record.jsonl"
ACCOUNTS: Final = "accounts.jsonl"
FILES: Final = "files"

FORMAT_NAME: Final = "tiendo-record"
FORMAT_VERSION: Final = 1

LONGEST_MANIFEST = 1 << 20  # bytes; it holds some forty numbers
LONGEST_LINE = 1 << 28  # bytes; a document of the largest upload with its outline takes a fifth of it


@dataclass(frozen=True, slots=True)
class Contents:
    """What an export consists of; two exports are alike where these are.

    `digest` is that of the last act, `kinds` counts the entries of each kind, `sums` are the SHA-256 of the lists.
    """

    acts: int
    entries: int
    digest: str
    accounts: int
    files: int
    kinds: Mapping[str, int] = field(default_factory=dict)
    sums: Mapping[str, str] = field(default_factory=dict)


def manifest_of(contents: Contents, product: str) -> dict[str, Any]:
    """The manifest as JSON has it."""
    return {"format": FORMAT_NAME, "version": FORMAT_VERSION, "product": product, **asdict(contents)}


def contents_of(manifest: Any) -> Contents:
    """What a manifest promises; raises `UnusableCopy` where it is none, or one of a later format."""
    if not isinstance(manifest, dict) or manifest.get("format") != FORMAT_NAME:
        raise unusable(MANIFEST, "đây không phải là sổ do `tiendo export` ghi ra", "no record that was exported")
    if manifest.get("version") != FORMAT_VERSION:
        raise unusable(
            MANIFEST,
            f"dạng {manifest.get('version')!r} chưa biết (biết dạng {FORMAT_VERSION}); hãy cài phiên bản mới hơn",
            f"format {manifest.get('version')!r} is not known ({FORMAT_VERSION} is); install a newer version",
        )
    told = {name: value for name, value in manifest.items() if name not in ("format", "version", "product")}
    if told.keys() != set(Contents.__slots__):
        names = ", ".join(sorted(told.keys() ^ set(Contents.__slots__)))
        raise unusable(MANIFEST, f"thừa hoặc thiếu trường {names}", f"fields are missing or added: {names}")
    contents = Contents(**told)
    if not isinstance(contents.kinds, dict) or not isinstance(contents.sums, dict):
        raise unusable(MANIFEST, "kinds và sums cần là đối tượng JSON", "kinds and sums have to be JSON objects")
    return contents


def unusable(place: str, vi: str, en: str) -> UnusableCopy:
    """The error for something in an export that cannot be what the program wrote; `place` names file and line."""
    return UnusableCopy(
        vi=f"Không dùng được bản xuất, {place}: {vi}.",
        en=f"The export cannot be used, {place}: {en}.",
    )
