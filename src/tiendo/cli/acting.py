"""Who acts at the command line, and when."""

from __future__ import annotations

import argparse
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from tiendo.cli.messages import Messages

if TYPE_CHECKING:
    from tiendo.ledger.actors import Actor


def add_acting(parser: argparse.ArgumentParser, say: Messages) -> None:
    """`--by` and `--why`, which the record writes down."""
    add_acting_name(parser, say)
    parser.add_argument("--why", default="", metavar=say("words"), help=say("acting-why"))


def add_acting_name(parser: argparse.ArgumentParser, say: Messages) -> None:
    """`--by`, for a command that changes nothing."""
    parser.add_argument("--by", metavar=say("name"), help=say("acting-by"))


def acting(chosen: argparse.Namespace) -> Actor:
    """The actor of the command: the account of `--by`, else the operator of this machine.

    Raises `NoSuchEntry` where there is no such account.
    """
    from tiendo.facts.errors import NoSuchEntry
    from tiendo.ledger.actors import OPERATOR, actor_of
    from tiendo.ledger.models import Account
    from tiendo.ledger.standing import FOREVER

    if chosen.by is None:
        return OPERATOR
    account = Account.objects.filter(username=chosen.by).first()
    if account is None:
        raise NoSuchEntry(
            vi=f"Không có tài khoản {chosen.by!r}; tạo bằng `tiendo account add`.",
            en=f"There is no account {chosen.by!r}; `tiendo account add` makes one.",
        )
    return actor_of(account, FOREVER)


def now() -> datetime:
    """The moment of the command."""
    return datetime.now(UTC)
