"""`tiendo report`: writes a report of a period from the record, or says whether one still agrees with it."""

from __future__ import annotations

import argparse
import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tiendo.cli.acting import acting, add_acting_name, now
from tiendo.cli.arguments import DONE, WRONG_USE, add_language, day_type, examples, moment_type, period_type
from tiendo.cli.messages import Messages

if TYPE_CHECKING:
    from tiendo.publishing.report.basis import Basis
    from tiendo.publishing.report.forms import Form
    from tiendo.publishing.report.model import Sort
    from tiendo.publishing.report.word_template import Template

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
            "tiendo report --period 2022-Q1 --kind agency --agency SCT -o so-cong-thuong.html",
            "tiendo report --verify bao-cao-quy-1.docx",
            "tiendo report --new-template mau-bao-cao.docx",
        ),
    )
    parser.add_argument("--verify", type=Path, metavar=say("file"), help=say("report-verify"))
    parser.add_argument("--marked", type=Path, metavar=say("file"), help=say("report-marked"))
    parser.add_argument("--period", type=period_type(say), metavar="P", help=say("report-period"))
    parser.add_argument("--kind", choices=KINDS, help=say("report-kind"))
    parser.add_argument("--agency", metavar="A", help=say("report-agency"))
    parser.add_argument("--territory", metavar="T", help=say("status-territory"))
    parser.add_argument("--as-of", type=moment_type(say), metavar="T", help=say("status-as-of"))
    parser.add_argument("--date", type=day_type(say), metavar="D", help=say("report-date"))
    parser.add_argument("-o", "--output", type=Path, metavar=say("file"), help=say("report-output"))
    parser.add_argument("--template", type=Path, metavar=say("file"), help=say("report-template"))
    parser.add_argument("--new-template", type=Path, metavar=say("file"), help=say("report-new-template"))
    add_acting_name(parser, say)
    add_language(parser, say)
    parser.set_defaults(run=run)


def run(chosen: argparse.Namespace, say: Messages) -> int:
    """Write the report whole, or say in one sentence why there is none; with `--verify` check one."""
    from tiendo.cli.output import write_bytes

    if chosen.verify is not None:
        from tiendo.cli.report_verifying import verify

        return verify(chosen, say)
    if chosen.new_template is not None:
        return _new_template(chosen.new_template, say)
    if chosen.period is None or chosen.output is None:
        sys.stderr.write(say("report-needs") + "\n")
        return WRONG_USE
    from tiendo.publishing.report.compose import compose
    from tiendo.publishing.report.forms import form_of

    form = form_of(chosen.output.name)
    template = _template(chosen.template, form)
    basis = _basis(chosen, say)
    if template is not None:
        basis = replace(basis, template=template)
    report = compose(basis, language=say.language)
    write_bytes([form.write(report, basis)], chosen.output)
    sys.stderr.write(say("report-done", path=chosen.output, seal=report.stamp.seal[:_SEAL_DIGITS]) + "\n")
    return DONE


_SEAL_DIGITS = 16


def _template(path: Path | None, form: Form) -> Template | None:
    """The template that the command names; only a Word file is poured into one."""
    if path is None:
        return None
    from tiendo.facts.errors import ReportRefused
    from tiendo.web.handouts.report_template import template_from

    if form.suffix != ".docx":
        raise ReportRefused(
            vi=f"Mẫu Word (--template) chỉ dùng cho báo cáo .docx, không dùng cho {form.suffix}: hãy bỏ --template.",
            en=f"A Word template (--template) is for .docx reports and not for {form.suffix}: leave it out.",
        )
    return template_from(path)


def _new_template(path: Path, say: Messages) -> int:
    from tiendo.cli.output import write_bytes
    from tiendo.publishing.report.word_template import shipped

    write_bytes([shipped(say.language).data], path)
    sys.stderr.write(say("report-new-template-done", path=path) + "\n")
    return DONE


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
