"""`tiendo account`: makes and closes accounts, grants roles, makes and revokes tokens."""

from __future__ import annotations

import argparse
import getpass
import os
import sys
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from tiendo.cli.acting import acting, add_acting, now
from tiendo.cli.arguments import DONE, WRONG_USE, Parser, add_language, examples
from tiendo.cli.messages import Messages

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tiendo.ledger.selectors.accounts import AccountView, RoleView, TokenView

_ROLES = ("reporter", "officer", "approver", "administrator")
_DAYS = 365  # of a token: somebody looks at it once a year
_LONGEST_PASSWORD = 4096  # bytes that are read from a file; no password has a fourth of it


class _Misuse(Exception):
    """The command was used in a way that cannot work; the message is the sentence to print."""


def add_to(commands: Any, say: Messages) -> None:
    """Declare the command."""
    parser = commands.add_parser(
        "account",
        say=say,
        help=say("account"),
        description=say("account"),
        epilog=examples(
            say,
            "tiendo account add mai",
            "tiendo account grant mai officer --territory 20",
            'tiendo account token mai --for "báo cáo tháng" --days 90',
            "tiendo account invite mai",
            "tiendo account list",
        ),
    )
    actions = parser.add_subparsers(title=say("account-actions"), dest="action", required=True, metavar=say("command"))
    add = _action(actions, "add", say)
    _name(add, say)
    for option in ("first-name", "last-name", "email"):
        add.add_argument(f"--{option}", default="", help=say(f"account-{option}"))
    _password(add, say)
    for action in ("close", "reopen", "invite", "reset-second-factor"):
        _name(_action(actions, action, say), say)
    password = _action(actions, "password", say)
    _name(password, say)
    _password(password, say)
    grant = _action(actions, "grant", say)
    _name(grant, say)
    grant.add_argument("role", choices=_ROLES, help=say("account-role"))
    grant.add_argument("--agency", metavar="A", help=say("account-agency"))
    grant.add_argument("--territory", metavar="T", help=say("account-territory"))
    token = _action(actions, "token", say)
    _name(token, say)
    token.add_argument("--for", required=True, dest="label", help=say("account-for"))
    token.add_argument("--days", type=int, default=_DAYS, metavar="N", help=say("account-days"))
    for action in ("revoke", "revoke-token"):
        _action(actions, action, say).add_argument("number", type=int, help=say("account-number"))
    _action(actions, "list", say)


def run(chosen: argparse.Namespace, say: Messages) -> int:
    """Do what was asked for."""
    from tiendo.config.start import ensure_ready

    ensure_ready()
    try:
        sys.stdout.writelines(line + "\n" for line in _ACTIONS[chosen.action](chosen, say))
    except _Misuse as fault:
        sys.stderr.write(f"{fault}\n")
        return WRONG_USE
    return DONE


def _action(actions: Any, name: str, say: Messages) -> Parser:
    parser: Parser = actions.add_parser(name, say=say, help=say(f"account-{name}"), description=say(f"account-{name}"))
    add_acting(parser, say)
    add_language(parser, say)
    parser.set_defaults(run=run)
    return parser


def _name(parser: Parser, say: Messages) -> None:
    parser.add_argument("name", help=say("account-name"))


def _password(parser: Parser, say: Messages) -> None:
    parser.add_argument("--password-fd", type=int, metavar="N", help=say("account-password-fd"))


def _add(chosen: argparse.Namespace, say: Messages) -> Iterator[str]:
    from tiendo.ledger.commands.accounts import make_account

    make_account(
        username=chosen.name,
        password=_asked_password(chosen, say),
        first_name=chosen.first_name,
        last_name=chosen.last_name,
        email=chosen.email,
        by=acting(chosen),
        at=now(),
    )
    yield say("account-made", name=chosen.name)


def _close(chosen: argparse.Namespace, say: Messages) -> Iterator[str]:
    from tiendo.ledger.commands.accounts import close_account

    close_account(username=chosen.name, by=acting(chosen), at=now(), why=chosen.why)
    yield say("account-closed", name=chosen.name)


def _reopen(chosen: argparse.Namespace, say: Messages) -> Iterator[str]:
    from tiendo.ledger.commands.accounts import reopen_account

    reopen_account(username=chosen.name, by=acting(chosen), at=now(), why=chosen.why)
    yield say("account-reopened", name=chosen.name)


