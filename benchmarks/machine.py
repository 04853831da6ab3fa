"""The machine that was measured on, and the file in which a day's results are kept."""

from __future__ import annotations

import os
import platform
from datetime import UTC, datetime
from pathlib import Path

_ROOT = Path(__file__).resolve().parent.parent
_RESULTS = _ROOT / "benchmarks" / "results"


def described() -> str:
    """Processor, cores, load, system and Python in one line."""
    processor = platform.processor() or platform.machine()
    information = Path("/proc/cpuinfo")
    if information.is_file():
        names = [line for line in information.read_text(encoding="utf-8").splitlines() if line.startswith("model name")]
        processor = names[0].partition(":")[2].strip() if names else processor
    # Other work on the machine takes shared caches and the clock of whole processes: a reader should know of it.
    load = f", load {os.getloadavg()[0]:.1f} at the start" if hasattr(os, "getloadavg") else ""
    return f"{processor}, {os.cpu_count()} cores{load}, {platform.system()}, Python {platform.python_version()}"


def keep(title: str, report: str) -> None:
    """Put a report at the end of the results of the day, which other measurements may have begun."""
    day = datetime.now(tz=UTC).date().isoformat()
    _RESULTS.mkdir(exist_ok=True)
    path = _RESULTS / f"{day}.md"
    before = path.read_text(encoding="utf-8").rstrip() if path.exists() else f"# Measured on {day}"
    path.write_text(f"{before}\n\n## {title}\n\n{report}", encoding="utf-8")
    print(f"{path.relative_to(_ROOT)} is written")
