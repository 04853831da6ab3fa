"""`tiendo chart`: the chart of an indicator, or the scoreboard, as a file for slides and reports."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tiendo.cli.arguments import DONE, INCOMPLETE, WRONG_USE, add_language, examples, moment_type, period_type
from tiendo.cli.messages import Messages

if TYPE_CHECKING:
    from tiendo.publishing.picture import Drawing

_BOARD = "board"
_ENDINGS = (".svg", ".png", ".pdf")


def add_to(commands: Any, say: Messages) -> None:
    """Declare the command."""
    parser = commands.add_parser(
        "chart",
        say=say,
        help=say("chart"),
        description=say("chart"),
        epilog=examples(
            say,
            "tiendo chart forest_cover -o che-phu-rung.svg",
            "tiendo chart budget_revenue --period 2022-Q1 -o thu-ngan-sach.png",
            "tiendo chart board --period 2022-Q1 -o bang-tien-do.pdf",
        ),
    )
    parser.add_argument("what", metavar=say("chart-what-name"), help=say("chart-what"))
    parser.add_argument("--period", type=period_type(say), metavar="P", help=say("chart-period"))
    parser.add_argument("--as-of", type=moment_type(say), metavar="T", help=say("chart-as-of"))
    parser.add_argument("--territory", metavar="T", help=say("chart-territory"))
    parser.add_argument(
        "-o", "--output", type=_file_type(say), required=True, metavar=say("file"), help=say("chart-output")
    )
    parser.add_argument("--with-drafts", action="store_true", help=say("export-with-drafts"))
    add_language(parser, say)
    parser.set_defaults(run=run)


def _file_type(say: Messages) -> Callable[[str], Path]:
    def read(written: str) -> Path:
        path = Path(written)
        if path.suffix.lower() not in _ENDINGS:
            raise argparse.ArgumentTypeError(say("chart-form", value=written))
        return path

    return read


def run(chosen: argparse.Namespace, say: Messages) -> int:
    """Draw from the record, and write the file whole."""
    if chosen.what == _BOARD and chosen.period is None:
        sys.stderr.write(say("chart-needs-period") + "\n")
        return WRONG_USE
    from tiendo.config.start import ensure_ready

    ensure_ready()
    from tiendo.cli.output import write_bytes
    from tiendo.facts.errors import NoSuchEntry
    from tiendo.publishing.picture import Form, written

    try:
        drawing = _drawing(chosen, say.language)
    except NoSuchEntry as fault:
        hint = "" if chosen.with_drafts else f" {say('chart-drafts')}"
        sys.stderr.write(f"{fault.sentence(say.language)}{hint}\n")
        return INCOMPLETE
    form = Form(chosen.output.suffix.lower().removeprefix("."))
    write_bytes([written(drawing, form)], chosen.output)
    return DONE


def _drawing(chosen: argparse.Namespace, language: str) -> Drawing:
    from tiendo.ledger.actors import OPERATOR, PUBLIC
    from tiendo.ledger.selectors.viewing import Viewer, known_at, last_day_of
    from tiendo.web.handouts.charts import WantedDrawing, board_drawing, indicator_drawing

    # A chart leaves the house: drafts only where somebody asks for them.
    viewer, known = Viewer(OPERATOR if chosen.with_drafts else PUBLIC), known_at(chosen.as_of)
    wanted = WantedDrawing(territory=chosen.territory, period=chosen.period, day=last_day_of(known), language=language)
    if chosen.what == _BOARD:
        return board_drawing(chosen.period, wanted, viewer, known)
    return indicator_drawing(chosen.what, wanted, viewer, known)
