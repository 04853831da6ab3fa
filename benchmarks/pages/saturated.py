"""As many requests as the server answers: wrk holds 50 connections, and each asks again as soon as it was answered."""

from __future__ import annotations

import json
import subprocess
import tempfile
from collections.abc import Sequence
from pathlib import Path

from benchmarks.pages.asked import Times

CONNECTIONS = 50

_ASK = """
local addresses = {}
for line in io.lines("%(addresses)s") do addresses[#addresses + 1] = line end
local headers = { ["Accept"] = "text/html", ["Accept-Encoding"] = "gzip" }
local threads = 0
function setup(thread) thread:set("id", threads); threads = threads + 1 end
function init(args) math.randomseed(id + 1) end
function request() return wrk.format("GET", addresses[math.random(#addresses)], headers) end
function done(summary, latency)
  local errors = summary.errors
  local failed = errors.status + errors.connect + errors.read + errors.write + errors.timeout
  local file = io.open("%(told)s", "w")
  file:write(string.format('{"count": %%d, "failed": %%d, "seconds": %%f, "median": %%f, "p95": %%f, "p99": %%f}',
    summary.requests, failed, summary.duration / 1e6,
    latency:percentile(50) / 1e3, latency:percentile(95) / 1e3, latency:percentile(99) / 1e3))
  file:close()
end
"""


def saturated(address: str, addresses: Sequence[str], seconds: int) -> Times:
    """What wrk finds of so many seconds in which it asks for these in any order."""
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        (folder / "addresses").write_text("\n".join(addresses), encoding="utf-8")
        words = {"addresses": folder / "addresses", "told": folder / "told"}
        (folder / "ask.lua").write_text(_ASK % words, encoding="utf-8")
        line = [
            *("wrk", "-t2", f"-c{CONNECTIONS}", f"-d{seconds}s", "--timeout", "30s"),
            *("-s", str(folder / "ask.lua"), address),
        ]
        subprocess.run(line, check=True, stdout=subprocess.DEVNULL)
        told = json.loads((folder / "told").read_text())
    # Who answered nothing was not quick: wrk says 0 for its times.
    return Times(**told) if told["count"] else Times.of((), told["failed"], told["seconds"])
