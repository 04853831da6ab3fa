"""Who may do what, where: one predicate a role, one line a permission."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

import rules

from tiendo.facts.errors import NotPermitted
from tiendo.ledger.actors import Actor, GrantedRole
from tiendo.ledger.models import Role
from tiendo.ledger.places import lies_within


@dataclass(frozen=True, slots=True)
class Scope:
    """What a permission is asked for: an agency's or a territory's own things; `None` is everybody's."""

    agency: str | None = None
    territory: str | None = None


EVERYWHERE: Final = Scope()


class Permission(StrEnum):
    """What can be permitted."""

    READ_DRAFTS = "ledger.read_drafts"
    RECORD_DOCUMENT = "ledger.record_document"
    REVIEW_FACT = "ledger.review_fact"
    TEACH_INDICATOR = "ledger.teach_indicator"
    REPORT_OBSERVATION = "ledger.report_observation"
    AMEND_TARGET = "ledger.amend_target"
    UPDATE_TASK = "ledger.update_task"
    DISMISS_FINDING = "ledger.dismiss_finding"
    PUBLISH = "ledger.publish"
    GRANT_ROLE = "ledger.grant_role"
    KEEP_RECORD = "ledger.keep_record"  # reference lists, import


def _holds(role: Role, fits: Callable[[GrantedRole, Scope], bool]) -> rules.Predicate:
    def test(actor: Actor, scope: Scope | None) -> bool:
        asked = scope or EVERYWHERE
        return any(granted.role == role and fits(granted, asked) for granted in actor.roles)

    predicate: rules.Predicate = rules.predicate(test, name=role.value)
    return predicate


def _in_own_agency(granted: GrantedRole, scope: Scope) -> bool:
    """A reporter speaks for one agency: a grant without an agency speaks for none."""
    return granted.agency is not None and granted.agency == scope.agency and _in_territory(granted, scope)


def _in_scope(granted: GrantedRole, scope: Scope) -> bool:
    return granted.agency in (None, scope.agency) and _in_territory(granted, scope)


def _in_territory(granted: GrantedRole, scope: Scope) -> bool:
    return granted.territory is None or lies_within(scope.territory, granted.territory)


_reporter = _holds(Role.REPORTER, _in_own_agency)
_officer = _holds(Role.OFFICER, _in_scope)
_approver = _holds(Role.APPROVER, _in_scope)
_administrator = _holds(Role.ADMINISTRATOR, _in_scope)

_staff = _officer | _approver | _administrator

RULES: Final = {
    Permission.READ_DRAFTS: _reporter | _staff,
    Permission.RECORD_DOCUMENT: _staff,
    Permission.REVIEW_FACT: _staff,
    Permission.TEACH_INDICATOR: _staff,
    Permission.REPORT_OBSERVATION: _reporter | _staff,
    Permission.AMEND_TARGET: _approver | _administrator,
    Permission.UPDATE_TASK: _reporter | _staff,
    Permission.DISMISS_FINDING: _staff,
    Permission.PUBLISH: _approver | _administrator,
    Permission.GRANT_ROLE: _administrator,
    Permission.KEEP_RECORD: _administrator,
}
"""The whole table of permissions; `docs/roles.md` prints it."""

for _permission, _predicate in RULES.items():
    rules.set_perm(_permission.value, _predicate)


def may(actor: Actor, permission: Permission, scope: Scope = EVERYWHERE) -> bool:
    """Whether the actor may do that, there."""
    return bool(rules.has_perm(permission.value, actor, scope))


def require(actor: Actor, permission: Permission, scope: Scope = EVERYWHERE) -> None:
    """Raise `NotPermitted` unless the actor may do that, there."""
    if may(actor, permission, scope):
        return
    where = ", ".join(part for part in (scope.agency, scope.territory) if part)
    raise NotPermitted(
        vi=f"{actor.name!r} không có quyền {permission.value}{f' với {where}' if where else ''}; "
        "hãy nhờ người quản trị cấp quyền.",
        en=f"{actor.name!r} may not {permission.value}{f' for {where}' if where else ''}; "
        "an administrator can grant the role.",
    )
