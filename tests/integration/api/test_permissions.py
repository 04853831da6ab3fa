"""Every endpoint and every command, asked by everybody; one that is missing in the tables fails."""

from __future__ import annotations

import importlib
import inspect
import json
import pkgutil
from datetime import UTC, datetime

import pytest
from django.db import transaction
from django.test import Client

from tests.integration.api.people import PASSWORD, ROLES
from tests.integration.api.permission_tables import COMMANDS, ENDPOINTS, WHO, lines_of
from tests.project.repository import ROOT
from tests.unit.ledger.samples import document, read, target
from tiendo.facts.errors import NotPermitted, TiendoError
from tiendo.ledger import commands
from tiendo.ledger.actors import OPERATOR, PUBLIC, Actor, GrantedRole, actor_of
from tiendo.ledger.commands.accounts import make_account, make_token
from tiendo.ledger.commands.amend_target import amend_target
from tiendo.ledger.commands.dismiss_finding import dismiss_finding
from tiendo.ledger.commands.report_observations import Report
from tiendo.ledger.commands.review_fact import accept_fact
from tiendo.ledger.models import Account, Fact, Grant, ReviewDecision, Role, Target, TaskState
from tiendo.ledger.permissions import RULES, Permission, Scope, may
from tiendo.ledger.selectors.viewing import known_at
from tiendo.web.api.program import api

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 3, 1, tzinfo=UTC)
WHY = {"why": "test"}
ROW = {"indicator": "budget_revenue", "territory": "20", "period": "2022-Q3", "value": "1"}
TASK = {**WHY, "on": "2026-01-05", "state": "running", "note": "x", "agency": "STC"}

REQUESTS = {
    "listIndicators": ("GET", "/indicators", None),
    "getIndicator": ("GET", "/indicators/budget_revenue", None),
    "getIndicatorHistory": ("GET", "/indicators/budget_revenue/history?territory=20", None),
    "listTargets": ("GET", "/targets", None),
    "listObservations": ("GET", "/observations", None),
    "reportObservations": ("POST", "/observations?dryRun=true", {**WHY, "agency": "STC", "rows": [ROW]}),
    "listTasks": ("GET", "/tasks", None),
    "getTask (published)": ("GET", "/tasks/{task}", None),
    "getTask (draft)": ("GET", "/tasks/{hidden_task}", None),
    "updateTask (published)": ("POST", "/tasks/{task}/updates?dryRun=true", TASK),
    "updateTask (draft)": ("POST", "/tasks/{hidden_task}/updates?dryRun=true", {**TASK, "agency": None}),
    "listDocuments": ("GET", "/documents", None),
    "getDocument (published)": ("GET", "/documents/{published}", None),
    "getDocument (draft)": ("GET", "/documents/{draft}", None),
    "listFacts": ("GET", "/facts", None),
    "listFactsOfDocument (published)": ("GET", "/documents/{published}/facts", None),
    "listFactsOfDocument (draft)": ("GET", "/documents/{draft}/facts", None),
    "reviewFact": ("POST", "/facts/{waiting}/review?dryRun=true", {**WHY, "choice": "accept"}),
    "publishDocument (draft)": ("POST", "/documents/{draft}/publication?dryRun=true", WHY),
    "unpublishDocument (published)": ("DELETE", "/documents/{published}/publication?dryRun=true", WHY),
    "publishSubmission (draft)": ("POST", "/submissions/{hidden_submission}/publication?dryRun=true", WHY),
    "unpublishSubmission (published)": ("DELETE", "/submissions/{submission}/publication?dryRun=true", WHY),
    "listFindings": ("GET", "/findings", None),
    "dismissFinding": ("POST", "/findings/{finding}/dismissal?dryRun=true", WHY),
    "restoreFinding": ("DELETE", "/findings/{finding}/dismissal?dryRun=true", WHY),
    "getScoreboard": ("GET", "/scoreboard?period=2022-Q1&territory=20", None),
    "listActs": ("GET", "/acts", None),
    "getSession": ("GET", "/session", None),
    "signIn": ("POST", "/session", {"username": "nobody", "password": "wrong"}),
    "signOut": ("DELETE", "/session", None),
}


def test_every_endpoint_has_a_line():
    described = {one["operationId"] for path in api.get_openapi_schema()["paths"].values() for one in path.values()}
    assert {name.split()[0] for name in lines_of(ENDPOINTS)} == described
    assert list(lines_of(ENDPOINTS)) == list(REQUESTS)


@pytest.mark.parametrize("name", REQUESTS)
def test_an_endpoint_answers_everybody_as_the_table_says(sample, people, name):
    method, path, body = REQUESTS[name]
    if name == "restoreFinding":
        dismiss_finding(finding=sample.finding, by=OPERATOR, at=NOW, why="test")
    found = []
    for who in WHO:
        headers = {} if who == "public" else {"Authorization": f"Bearer {people.tokens[who]}"}
        address = "/api/v1" + path.format(**{field: getattr(sample, field) for field in sample.__dataclass_fields__})
        sent = {} if body is None else {"data": json.dumps(body), "content_type": "application/json"}
        answer = Client(headers=headers, REMOTE_ADDR=f"192.0.2.{len(found)}").generic(method, address, **sent)
        found.append(str(answer.status_code))
    assert found == lines_of(ENDPOINTS)[name]


def public_commands():
    """The functions of the command modules that somebody calls: they are told who does it."""
    found = {}
    for module in pkgutil.iter_modules(commands.__path__):
        room = importlib.import_module(f"{commands.__name__}.{module.name}")
        for name, value in inspect.getmembers(room, inspect.isfunction):
            is_own = value.__module__ == room.__name__ and not name.startswith("_")
            if is_own and "by" in inspect.signature(value).parameters:
                found[name] = value
    return found


