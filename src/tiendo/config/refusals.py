"""What is said where the file system refuses something."""

from __future__ import annotations

import os
from pathlib import Path

from tiendo.facts.errors import RecordOutOfReach


def no_place(path: Path, fault: OSError) -> RecordOutOfReach:
    """The sentence for a file or folder that cannot be used."""
    reason = reason_of(fault)
    return RecordOutOfReach(
        vi=f"Không dùng được {path}: {reason}. Hãy kiểm tra quyền và dung lượng đĩa, hoặc đặt TIENDO_DATA_DIR sang "
        "chỗ khác.",
        en=f"{path} cannot be used: {reason}. Check permissions and disk space, or set TIENDO_DATA_DIR to another "
        "place.",
    )


def reason_of(fault: OSError) -> str:
    """What the operating system says, without the name of the file."""
    return os.strerror(fault.errno) if fault.errno else str(fault)
