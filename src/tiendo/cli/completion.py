"""`tiendo completion`: the script with which a shell completes the command."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from typing import Any

from tiendo.cli.arguments import DONE, add_language, examples
from tiendo.cli.messages import Messages
from tiendo.cli.output import write_out

_SHELLS = ("bash", "zsh", "tcsh")


def add_to(commands: Any, say: Messages) -> None:
    """Declare the command."""
    parser = commands.add_parser(
        "completion",
        say=say,
        help=say("completion"),
        description=say("completion"),
        epilog=examples(
            say,
            "tiendo completion bash > ~/.local/share/bash-completion/completions/tiendo",
            "tiendo completion zsh > ~/.zfunc/_tiendo",
            "tiendo completion tcsh > ~/.tiendo.tcsh",
        ),
    )
    parser.add_argument("shell", choices=_SHELLS, help=say("completion-shell"))
    add_language(parser, say)
    parser.set_defaults(run=run)


def run(chosen: argparse.Namespace, _: Messages) -> int:
    """Print the script."""
    import shtab

    for action in _file_arguments(chosen.grammar):
        action.complete = shtab.FILE  # type: ignore[attr-defined]
    write_out([shtab.complete(chosen.grammar, chosen.shell) + "\n"], None)
    return DONE


def _file_arguments(parser: argparse.ArgumentParser) -> Iterator[argparse.Action]:
    """The arguments that take a path, of this parser and of all its commands."""
    for action in parser._actions:
        if isinstance(action, argparse._SubParsersAction):
            for command in dict.fromkeys(action.choices.values()):
                yield from _file_arguments(command)
        elif action.dest in ("file", "files", "output"):
            yield action
