"""Files that show what somebody reports: kept byte for byte, never read and never run."""

from __future__ import annotations

from tiendo.intake.ingest import Kept
from tiendo.ledger import files


def keep_evidence(name: str, content: bytes) -> Kept:
    """Keep the bytes of a file that came with a report, under the last part of its name; raises `RecordFull`."""
    return Kept(_last_part(name), files.keep(content), len(content))


def _last_part(name: str) -> str:
    """Some browsers send the whole path of the machine that the file came from."""
    return name.replace("\\", "/").rpartition("/")[2].strip()
