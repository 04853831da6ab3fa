"""The published method is what the code does: the document is written from the rules' own sentences."""

from __future__ import annotations

import importlib
import pkgutil
from pathlib import Path

import tiendo.assessment
from tiendo.assessment.method import as_markdown, rules
from tiendo.assessment.rules import Outcome, Rule
from tiendo.assessment.status import Status

METHOD = Path(__file__).parents[3] / "docs" / "method.md"


def test_the_method_document_is_up_to_date() -> None:
    assert METHOD.read_text(encoding="utf-8") == as_markdown(), "run scripts/make_method.py"


def test_every_rule_of_the_room_is_published_once() -> None:
    modules = [
        importlib.import_module(f"tiendo.assessment.{one.name}")
        for one in pkgutil.iter_modules(tiendo.assessment.__path__)
    ]
    written = {value for module in modules for value in vars(module).values() if isinstance(value, Rule)}
    assert set(rules()) == written
    assert len({rule.id for rule in rules()}) == len(rules())


def test_every_status_and_outcome_has_words_in_both_languages() -> None:
    words = [one.word for one in Status] + [one.says for one in Outcome] + [rule.says for rule in rules()]
    assert all(one.vi and one.en and one.vi != one.en for one in words)
