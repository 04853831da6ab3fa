"""`tiendo report`: writes a report of a period from the record, or says whether one still agrees with it."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tiendo.cli.acting import acting, add_acting_name, now
from tiendo.cli.arguments import DONE, WRONG_USE, add_language, day_type, examples, moment_type, period_type
from tiendo.cli.messages import Messages

if TYPE_CHECKING:
    from tiendo.publishing.report.basis import Basis
    from tiendo.publishing.report.model import Sort

# Those of publishing.report.model.Sort, repeated so that help starts without the calendar; a test compares them.
KINDS = ("quarter", "half", "nine-months", "year", "press", "agency")


def add_to(commands: Any, say: Messages) -> None:
    """Declare the command."""
    parser = commands.add_parser(
        "report",
        say=say,
        help=say("report"),
        description=say("report"),
        epilog=examples(
            say,
            "tiendo report --period 2022-Q1 -o bao-cao-quy-1.docx",
            "tiendo report --period 2022-Q1 --kind press -o thong-cao.pdf",
            "tiendo report --period 2022-Q1 --kind agency --agency so-cong-thuong -o so-cong-thuong.html",
            "tiendo report --verify bao-cao-quy-1.docx",
        ),
    )
    parser.add_argument("--verify", type=Path, metavar=say("file"), help=say("report-verify"))
    parser.add_argument("--period", type=period_type(say), metavar="P", help=say("report-period"))
    parser.add_argument("--kind", choices=KINDS, help=say("report-kind"))
    parser.add_argument("--agency", metavar="A", help=say("report-agency"))
    parser.add_argument("--territory", metavar="T", help=say("status-territory"))
    parser.add_argument("--as-of", type=moment_type(say), metavar="T", help=say("status-as-of"))
    parser.add_argument("--date", type=day_type(say), metavar="D", help=say("report-date"))
    parser.add_argument("-o", "--output", type=Path, metavar=say("file"), help=say("report-output"))
    add_acting_name(parser, say)
    add_language(parser, say)
    parser.set_defaults(run=run)


def run(chosen: argparse.Namespace, say: Messages) -> int:
    """Write the report whole, or say in one sentence why there is none; with `--verify` check one."""
    from tiendo.cli.output import write_bytes

    if chosen.verify is not None:
        from tiendo.cli.report_verifying import verify

        return verify(chosen, say)
    if chosen.period is None or chosen.output is None:
        sys.stderr.write(say("report-needs") + "\n")
        return WRONG_USE
    from tiendo.publishing.report.compose import compose
    from tiendo.publishing.report.forms import form_of

    form = form_of(chosen.output.name)
    basis = _basis(chosen, say)
    report = compose(basis, language=say.language)
    write_bytes([form.write(report, basis)], chosen.output)
    sys.stderr.write(say("report-done", path=chosen.output, seal=report.stamp.seal[:_SEAL_DIGITS]) + "\n")
    return DONE


_SEAL_DIGITS = 16


def _basis(chosen: argparse.Namespace, say: Messages) -> Basis:
    from tiendo.config.start import ensure_ready

    ensure_ready()
    from tiendo.ledger.selectors.viewing import Viewer, known_at
    from tiendo.web.handouts.reports import ReportAsked, basis_of

    asked = ReportAsked(
        period=chosen.period,
        sort=_sort(chosen),
        agency=chosen.agency,
        territory=chosen.territory,
        dated=chosen.date,
        language=say.language,
    )
    viewer = Viewer(acting(chosen))
    return basis_of(asked, viewer, known_at(chosen.as_of), at=now())


def _sort(chosen: argparse.Namespace) -> Sort:
    from tiendo.facts.errors import ReportRefused
    from tiendo.publishing.report.model import Sort
    from tiendo.publishing.report.periods import usual_sort

    if chosen.kind:
        return Sort(chosen.kind)
    if chosen.agency:
        return Sort.AGENCY
    sort = usual_sort(chosen.period)
    if sort is None:
        raise ReportRefused(
            vi=f"Kỳ {chosen.period} không có loại báo cáo riêng: hãy nêu --kind.",
            en=f"No kind of report belongs to {chosen.period}: name one with --kind.",
        )
    return sort
