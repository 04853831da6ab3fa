"""Runs the measurement: `python -m benchmarks.perturb [--group NAME] [--seeds N] [--most N] [--missed N]`."""

from __future__ import annotations

import argparse
import tempfile
from collections.abc import Iterator
from pathlib import Path

from benchmarks import corpus
from benchmarks.perturb.measure import DOCUMENTS, Group, Tally, measure
from benchmarks.rows import markdown_table
from tiendo.documents.read import read_document

_HEADING = ("documents", "changed", "inconsistent", "or asked", "right figure", "right number", "false alarms")
# The samples hold two slips on purpose; here every number has to be sound.
_SLIPS_OF_SAMPLES = {"21,8%": "28,1%", "1.789,4 tỷ đồng": "1.798,4 tỷ đồng"}


def groups(folder: Path) -> Iterator[Group]:
    """The documents that are measured, those audited together in one group."""
    own = {path.name: path.read_text(encoding="utf-8") for path in sorted(DOCUMENTS.glob("*.txt"))}
    yield Group("own", own, folder, annotated=True)
    samples = {f"{path.stem}.txt": _mended(read_document(path).text) for path in sorted(corpus.SAMPLES.glob("*.*"))}
    yield Group("samples", samples, folder, annotated=False)
    shared = corpus.SHARED / "documents"
    real = {path.name: path.read_text(encoding="utf-8") for path in sorted(shared.glob("*.txt"))}
    if real:
        yield Group("lang-son", real, folder, annotated=False)
    for path in sorted((shared / "elsewhere").glob("*.txt")):
        yield Group(f"elsewhere/{path.stem}", {path.name: path.read_text(encoding="utf-8")}, folder, annotated=False)


def _mended(text: str) -> str:
    for slip, right in _SLIPS_OF_SAMPLES.items():
        text = text.replace(slip, right)
    return text


def main() -> None:
    """Measure the groups asked for and print a table; `--missed N` shows so many changes that nobody noticed."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.perturb", description=__doc__)
    parser.add_argument("--group", action="append", help="only groups whose name begins so")
    parser.add_argument("--only", help="only numbers of documents whose name begins so")
    parser.add_argument("--seeds", type=int, default=1, help="how many changes of each kind a number gets (1)")
    parser.add_argument("--most", type=int, default=10_000, help="how many numbers of a group are changed (all)")
    parser.add_argument("--missed", type=int, default=0)
    chosen = parser.parse_args()
    rows = []
    with tempfile.TemporaryDirectory() as folder:
        for group in groups(Path(folder)):
            if chosen.group and not group.name.startswith(tuple(chosen.group)):
                continue
            total, kinds, alarms = measure(group, range(chosen.seeds), chosen.most, chosen.only or "")
            rows.append(_row(group.name, total, len(alarms)))
            rows += [_row(f"  {kind}", tally, None) for kind, tally in kinds.items() if tally.changed]
            for line in total.missed[: chosen.missed]:
                print(line)
            for alarm in alarms:
                print("FALSE ALARM:", alarm.message.en)
    print(markdown_table(_HEADING, rows))


def _row(name: str, tally: Tally, alarms: int | None) -> tuple[str, ...]:
    changed = tally.changed or 1
    parts = (tally.detected, tally.detected + tally.asked, tally.right_figure, tally.right_number)
    shares = (f"{part / changed:.1%}" if tally.changed else "–" for part in parts)
    return (name, str(tally.changed), *shares, "" if alarms is None else str(alarms))


if __name__ == "__main__":
    main()
