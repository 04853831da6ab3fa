"""The terms that readers meet, each with its name in both languages and what it means."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import yaml

from tiendo.facts.wording import Wording


@dataclass(frozen=True, slots=True)
class Term:
    """A term: its name in the code and the API, its names, its meaning."""

    code: str
    name: Wording
    meaning: Wording

    @property
    def anchor(self) -> str:
        """Where it stands on the page."""
        return self.code.lower().replace(" ", "-").replace("_", "-")


@dataclass(frozen=True, slots=True)
class Chapter:
    """Terms of one subject."""

    title: Wording
    terms: tuple[Term, ...]


@cache
def chapters() -> tuple[Chapter, ...]:
    """All terms, in the order of the file."""
    written = yaml.safe_load(files(__package__).joinpath("terms.yaml").read_text(encoding="utf-8"))
    return tuple(
        Chapter(
            Wording(one["vi"], one["en"]),
            tuple(
                Term(term["code"], Wording(term["term"], term["english"]), Wording(term["vi"], _quoted(term["en"])))
                for term in one["terms"]
            ),
        )
        for one in written
    )


def _quoted(meaning: str) -> str:
    """Words of documents in quotes of print instead of those of code."""
    return re.sub(r"`([^`]+)`", r"“\1”", meaning)
