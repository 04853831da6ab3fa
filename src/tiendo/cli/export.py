"""`tiendo export`: the whole record as JSON Lines and files, or data and documents as one file for others."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tiendo.cli.arguments import (
    DONE,
    WRONG_USE,
    add_language,
    day_type,
    examples,
    moment_type,
    number_type,
    period_type,
    year_type,
)
from tiendo.cli.messages import Messages

if TYPE_CHECKING:
    from tiendo.web.handouts.exports import ExportQuestion

# The names of `web.handouts.exports.FORMATS`, which help and completion do not load; a test compares them.
FORMATS = ("csv", "parquet", "json", "xlsx", "package", "sdmx-csv", "sdmx-ml", "sdmx-json", "sdmx-structure", "akn")
_OF_LETTERS = frozenset({"csv", "json", "sdmx-csv", "sdmx-ml", "sdmx-json", "sdmx-structure"})
_KINDS = ("observation", "target")
_STANDARD_OUTPUT = Path("-")
# What stands beside a format only, with what each is where nothing was said.
_BESIDE_A_FORMAT = (
    "output",
    "kind",
    "indicator",
    "territory",
    "agency",
    "document",
    "period",
    "year",
    "from_",
    "to",
    "as_of",
)


def add_to(commands: Any, say: Messages) -> None:
    """Declare the command."""
    parser = commands.add_parser(
        "export",
        say=say,
        help=say("export"),
        description=say("export"),
        epilog=examples(
            say,
            "tiendo export so-2026",
            "tiendo export --format csv -o ket-qua.csv",
            "tiendo export --format xlsx --kind target --year 2022 -o chi-tieu-2022.xlsx",
            "tiendo export --format package --territory 20 --as-of 2026-06-30 -o lang-son.zip",
        ),
    )
    parser.add_argument("folder", type=Path, nargs="?", metavar=say("folder"), help=say("export-folder"))
    parser.add_argument("--format", choices=FORMATS, metavar="F", help=say("export-format"))
    parser.add_argument("-o", "--output", type=Path, metavar=say("file"), help=say("export-output"))
    _add_filters(parser, say)
    add_language(parser, say)
    parser.set_defaults(run=run)


def _add_filters(parser: argparse.ArgumentParser, say: Messages) -> None:
    parser.add_argument("--kind", choices=_KINDS, help=say("export-kind"))
    for name in ("indicator", "territory"):
        parser.add_argument(f"--{name}", action="append", metavar=name[0].upper(), help=say(f"export-{name}"))
    parser.add_argument("--agency", action="append", metavar="A", help=say("export-agency"))
    parser.add_argument("--document", type=number_type(say), metavar=say("number"), help=say("export-document"))
    parser.add_argument("--period", type=period_type(say), metavar="P", help=say("export-period"))
    parser.add_argument("--year", type=year_type(say), metavar="N", help=say("export-year"))
    parser.add_argument("--from", dest="from_", type=day_type(say), metavar="D", help=say("export-from"))
    parser.add_argument("--to", type=day_type(say), metavar="D", help=say("export-to"))
    parser.add_argument("--as-of", type=moment_type(say), metavar="T", help=say("export-as-of"))
    parser.add_argument("--with-drafts", action="store_true", help=say("export-with-drafts"))


def run(chosen: argparse.Namespace, say: Messages) -> int:
    """Export the whole record, or one file of it."""
    if (chosen.folder is None) == (chosen.format is None):
        return _wrong(say("export-one-of-two"))
    if chosen.folder is not None:
        if chosen.with_drafts or any(getattr(chosen, name) is not None for name in _BESIDE_A_FORMAT):
            return _wrong(say("export-filter-alone"))
        return _whole_record(chosen.folder, say)
    to_standard_output = chosen.output in (None, _STANDARD_OUTPUT)
    if to_standard_output and chosen.format not in _OF_LETTERS and sys.stdout.isatty():
        return _wrong(say("export-terminal", format=chosen.format))
    return _one_file(chosen, say, None if to_standard_output else chosen.output)


def _wrong(sentence: str) -> int:
    sys.stderr.write(sentence + "\n")
    return WRONG_USE


def _whole_record(folder: Path, say: Messages) -> int:
    from tiendo.config.start import ensure_ready

    ensure_ready()
    from tiendo.config.set_up import in_our_words
    from tiendo.intake.exported.writing import export_record

    with in_our_words():
        contents = export_record(folder)
    sys.stdout.write(
        say(
            "export-done",
            acts=contents.acts,
            entries=contents.entries,
            files=contents.files,
            folder=folder,
            digest=contents.digest,
        )
        + "\n"
    )
    return DONE


def _one_file(chosen: argparse.Namespace, say: Messages, path: Path | None) -> int:
    from tiendo.config.start import ensure_ready

    ensure_ready()
    from tiendo.cli.output import write_bytes
    from tiendo.config.set_up import in_our_words
    from tiendo.web.handouts.exports import FORMATS as WRITERS
    from tiendo.web.handouts.exports import check

    with in_our_words():
        asked = _question(chosen, say.language)
        check(asked)
    chunks = _read(WRITERS[chosen.format].write, asked)
    if path is None:
        _to_standard_output(chunks)
    else:
        write_bytes(chunks, path)
    return DONE


def _read(write: Callable[[ExportQuestion], Iterable[bytes]], asked: ExportQuestion) -> Iterator[bytes]:
    """The pieces; only what goes wrong while the record is read is said of the record, and not a closed pipe."""
    from tiendo.config.set_up import in_our_words

    with in_our_words():
        yield from write(asked)


def _to_standard_output(chunks: Iterable[bytes]) -> None:
    sys.stdout.flush()
    for chunk in chunks:
        sys.stdout.buffer.write(chunk)
    sys.stdout.buffer.flush()


def _question(chosen: argparse.Namespace, language: str) -> ExportQuestion:
    from datetime import date

    from tiendo.ledger.actors import OPERATOR
    from tiendo.ledger.selectors.public_moment import public_moment
    from tiendo.ledger.selectors.streamed import StreamFilter
    from tiendo.ledger.selectors.viewing import Viewer, known_at
    from tiendo.web.handouts.exports import ExportQuestion

    known = known_at(chosen.as_of)
    year = chosen.year
    first = [day for day in (chosen.from_, date(year, 1, 1) if year else None) if day]
    last = [day for day in (chosen.to, date(year, 12, 31) if year else None) if day]
    return ExportQuestion(
        kind=chosen.kind,
        wanted=StreamFilter(
            indicators=tuple(chosen.indicator or ()),
            territories=tuple(chosen.territory or ()),
            agencies=tuple(chosen.agency or ()),
            periods=(str(chosen.period),) if chosen.period else (),
            document=chosen.document,
            first_day=max(first, default=None),
            last_day=min(last, default=None),
        ),
        viewer=Viewer(OPERATOR) if chosen.with_drafts else Viewer(),
        known=known if chosen.with_drafts or chosen.as_of else public_moment(known),
        language=language,
    )
