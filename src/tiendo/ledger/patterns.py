"""Writes many entries of one shape: what they share is put into canonical form once, each adds its own values.

A load of two million rows has some 25 µs for each. Sorting and quoting the same twenty keys every time would take a
third of that.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Mapping, Sequence
from operator import itemgetter
from typing import Any

from django.db import models as django_models

from tiendo.ledger.canonical import canonical_text
from tiendo.ledger.models import Entry, kind_of
from tiendo.ledger.models.entry import CHAIN_COLUMNS, content_columns
from tiendo.ledger.models.fields import CanonicalJsonField

Values = tuple[Any, ...]

# What the chain adds to the values of an entry, in the order in which `Pattern.entry` is given them.
_LINKS = ("act", "id", "root", "supersedes")

_NEEDS_ESCAPE = re.compile(r'["\\\x00-\x1f\ud800-\udfff]')
_NUMBERS = (django_models.IntegerField, django_models.BooleanField)
_SAMPLE = "\ue000"  # a private character, which no constant of a pattern may hold


def bare(text: str) -> str:
    """A text that may stand in JSON as it is, which those of varying columns have to; others raise `ValueError`."""
    if _NEEDS_ESCAPE.search(text):
        raise ValueError(f"{text!r} cannot stand in JSON without escapes")
    return text


class Pattern:
    """Entries of `model` that agree in `constant` and give values of their own for the columns `varying`.

    A constant may be absent (`None`). Varying values are always present: whole numbers, or texts that are `bare`;
    the caller sees to that where it makes them, once for each place and period and not for each row.
    """

    def __init__(self, model: type[Entry], constant: Mapping[str, Any], varying: Sequence[str]) -> None:
        fields = {field.attname: field for field in content_columns(model)}
        self.table = model._meta.db_table
        self.columns = (*CHAIN_COLUMNS, *varying, *constant)
        self.shape = f"{self.table}({','.join(self.columns)})"
        self._constants = tuple(
            canonical_text(value) if isinstance(fields[name], CanonicalJsonField) else value
            for name, value in constant.items()
        )
        present = {name: value for name, value in constant.items() if value is not None}
        self._present = {**present, "entry": kind_of(model)}
        self._numbers = {*_LINKS, *(name for name in varying if isinstance(fields[name], _NUMBERS))}
        self._varying = tuple(varying)
        self._new, self._pick_new = self._compile(("act", "id", "root"))
        self._next, self._pick_next = self._compile(_LINKS)

    def entry(self, links: tuple[int, int, int, int | None], values: Values) -> tuple[bytes, Values]:
        """The digest and the row of an entry; `links` are its act, number, root, and what it supersedes."""
        act, number, root, supersedes = links
        if supersedes is None:
            text = self._new % self._pick_new(links + values)
        else:
            text = self._next % self._pick_next(links + values)
        digest = hashlib.sha256(text.encode()).digest()
        return digest, (number, act, root, supersedes, False, digest, *values, *self._constants)

    def _compile(self, links: tuple[str, ...]) -> tuple[str, Callable[[Values], Values]]:
        """The canonical text with `%s` for what varies, and what puts the values into the order of the keys."""
        varying = dict.fromkeys((*links, *self._varying), _SAMPLE)
        text = canonical_text(self._present | varying).replace("%", "%%")
        for name in self._numbers & varying.keys():
            text = text.replace(f'"{name}":"{_SAMPLE}"', f'"{name}":{_SAMPLE}')
        places = (*_LINKS, *self._varying)
        return text.replace(_SAMPLE, "%s"), itemgetter(*(places.index(name) for name in sorted(varying)))
