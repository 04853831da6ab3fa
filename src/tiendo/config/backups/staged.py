"""Brings a restored record up to date and proves it, in a process of its own, before it becomes the record.

`python -m tiendo.config.backups.staged` works on the record that its environment names, and prints what it found as
JSON: `acts`, `entries` and `digest`, or the sentences of an error.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

from tiendo.facts.errors import TiendoError, UnusableCopy


def prove_staged(data_dir: Path, database_url: str) -> None:
    """Start that process; raises `UnusableCopy` with what is wrong with the record."""
    environ: Mapping[str, str] = {
        **os.environ,
        "TIENDO_DATA_DIR": str(data_dir),
        "TIENDO_DATABASE_URL": database_url,
    }
    line = [sys.executable, "-m", "tiendo.config.backups.staged"]
    ended = subprocess.run(line, env=environ, stdout=subprocess.PIPE, text=True, check=False)  # noqa: S603 own line
    if ended.returncode:
        told = json.loads(ended.stdout) if ended.stdout else {"vi": f"mã {ended.returncode}", "en": "the proof ended"}
        raise UnusableCopy(
            vi=f"Bản sao lưu không khôi phục được, sổ đang có không bị thay đổi. {told['vi']}",
            en=f"The backup cannot be restored, the present record is as it was. {told['en']}",
        )


def _prove() -> None:
    from tiendo.config.start import ensure_ready

    ensure_ready()
    from tiendo.ledger import files
    from tiendo.ledger.proof import prove
    from tiendo.ledger.selectors.history import kept_files
    from tiendo.ledger.stream import stream_present

    prove(stream_present())
    for sha256 in kept_files():
        files.check(sha256)


def main() -> int:
    """Prove; the exit code is 1 where the record does not hold."""
    try:
        _prove()
    except TiendoError as fault:
        sys.stdout.write(json.dumps({"vi": fault.vi, "en": fault.en}))
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
