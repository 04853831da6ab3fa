"""Sentence patterns with open places, and how they are filled with words and bound figures."""

from __future__ import annotations

import re
from functools import lru_cache

from tiendo.facts.period import Period
from tiendo.facts.wording import Wording
from tiendo.publishing.report.model import Figure, Run, Runs, Words

_PLACE = re.compile(r"\{([a-z_]+)\}")

Filling = str | Figure | Runs


def fill(pattern: Wording, language: str, **fillings: Filling) -> Runs:
    """The pattern in that language with its places filled; neighbouring plain words become one."""
    runs: list[Run] = []
    for at, piece in enumerate(_pieces(pattern.sentence(language))):
        runs.extend(runs_of(fillings[piece]) if at % 2 else _words(piece))
    return joined(tuple(runs))


@lru_cache(maxsize=1_000)  # there are some hundred patterns
def _pieces(pattern: str) -> tuple[str, ...]:
    return tuple(_PLACE.split(pattern))


def runs_of(filling: Filling) -> Runs:
    """What fills a place, as runs."""
    if isinstance(filling, str):
        return _words(filling)
    return (filling,) if isinstance(filling, Figure) else filling


def joined(runs: Runs) -> Runs:
    """The same runs, neighbouring words of one look as one."""
    whole: list[Run] = []
    for run in runs:
        last = whole[-1] if whole else None
        if isinstance(run, Words) and isinstance(last, Words) and (run.bold, run.italic) == (last.bold, last.italic):
            whole[-1] = Words(last.text + run.text, run.bold, run.italic)
        elif not isinstance(run, Words) or run.text:
            whole.append(run)
    return tuple(whole)


def chain(*parts: Filling) -> Runs:
    """The parts one behind the other."""
    return joined(tuple(run for part in parts for run in runs_of(part)))


def listed(parts: list[Runs], between: str = ", ") -> Runs:
    """The parts one after the other, with words between them."""
    runs: list[Run] = []
    for part in parts:
        runs.extend((Words(between), *part) if runs else part)
    return joined(tuple(runs))


def capital(runs: Runs) -> Runs:
    """The runs with a capital at their beginning."""
    if runs and isinstance(first := runs[0], Words):
        return (Words(first.text[:1].upper() + first.text[1:], first.bold, first.italic), *runs[1:])
    return runs


def in_sentence(name: str) -> str:
    """A name as it stands inside a sentence: `Thu nội địa` → `thu nội địa`, and `GRDP` stays."""
    return name if name[1:2].isupper() else name[:1].lower() + name[1:]


def named(period: Period, language: str) -> str:
    """A period as it is named in a sentence."""
    return period.vietnamese() if language == "vi" else period.english()


def text_of(runs: Runs) -> str:
    """The runs as plain text."""
    return "".join(run.text for run in runs)


def _words(text: str) -> Runs:
    return (Words(text),) if text else ()
