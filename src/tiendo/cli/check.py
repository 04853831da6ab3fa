"""`tiendo check`: recomputes everything that documents claim, alone and against each other."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from tiendo.cli.arguments import (
    DONE,
    FOUND,
    INCOMPLETE,
    add_files,
    add_jobs,
    add_language,
    add_max_size,
    add_output,
    examples,
    period_type,
)
from tiendo.cli.messages import Messages
from tiendo.cli.terminal import terminal_width

if TYPE_CHECKING:
    from tiendo.facts.findings import Finding

_FORMATS = ("table", "jsonl", "md")
# Those of verification.registry, repeated so that help starts without the whole audit; a test compares them.
CHECKS = (
    *("plan-percent", "implied-plan", "sums", "year-on-year", "ratios", "order"),
    *("same-figure", "long-plans", "currencies", "dates-and-words", "sanity"),
)
_FAILING = {"inconsistent": ("inconsistent",), "question": ("inconsistent", "question")}


def add_to(commands: Any, say: Messages) -> None:
    """Declare the command."""
    parser = commands.add_parser(
        "check",
        say=say,
        help=say("check"),
        description=say("check"),
        epilog=examples(
            say,
            "tiendo check bao-cao-quy-1.pdf nghi-quyet.docx",
            "tiendo check *.docx --only sums,ratios --format jsonl -o kiem-tra.jsonl",
            "tiendo check du-thao.docx --fail-on inconsistent",
        ),
    )
    add_files(parser, say)
    parser.add_argument("--format", choices=_FORMATS, default="table", help=say("format"))
    parser.add_argument("--only", type=_checks_type(say), metavar="C,C", default=(), help=say("check-only"))
    parser.add_argument("--all", action="store_true", help=say("check-all"))
    parser.add_argument("--fail-on", choices=tuple(_FAILING), help=say("check-fail-on"))
    parser.add_argument("--period", type=period_type(say), metavar="P", help=say("extract-period"))
    add_output(parser, say)
    add_jobs(parser, say)
    add_max_size(parser, say)
    add_language(parser, say)
    parser.set_defaults(run=run)


def run(chosen: argparse.Namespace, say: Messages) -> int:
    """Read all files, audit them together, and write what was found."""
    from tiendo.cli.audit import findings_of
    from tiendo.cli.output import write_out
    from tiendo.cli.reading import Readings

    readings = Readings(chosen, say, default_period=chosen.period, with_relations=True)
    read = list(readings)
    findings = findings_of(read, only=chosen.only, with_consistent=chosen.all)
    if read:
        write_out([_render(findings, chosen, say)], chosen.output)
    if readings.failed:
        return INCOMPLETE
    failing = _FAILING.get(chosen.fail_on, ())
    return FOUND if any(finding.verdict.value in failing for finding in findings) else DONE


def _render(findings: Sequence[Finding], chosen: argparse.Namespace, say: Messages) -> str:
    from tiendo.publishing import findings_data, findings_markdown, findings_text

    match chosen.format:
        case "jsonl":
            return findings_data.as_json_lines(findings, say.language)
        case "md":
            return findings_markdown.as_markdown(findings, say.language)
        case _:
            color = chosen.output is None and sys.stdout.isatty() and not os.environ.get("NO_COLOR")
            return findings_text.render(findings, say.language, terminal_width(), color=color)


def _checks_type(say: Messages) -> Callable[[str], tuple[str, ...]]:
    def read(written: str) -> tuple[str, ...]:
        checks = tuple(part.strip() for part in written.split(",") if part.strip())
        for check in checks:
            if check not in CHECKS:
                raise argparse.ArgumentTypeError(say("bad-check", value=check, checks=", ".join(CHECKS)))
        return checks

    return read
