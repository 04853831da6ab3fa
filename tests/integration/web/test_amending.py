"""Which target takes the place of which in law: everybody sees it, approvers say it on the page and take it back."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from html import unescape

import pytest
from django.test import Client

from tests.integration.web.accounts import made, signed_in
from tests.unit.ledger.samples import MORNING, document, moment, read, recorded, target
from tiendo.facts.errors import InvalidChange
from tiendo.ledger.actors import OPERATOR
from tiendo.ledger.commands.amend_target import amend_target, take_back_amendment
from tiendo.ledger.commands.publish import publish
from tiendo.ledger.models import Act, Target
from tiendo.ledger.set_up import set_up
from tiendo.ledger.standing import FOREVER

pytestmark = pytest.mark.django_db

PAGE = "/indicators/budget_revenue"
SINCE = date(2022, 7, 1)


@dataclass(frozen=True)
class Goals:
    """The roots of three targets for 2022, from December 2021, July 2022 and October 2022."""

    old: int
    new: int
    newest: int


@pytest.fixture
def goals(db) -> Goals:
    """Three published resolutions, each with a target for the same year."""
    set_up(MORNING - timedelta(days=1))
    plans = (("10000", 2021, 12), ("11000", 2022, 7), ("12000", 2022, 10))
    roots = []
    for hours, (value, year, month) in enumerate(plans, 1):
        whole = document(
            read(target(value)),
            read(target("1", "2023", start=30)),
            identity=f"{hours}/NQ {year} 20",
            file=f"{hours:064x}",
            title=f"{hours}/NQ-HĐND",
            issued=date(year, month, 1),
        )
        root = recorded(whole, hours=hours).root
        publish(subject=root, by=OPERATOR, at=moment(hours), why="test")
        roots.append(Target.objects.get(low=value).root)
    return Goals(*roots)


def look(client: Client | None = None, query: str = "") -> str:
    answer = (client or Client()).get(PAGE + query)
    assert answer.status_code == 200
    return answer.content.decode()


def text(page: str) -> str:
    body = re.sub(r"<svg.*?</svg>", " ", page, flags=re.S)
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", body)).split())


def of_role(role: str, name: str = "hoa", *, territory: str | None = "20") -> Client:
    made(name, role, territory=territory)
    return signed_in(name)


def entry_of(root: int) -> int:
    return Target.objects.standing(FOREVER).get(root=root).id


def say_so(client, goals, **changed):
    sent = {"entry": entry_of(goals.new), "amends": goals.old, "since": "2022-07-15", "why": "NQ điều chỉnh", **changed}
    return client.post(f"{PAGE}/targets/{goals.new}/amend", sent)


def take_back(client, goals, **changed):
    sent = {"entry": entry_of(goals.new), "why": "nhầm", **changed}
    return client.post(f"{PAGE}/targets/{goals.new}/take-back", sent)


def test_an_approver_says_it_and_everybody_sees_it(goals):
    answer = say_so(of_role("approver"), goals)
    assert (answer.status_code, answer["Location"]) == (302, f"{PAGE}?territory=20#value-{entry_of(goals.new)}")
    page = look()
    assert "Từ 15/7/2022 được thay bằng 11.000 tỷ đồng 2/NQ-HĐND" in text(page)
    assert "Từ 15/7/2022 thay cho 10.000 tỷ đồng 1/NQ-HĐND" in text(page)
    assert re.search(r"<s>10\.000 ", page), "the amended one is struck through"
    act = Act.objects.order_by("-number")[0]
    assert (act.command, act.by, act.why) == ("amend_target", "hoa", "NQ điều chỉnh")


def test_what_comes_into_force_later_is_announced_and_does_not_count_yet(goals):
    say_so(of_role("approver"), goals, since="2035-01-01")
    page = look()
    assert "mục tiêu chưa có hiệu lực" in text(page)
    assert "Từ 1/1/2035 sẽ được thay bằng 11.000" in text(page)
    assert not re.search(r"<s>10\.000 ", page)
    assert re.search(r"<s>11\.000 ", page)


def test_it_is_taken_back_and_both_count_again(goals):
    client = of_role("approver")
    say_so(client, goals)
    assert take_back(client, goals).status_code == 302
    page = look()
    assert "thay cho" not in text(page)
    assert not re.search(r"<s>10\.000 ", page)
    assert Target.objects.standing(FOREVER).get(root=goals.new).in_force_from == date(2022, 7, 1)


def test_the_choices_are_earlier_targets_of_the_same_time_that_nothing_amends_yet(goals):
    client = of_role("approver")

    def choices(root: int) -> list[int]:
        found = re.search(rf'<select id="amends-{root}".*?</select>', look(client), re.S)
        return [int(one) for one in re.findall(r'value="(\d+)"', found[0])] if found else []

    assert choices(goals.old) == []
    assert choices(goals.new) == [goals.old]
    assert choices(goals.newest) == [goals.old, goals.new]
    say_so(client, goals)
    assert choices(goals.newest) == [goals.new]


@pytest.mark.parametrize(
    ("role", "territory", "status"),
    [
        ("officer", "20", 403), ("approver", "20", 302), ("administrator", None, 302),
        ("approver", "04", 403), ("administrator", "04", 403),
    ],
)  # fmt: skip
def test_who_may_say_it(goals, role, territory, status):
    client = of_role(role, territory=territory)
    assert ('class="amend' in look(client)) is (status == 302)
    assert say_so(client, goals).status_code == status
    assert (Target.objects.filter(amends=goals.old).exists()) is (status == 302)


def test_the_public_is_sent_to_sign_in(goals):
    assert 'class="amend' not in look()
    assert say_so(Client(), goals)["Location"].startswith("/sign-in")
    assert take_back(Client(), goals)["Location"].startswith("/sign-in")


def test_a_page_of_a_day_before_has_no_forms(goals):
    assert 'class="amend' not in look(of_role("approver"), "?asOf=2026-01-06")


@pytest.mark.parametrize(
    ("changed", "status"),
    [
        ({"amends": "999999"}, 404), ({"amends": "x"}, 400), ({"amends": "9" * 40}, 400), ({"amends": ""}, 400),
        ({"since": "hôm nay"}, 400), ({"since": ""}, 400), ({"entry": "1"}, 302), ({"why": " "}, 302),
        ({"since": "2020-01-01"}, 302),
    ],
)  # fmt: skip
def test_what_cannot_be_is_refused_and_changes_nothing(goals, changed, status):
    client, before = of_role("approver"), Act.objects.count()
    assert say_so(client, goals, **changed).status_code == status
    assert Act.objects.count() == before
    if status == 302:
        assert 'class="error"' in look(client), "the page says why"


def test_a_target_of_a_draft_does_not_exist_for_whoever_may_not_see_it(goals):
    hidden = document(read(target("13000")), identity="9/NQ 2022 20", file="f" * 64, title="9/NQ", territory="04")
    recorded(hidden, hours=9)
    root = Target.objects.get(low="13000").root
    client = of_role("approver")
    assert "13.000" not in look(client)
    assert client.post(f"{PAGE}/targets/{root}/amend", {"amends": goals.old}).status_code == 404
    assert say_so(client, goals, amends=root).status_code == 404


def test_targets_never_amend_each_other_and_are_amended_once(goals):
    said = {"in_force_from": date(2022, 12, 1), "by": OPERATOR, "at": moment(20), "why": "test"}
    amend_target(target=goals.new, amends=goals.old, **said)
    amend_target(target=goals.newest, amends=goals.new, **said)
    with pytest.raises(InvalidChange, match="cannot amend each other"):
        amend_target(target=goals.old, amends=goals.newest, **said)
    third = document(read(target("9")), identity="8/NQ 2022 20", file="e" * 64, title="8/NQ")
    recorded(third, hours=21)
    with pytest.raises(InvalidChange, match="already"):
        amend_target(target=Target.objects.get(low="9").root, amends=goals.old, **said)
    with pytest.raises(InvalidChange, match="does not amend"):
        take_back_amendment(target=goals.old, by=OPERATOR, at=moment(22), why="test")
