from __future__ import annotations

import re
import shlex

import pytest

from scripts import make_checks
from tests.project.repository import name_of
from tiendo.cli.check import CHECKS as KNOWN_TO_THE_COMMAND
from tiendo.cli.main import build_parser
from tiendo.cli.messages import Messages
from tiendo.verification import CHECKS

PAGES = {path: path.read_text(encoding="utf-8") for path in sorted(make_checks.PAGES.glob("*.md"))}
PAGES_OF_CHECKS = {path.stem: text for path, text in PAGES.items() if path != make_checks.INDEX}

# A command in a line of its own, up to its comment, or in backquotes.
COMMAND = re.compile(r"(?:^|`)(?:\.venv/bin/)?tiendo (check .+?)(?= {2,}#|`|$)", re.MULTILINE)
COMMANDS = [(name_of(path), found) for path, text in PAGES.items() for found in COMMAND.findall(text)]


def test_every_check_has_its_page_and_every_page_its_check():
    assert sorted(PAGES_OF_CHECKS) == sorted(check.id for check in CHECKS)


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.id)
def test_a_page_begins_with_the_name_and_the_rule_of_the_code(check):
    page = PAGES_OF_CHECKS[check.id]
    assert page.startswith(make_checks.RULE[0])
    assert make_checks.between(page, make_checks.RULE) == make_checks.rule_of(check), "run scripts/make_checks.py"


def test_the_index_names_every_check_with_its_page():
    index = make_checks.between(PAGES[make_checks.INDEX], make_checks.LIST)
    assert index == make_checks.index_of(CHECKS), "run scripts/make_checks.py"


def test_writing_the_pages_again_changes_nothing():
    for check in CHECKS:
        page = PAGES_OF_CHECKS[check.id]
        assert make_checks.with_text(page, make_checks.RULE, make_checks.rule_of(check)) == page


@pytest.mark.parametrize(("page", "command"), COMMANDS)
def test_a_command_that_a_page_shows_is_understood(page, command):
    build_parser(Messages("en")).parse_args(shlex.split(command))


def test_every_page_shows_the_command_that_runs_its_check():
    shown = {
        (page.rsplit("/", 1)[-1], one) for page, command in COMMANDS for one in KNOWN_TO_THE_COMMAND if one in command
    }
    assert {(f"{check.id}.md", check.id) for check in CHECKS} - shown == set()


@pytest.mark.parametrize(
    "page",
    ["no marks at all", "<!-- rule --> twice <!-- rule --> <!-- rule end -->", "<!-- rule end --> first <!-- rule -->"],
)
def test_a_page_with_broken_marks_is_refused(page):
    with pytest.raises(ValueError, match="each once"):
        make_checks.between(page, make_checks.RULE)