def _invite(chosen: argparse.Namespace, say: Messages) -> Iterator[str]:
    from tiendo.config.settings import Settings
    from tiendo.ledger.commands.invitations import invite_account

    secret = invite_account(username=chosen.name, by=acting(chosen), at=now(), why=chosen.why)
    # The sentence on standard error, so that the address alone can be sent to a file.
    sys.stderr.write(say("account-invited", name=chosen.name) + "\n")
    yield f"{Settings.from_environment(os.environ).address()}/first-sign-in/{secret}"


def _reset_second_factor(chosen: argparse.Namespace, say: Messages) -> Iterator[str]:
    from tiendo.ledger.commands.means_of_signing_in import reset_second_factor

    reset_second_factor(username=chosen.name, by=acting(chosen), at=now(), why=chosen.why)
    yield say("account-factor-reset", name=chosen.name)


def _set_password(chosen: argparse.Namespace, say: Messages) -> Iterator[str]:
    from tiendo.ledger.commands.accounts import set_password

    set_password(username=chosen.name, password=_asked_password(chosen, say), by=acting(chosen), at=now())
    yield say("account-password-set", name=chosen.name)


def _grant(chosen: argparse.Namespace, say: Messages) -> Iterator[str]:
    from tiendo.ledger.commands.grant_role import grant_role
    from tiendo.ledger.models import Role

    entry = grant_role(
        account=chosen.name,
        role=Role(chosen.role),
        agency=chosen.agency,
        territory=chosen.territory,
        by=acting(chosen),
        at=now(),
        why=chosen.why,
    )
    yield say("account-granted", entry=entry)


def _revoke(chosen: argparse.Namespace, say: Messages) -> Iterator[str]:
    from tiendo.ledger.commands.grant_role import revoke_role

    revoke_role(grant=chosen.number, by=acting(chosen), at=now(), why=chosen.why)
    yield say("account-revoked")


def _token(chosen: argparse.Namespace, say: Messages) -> Iterator[str]:
    from tiendo.ledger.commands.accounts import make_token

    moment = now()
    made = make_token(
        username=chosen.name,
        name=chosen.label,
        expires_at=moment + timedelta(days=chosen.days),
        by=acting(chosen),
        at=moment,
    )
    # The sentence on standard error, so that the secret alone can be sent to a file.
    sys.stderr.write(say("account-secret", number=made.number) + "\n")
    yield made.secret


def _revoke_token(chosen: argparse.Namespace, say: Messages) -> Iterator[str]:
    from tiendo.ledger.commands.accounts import revoke_token

    revoke_token(token=chosen.number, by=acting(chosen), at=now())
    yield say("account-revoked")


def _list(chosen: argparse.Namespace, say: Messages) -> Iterator[str]:
    from tiendo.ledger.permissions import Permission, require
    from tiendo.ledger.selectors.accounts import accounts

    require(acting(chosen), Permission.GRANT_ROLE)
    for account in accounts():
        yield from _lines(account, say)


def _lines(account: AccountView, say: Messages) -> Iterator[str]:
    yield account.username if account.active else f"{account.username} ({say('account-row-closed')})"
    for role in account.roles:
        yield say("account-row-role", number=role.number, role=role.role.value, where=_where(role))
    for token in account.tokens:
        yield say("account-row-token", number=token.number, name=token.name, until=_until(token, say))


def _where(role: RoleView) -> str:
    parts = [part for part in (role.agency, role.territory) if part]
    return f" ({', '.join(parts)})" if parts else ""


def _until(token: TokenView, say: Messages) -> str:
    if token.revoked_at is not None:
        return say("account-token-revoked")
    return say("account-until", day=token.expires_at.date()) if token.expires_at else say("account-no-end")


def _asked_password(chosen: argparse.Namespace, say: Messages) -> str:
    """The password, from an open file or typed twice; raises `_Misuse`."""
    if chosen.password_fd is not None:
        try:
            return os.read(chosen.password_fd, _LONGEST_PASSWORD).decode().splitlines()[0]
        except (OSError, UnicodeDecodeError, IndexError, OverflowError):
            raise _Misuse(say("account-bad-fd", number=chosen.password_fd)) from None
    if not sys.stdin.isatty():
        raise _Misuse(say("account-no-terminal"))
    password = getpass.getpass(say("account-ask"))
    if getpass.getpass(say("account-ask-again")) != password:
        raise _Misuse(say("account-differs"))
    return password


_ACTIONS = {
    "add": _add,
    "close": _close,
    "reopen": _reopen,
    "invite": _invite,
    "reset-second-factor": _reset_second_factor,
    "password": _set_password,
    "grant": _grant,
    "revoke": _revoke,
    "token": _token,
    "revoke-token": _revoke_token,
    "list": _list,
}
