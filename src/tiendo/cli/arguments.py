"""The command line's grammar: a parser that speaks the user's language, and the arguments that commands share."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn, TypeVar

from tiendo.cli.messages import Messages
from tiendo.facts.errors import TiendoError
from tiendo.text.sizes import read_size

if TYPE_CHECKING:
    from datetime import date, datetime

    from tiendo.facts.period import Period

T = TypeVar("T")

DONE = 0
INCOMPLETE = 1
WRONG_USE = 2
FOUND = 3


class Parser(argparse.ArgumentParser):
    """An argument parser whose frame and complaints are in the language of `say`."""

    def __init__(self, *, say: Messages, **options: Any) -> None:
        options.setdefault("formatter_class", _formatter(say))
        super().__init__(add_help=False, allow_abbrev=False, **options)
        self.say = say
        self._positionals.title = say("positionals")
        self._optionals.title = say("options")
        self.add_argument("-h", "--help", action="help", help=say("help"))

    def error(self, message: str) -> NoReturn:
        """Say what is wrong in one sentence and leave with the exit code of wrong use."""
        fault = self.say.wrong_use(message).rstrip(".") + "."
        sys.stderr.write(self.say("wrong-use", fault=fault, program=self.prog) + "\n")
        raise SystemExit(WRONG_USE)


def _formatter(say: Messages) -> type[argparse.HelpFormatter]:
    class Formatter(argparse.RawDescriptionHelpFormatter):
        def add_usage(self, usage: Any, actions: Any, groups: Any, prefix: str | None = None) -> None:
            super().add_usage(usage, actions, groups, say("usage") if prefix is None else prefix)

    return Formatter


def examples(say: Messages, *lines: str) -> str:
    """The closing part of a help text: commands that can be typed as they stand."""
    return "\n".join([say("examples") + ":", *(f"  {line}" for line in lines)])


def add_language(parser: argparse.ArgumentParser, say: Messages) -> None:
    """`--lang`, which may stand before or behind the name of the command."""
    parser.add_argument("--lang", choices=("vi", "en"), default=argparse.SUPPRESS, help=say("lang"))


def add_max_size(parser: argparse.ArgumentParser, say: Messages) -> None:
    """`--max-size`, which may stand before or behind the name of the command."""
    size = _typed(say, "bad-size", read_size)
    parser.add_argument("--max-size", type=size, metavar="N", default=argparse.SUPPRESS, help=say("max-size"))


def add_files(parser: argparse.ArgumentParser, say: Messages) -> None:
    """One or more input files."""
    parser.add_argument("files", nargs="+", metavar=say("file"), help=say("files"))


def add_output(parser: argparse.ArgumentParser, say: Messages) -> None:
    """`-o`, where the result goes."""
    parser.add_argument("-o", "--output", type=Path, metavar=say("file"), help=say("output"))


def add_jobs(parser: argparse.ArgumentParser, say: Messages) -> None:
    """`--jobs`, how many processes read at once."""
    parser.add_argument("--jobs", type=_typed(say, "bad-jobs", _read_jobs), metavar="N", help=say("jobs"))


def period_type(say: Messages) -> Callable[[str], Period]:
    """Reads a period of the contract's form."""
    return _typed(say, "bad-period", _read_period)


def day_type(say: Messages) -> Callable[[str], date]:
    """Reads a day."""
    return _typed(say, "bad-day", _read_day)


def moment_type(say: Messages) -> Callable[[str], date | datetime]:
    """Reads a day or a time of day; a time without a zone is that of this machine."""
    return _typed(say, "bad-moment", _read_moment)


def number_type(say: Messages) -> Callable[[str], int]:
    """Reads the number of an entry."""
    return _typed(say, "bad-number", _read_number)


def year_type(say: Messages) -> Callable[[str], int]:
    """Reads a year."""
    return _typed(say, "bad-year", _read_year)


def _read_period(written: str) -> Period:
    # Here and not above: help and completion need no calendar, and start sooner without it.
    from tiendo.facts.period import Period

    return Period.parse(written)


def _read_day(written: str) -> date:
    from datetime import date

    return date.fromisoformat(written)


def _read_moment(written: str) -> date | datetime:
    from datetime import date, datetime

    if len(written) == len("YYYY-MM-DD"):
        return date.fromisoformat(written)
    return datetime.fromisoformat(written).astimezone()


def _read_number(written: str) -> int:
    if not (written.isascii() and written.isdigit() and int(written)):
        raise ValueError(written)
    return int(written)


def _read_year(written: str) -> int:
    if not (written.isascii() and written.isdigit() and len(written) == len("YYYY") and int(written)):
        raise ValueError(written)
    return int(written)


def _read_jobs(written: str) -> int:
    jobs = int(written)
    if jobs < 1:
        raise ValueError(written)
    return jobs


def _typed(say: Messages, complaint: str, read: Callable[[str], T]) -> Callable[[str], T]:
    def convert(written: str) -> T:
        try:
            return read(written)
        except (ValueError, TiendoError) as fault:
            raise argparse.ArgumentTypeError(say(complaint, value=written)) from fault

    return convert
