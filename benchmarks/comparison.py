"""The same text in the same run through underthesea, the usual library for Vietnamese text, and the ratio."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from benchmarks import speed
from benchmarks.corpus import ROOT
from benchmarks.rows import Row

# An environment of its own, since the library brings a score of packages that the product does not need.
_PYTHON = ROOT / ".venv" / "bench" / "bin" / "python"
_HOW_TO_INSTALL = (
    "underthesea is not installed, so nothing is compared with it. `make bench` installs it, or:\n"
    "  python3 -m venv .venv/bench\n"
    "  .venv/bench/bin/python -m pip install --require-hashes -r requirements-bench.lock"
)


def measure(paths: Sequence[Path], rounds: int) -> list[Row]:
    """The speed of its functions, and how many times as fast the product reads; no rows where it is not installed."""
    python = _PYTHON if _PYTHON.is_file() else Path(sys.executable)
    if subprocess.run([python, "-c", "import underthesea"], capture_output=True).returncode:
        print(_HOW_TO_INSTALL, file=sys.stderr)
        return []
    text = "\n".join(path.read_text(encoding="utf-8") for path in paths)
    program = Path(__file__).with_name("underthesea_speed.py")
    done = subprocess.run([python, program], input=text.encode(), stdout=subprocess.PIPE, check=True)
    own_speed = speed.measure(paths, rounds)[0].value
    rows = [Row("the product on the same text, right behind", own_speed, "characters/s")]
    for name, other_speed in json.loads(done.stdout).items():
        rows.append(Row(f"underthesea {name}, one core", other_speed, "characters/s"))
        rows.append(Row("· the product, all facts included", own_speed / other_speed, "times as fast", 1))
    return rows
