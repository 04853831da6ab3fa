"""How many requests a second `tiendo serve` answers, asked by wrk: `python -m benchmarks.record.api [--seconds N]`.

The record is the one that the environment names, loaded by `benchmarks.record`. wrk and the server share the machine.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from benchmarks.record.rows import YEARS
from benchmarks.rows import Row, table
from benchmarks.serving import processor_seconds, served

GOAL = 300  # requests a second, issue "Ledger"
SLOWEST = 150  # ms of 99 in 100
_CONNECTIONS = 8  # as many as the two processes have threads
_SECONDS = 30
_WARM_SECONDS = 60  # the first board of each month takes half a second, and each process makes its own
_ADDRESSES = 4_000  # different ones, so that hardly any is asked twice in a row

# Of a hundred requests: what a page of a portal and a program that keeps up to date ask for.
_MIX = {"results": 35, "history": 25, "scoreboard": 15, "documents": 15, "document": 10}

_ASK = """
local addresses = {}
for line in io.lines("%(addresses)s") do addresses[#addresses + 1] = line end
local count, threads = 0, 0
function setup(thread) thread:set("id", threads); threads = threads + 1 end
function init(args) math.randomseed(id + 1) end
function request()
  local headers = {["Accept"] = "application/json"}
  if math.random() < 0.5 then headers["Authorization"] = "Bearer %(token)s" end
  return wrk.format("GET", addresses[math.random(#addresses)], headers)
end
"""


def measure(kind: str, published: dict[str, Any], seconds: int = _SECONDS) -> list[Row]:
    """Serve the record and ask the mix, then each part of it alone."""
    rows: list[Row] = []
    with served() as (address, server):
        _asked(address, published, _WARM_SECONDS, *_MIX)
        for parts in (tuple(_MIX), *((part,) for part in _MIX)):
            is_mix = len(parts) > 1
            before = processor_seconds(server)
            told = _asked(address, published, seconds if is_mix else max(seconds // 3, 1), *parts)
            name = f"{kind}: {'the mix' if is_mix else parts[0]}"
            count, rate, slow = _found(told)
            spent = (processor_seconds(server) - before) / count * 1000
            rows.append(Row(f"{name}, requests", rate, "/s", at_least=GOAL if is_mix else None))
            rows.append(Row(f"{name}, 99 in 100 within", slow, "ms", at_most=SLOWEST if is_mix else None))
            rows.append(Row(f"{name}, processor time of the server a request", spent, "ms", 2))
    return rows


def _asked(address: str, published: dict[str, Any], seconds: int, *parts: str) -> str:
    """What wrk says of so many seconds; raises where an answer was no success."""
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        (folder / "addresses").write_text("\n".join(_addresses(published, parts)), encoding="utf-8")
        words = {"addresses": folder / "addresses", "token": published["token"]}
        (folder / "ask.lua").write_text(_ASK % words, encoding="utf-8")
        line = [
            "wrk",
            "-t2",
            f"-c{_CONNECTIONS}",
            f"-d{seconds}s",
            "--latency",
            "--timeout",
            "20s",
            "-s",
            str(folder / "ask.lua"),
            address,
        ]
        told = subprocess.run(line, check=True, capture_output=True, text=True).stdout
    if "Non-2xx" in told or "Socket errors" in told:
        raise RuntimeError(told)
    return told


def _addresses(published: dict[str, Any], parts: tuple[str, ...]) -> list[str]:
    chosen = random.Random(2026)
    weights = [_MIX[part] for part in parts]
    return [_address(part, published, chosen) for part in chosen.choices(parts, weights, k=_ADDRESSES)]


def _address(part: str, published: dict[str, Any], chosen: random.Random) -> str:
    month = f"{chosen.choice(YEARS)}-{chosen.randrange(1, 13):02}"
    indicator = chosen.choice(published["indicators"])
    match part:
        case "results":
            asked = chosen.choice([f"territory=20&period={month}", f"indicator={indicator}&territory=20", "limit=50"])
            return f"/api/v1/observations?{asked}"
        case "history":
            return f"/api/v1/indicators/{indicator}/history?territory=20"
        case "scoreboard":
            return f"/api/v1/scoreboard?period={chosen.choice([2024, 2025])}-{chosen.randrange(1, 13):02}&territory=20"
        case "documents":
            return f"/api/v1/documents?limit={chosen.choice([20, 50])}"
    return f"/api/v1/documents/{chosen.choice(published['documents'])}"


def _found(told: str) -> tuple[int, float, float]:
    """How many requests, how many a second, and the milliseconds within which 99 in 100 were answered."""
    count = re.search(r"(\d+) requests in", told)
    rate = re.search(r"Requests/sec:\s+([0-9.]+)", told)
    slow = re.search(r"99%\s+([0-9.]+)(us|ms|s)", told)
    if not count or not rate or not slow:
        raise RuntimeError(told)
    return int(count[1]), float(rate[1]), float(slow[1]) * {"us": 0.001, "ms": 1, "s": 1000}[slow[2]]


def main() -> None:
    """Measure the record that the environment names; what it lacks beside results is recorded first."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.record.api", description=__doc__)
    parser.add_argument("--seconds", type=int, default=_SECONDS)
    parser.add_argument("--published", type=Path, help="what benchmarks.record.published printed before")
    chosen = parser.parse_args()
    if shutil.which("wrk") is None:
        raise SystemExit("wrk is needed: apt-get install wrk")
    if chosen.published:
        said = chosen.published.read_text(encoding="utf-8")
    else:
        line = [sys.executable, "-m", "benchmarks.record.published"]
        said = subprocess.run(line, check=True, text=True, stdout=subprocess.PIPE).stdout
    kind = "postgresql" if "postgresql" in os.environ.get("TIENDO_DATABASE_URL", "") else "sqlite"
    print(table(measure(kind, json.loads(said), chosen.seconds)))


if __name__ == "__main__":
    main()