def arguments_of(sample) -> dict[str, dict]:
    """What each command is called with: something that it takes, in territory 20 and of agency STC."""
    goals = dict(Target.objects.values_list("period", "root"))
    others = [root for root in Target.objects.values_list("root", flat=True) if root != goals["2022"]]
    report = Report(name="x", content=b"x", agency="STC", rows=0, indicators=(), territories=("20",), values=())
    new = document(read(target("5")), identity="9/NQ 2026 20", file="c" * 64)
    return {
        "accept_fact": {"fact": sample.waiting},
        "add_agency": {"code": "MOI", "name": "Sở Mới", "level": "province", "valid_from": None},
        "amend_target": {"target": goals["2022"], "amends": others[0], "in_force_from": NOW.date()},
        "choose_indicator": {"fact": sample.waiting, "indicator": "budget_revenue"},
        "close_account": {"username": "nobody"},
        "correct_fact": {"fact": sample.waiting, "changes": {"low": "1", "high": "1"}},
        "dismiss_finding": {"finding": sample.finding},
        "end_agency": {"agency": "STC", "last_day": NOW.date(), "successors": ("SCT",)},
        "grant_role": {"account": "nobody", "role": Role.OFFICER},
        "importing": {},
        "invite_account": {"username": "nobody"},
        "make_account": {"username": "somebody", "password": PASSWORD},
        "make_indicator": {"fact": sample.waiting, "definition": {"id": "x"}},
        "make_token": {"username": "nobody-else", "name": "x"},
        "merge_fact": {"fact": sample.waiting, "into": sample.fact},
        "publish": {"subject": sample.draft},
        "record_document": {"document": new, "replaces": None},
        "record_findings": {"territory": "20", "findings": [], "auditor_version": "x"},
        "register_document": {"document": sample.draft, "direction": "incoming", "fields": {}},
        "reject_fact": {"fact": sample.waiting},
        "rename_agency": {"agency": "STC", "code": "MOI", "name": "Sở Mới", "since": NOW.date()},
        "reopen_account": {"username": "nobody"},
        "report_observations": {"report": report},
        "reset_second_factor": {"username": "nobody"},
        "restore_finding": {"finding": sample.finding},
        "revoke_role": {"grant": Grant.objects.filter(account="administrator").get().root},
        "revoke_token": {"token": token_of_another()},
        "set_password": {"username": "nobody-else", "password": PASSWORD},
        "take_back_amendment": {"target": amending(goals["2022"], others[0])},
        "take_back_review": {"decision": accepted_by_another()},
        "unbind_login": {"username": "nobody"},
        "unpublish": {"subject": sample.published},
        "update_task": {"task": sample.task, "on": NOW.date(), "state": TaskState.DONE, "note": "x", "agency": "STC"},
        "withdraw_document": {"document": sample.draft},
        "withdraw_submission": {"submission": sample.hidden_submission},
    }


def token_of_another() -> int:
    make_account(username="another", password=PASSWORD, by=OPERATOR, at=NOW)
    return make_token(username="another", name="x", by=OPERATOR, at=NOW).number


def amending(target: int, other: int) -> int:
    amend_target(target=target, amends=other, in_force_from=NOW.date(), by=OPERATOR, at=NOW, why="test")
    return target


def accepted_by_another() -> int:
    first = Fact.objects.order_by("id").values_list("root", flat=True).first()
    accept_fact(fact=first, by=OPERATOR, at=NOW)
    return ReviewDecision.objects.values_list("root", flat=True).get()


def test_every_command_has_a_line():
    assert [name.split()[0] for name in lines_of(COMMANDS)] == sorted(public_commands())


@pytest.mark.parametrize("name", lines_of(COMMANDS))
def test_a_command_lets_through_whom_the_table_says(sample, people, name):
    command = public_commands()[name.split()[0]]
    arguments = arguments_of(sample)[name.split()[0]]
    told = {"at": NOW, "why": "test"}
    arguments |= {key: told[key] for key in told.keys() & inspect.signature(command).parameters.keys()}
    found = ["yes" if lets_through(command, actor(who), arguments) else "no" for who in WHO]
    assert found == lines_of(COMMANDS)[name]


def actor(who: str):
    if who == "public":
        return PUBLIC
    return actor_of(Account.objects.get(username=who), known_at().horizon)


def lets_through(command, by, arguments) -> bool:
    """Whether it was not refused for who asks; what it did is taken back."""
    try:
        with transaction.atomic():
            done = command(by=by, **arguments)
            if hasattr(done, "__enter__"):
                with done:
                    pass
            transaction.set_rollback(True)
    except NotPermitted:
        return False
    except TiendoError:
        return True  # it was refused for what was asked, and not for who asked
    return True


ROLE_COLUMNS = (Role.REPORTER, Role.OFFICER, Role.APPROVER, Role.ADMINISTRATOR)


def permission_lines():
    """The table of permissions as docs/roles.md prints it: whether a role may do it within its scope."""
    scope = Scope("STC", "20")
    for permission in Permission:
        held = [may(actor_of_role(role), permission, scope) for role in ROLE_COLUMNS]
        yield f"| `{permission.value}` | {' | '.join('yes' if one else '–' for one in held)} |"


def actor_of_role(role):
    return Actor("somebody", (GrantedRole(role, "STC", "20"),))


def test_the_page_of_roles_prints_the_tables():
    page = (ROOT / "docs" / "roles.md").read_text(encoding="utf-8")
    assert set(RULES) == set(Permission)
    for line in permission_lines():
        assert line in page
    assert ENDPOINTS.strip() in page
    assert COMMANDS.strip() in page
    assert set(ROLES) == set(WHO) - {"public"}
