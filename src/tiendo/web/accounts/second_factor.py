"""Whether somebody has a second factor, and whether their roles need one."""

from __future__ import annotations

from typing import Final

from allauth.mfa.adapter import get_adapter
from allauth.mfa.models import Authenticator
from django.conf import settings

from tiendo.facts.wording import Wording
from tiendo.ledger.actors import Actor, actor_of
from tiendo.ledger.models import Account, Role
from tiendo.ledger.standing import FOREVER

NEEDING: Final = frozenset({Role.APPROVER, Role.ADMINISTRATOR})
"""Roles that publish, or that decide about others: a stolen password must not be enough for them."""

MISSING: Final = Wording(
    "Vai trò của bạn cần xác thực hai bước trước khi thay đổi dữ liệu; hãy bật ở trang hồ sơ.",
    "Your role needs a second factor before it changes something; set it up at your profile.",
)


def has_second_factor(account: Account) -> bool:
    """Whether an app is asked for its code when somebody signs in."""
    enabled: bool = get_adapter().is_mfa_enabled(account, [Authenticator.Type.TOTP])
    return enabled


def is_required_of(actor: Actor) -> bool:
    """Whether the installation requires a second factor of somebody with these roles."""
    return settings.TIENDO.second_factor == "required" and any(granted.role in NEEDING for granted in actor.roles)


def is_missing(account: Account) -> bool:
    """Whether the account needs a second factor and has none."""
    return is_required_of(actor_of(account, FOREVER)) and not has_second_factor(account)
