"""Every word of the pages, from one catalogue: the files of `wording/`, both languages side by side."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from tiendo.facts.wording import Wording

LANGUAGES = ("vi", "en")


@dataclass(frozen=True, slots=True)
class Phrase:
    """What a key says in each language; `one` is the English form for a count of one, where it differs."""

    words: Wording
    one: str | None = None

    def sentence(self, language: str, values: Mapping[str, Any]) -> str:
        """The words with the values in their places."""
        single = language == "en" and self.one is not None and values.get("count") in (1, "1")
        form = self.one if single and self.one is not None else self.words.sentence(language)
        return form.format_map(values) if values else form


def say(key: str, language: str, /, **values: Any) -> str:
    """What the pages say at a key; raises `KeyError` for one that the catalogue does not have."""
    return catalogue()[key].sentence(language, values)


@cache
def catalogue() -> Mapping[str, Phrase]:
    """All phrases by key; raises `ValueError` for a key that two files have, or a phrase without both languages."""
    found: dict[str, Phrase] = {}
    for file in sorted(files("tiendo.web").joinpath("wording").iterdir(), key=lambda one: one.name):
        if not file.name.endswith(".yaml"):
            continue
        for key, said in yaml.safe_load(file.read_text(encoding="utf-8")).items():
            if key in found:
                raise ValueError(f"{file.name}: {key} stands in another file too")
            found[key] = _phrase(f"{file.name}: {key}", said)
    return found


def _phrase(where: str, said: Any) -> Phrase:
    if not isinstance(said, dict) or set(said) != set(LANGUAGES):
        raise ValueError(f"{where}: needs vi and en and nothing else")
    english = said["en"]
    if isinstance(english, dict):
        return Phrase(Wording(said["vi"], english["many"]), one=english["one"])
    return Phrase(Wording(said["vi"], english))
