"""Frozen values as plain JSON and back, led by their types: nothing is guessed from the shape, nothing is lost.

A dataclass becomes an object with all its fields, a tuple a list, an enum its value, an exact decimal a string
(`28.10` stays so), as does a fraction, a day and a period their written forms. Where one of several classes may
stand, the object says which: `{"kind": "target", …}`.
"""

from __future__ import annotations

import dataclasses
import re
import types
import typing
from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from enum import Enum
from fractions import Fraction
from typing import Any

from tiendo.facts.errors import TiendoError
from tiendo.facts.period import Period

KIND = "kind"

_DECIMAL = re.compile(r"-?[0-9]+(?:\.[0-9]+)?(?:E[+-]?[0-9]{1,4})?")
_FRACTION = re.compile(r"-?[0-9]{1,2000}(?:/[1-9][0-9]{0,1999})?")
# No printed number reaches it; arithmetic with a larger one could fill the memory.
_LARGEST_EXPONENT = 1_000


class Misfit(ValueError):
    """A plain value that does not fit the type it is read as; says where and why."""


@dataclasses.dataclass(frozen=True, slots=True)
class _Form:
    """How values of one type are written and read; without `write` they stay as they are.

    Values of the types in `ready` are read as they stand: most fields are such, and a call costs more than a look.
    """

    write: Callable[[Any], Any] | None
    read: Callable[[Any], Any]
    ready: frozenset[type] = frozenset()


class Codec:
    """Writes and reads values of the types that a product exchanges; `kinds` names the classes that are told apart."""

    def __init__(self, kinds: Mapping[type, str]) -> None:
        self._kinds = kinds
        self._forms: dict[Any, _Form] = dict(_SCALARS)

    def write(self, value: Any, as_type: Any) -> Any:
        """The value in plain JSON."""
        form = self._form(as_type)
        return form.write(value) if form.write else value

    def read(self, plain: Any, as_type: Any) -> Any:
        """The value that `write` was given; raises `Misfit` for anything that it does not write."""
        try:
            return self._form(as_type).read(plain)
        except TiendoError as fault:
            raise Misfit(fault.en) from fault

    def _form(self, hint: Any) -> _Form:
        if hint not in self._forms:
            self._forms[hint] = self._made(hint)
        return self._forms[hint]

    def _made(self, hint: Any) -> _Form:
        origin, arguments = typing.get_origin(hint), typing.get_args(hint)
        if origin is tuple:
            return _sequence(self._form(arguments[0]))
        if origin is not None and isinstance(origin, type) and issubclass(origin, Mapping):
            return _mapping(self._form(arguments[1]))
        if origin in (types.UnionType, typing.Union):
            return self._union(arguments)
        if issubclass(hint, Enum):
            return _Form(lambda value: value.value, lambda plain: hint(_string(plain)))
        if classes := self._classes_under(hint):
            return self._one_of(classes)
        return self._fields_of(hint)

    def _union(self, members: tuple[Any, ...]) -> _Form:
        named = tuple(member for member in members if member is not types.NoneType)
        form = self._form(named[0]) if len(named) == 1 else self._one_of(self._classes_under(*named))
        return _optional(form) if len(named) < len(members) else form

    def _classes_under(self, *bases: type) -> tuple[type, ...]:
        return tuple(one for one in self._kinds if issubclass(one, bases))

    def _one_of(self, classes: tuple[type, ...]) -> _Form:
        forms = {one: self._fields_of(one) for one in classes}
        by_kind = {self._kinds[one]: form for one, form in forms.items()}

        def write(value: Any) -> Any:
            form = forms[type(value)]
            assert form.write is not None  # noqa: S101 - a dataclass is always written field by field
            return {KIND: self._kinds[type(value)], **form.write(value)}

        def read(plain: Any) -> Any:
            rest = dict(_object(plain))
            form = by_kind.get(rest.pop(KIND, ""))
            if form is None:
                raise Misfit(f"its {KIND} is none of {', '.join(by_kind)}")
            return form.read(rest)

        return _Form(write, read)

    def _fields_of(self, cls: Any) -> _Form:
        hints = typing.get_type_hints(cls)
        forms = {field.name: self._form(hints[field.name]) for field in dataclasses.fields(cls)}
        names = tuple(forms)
        changed = [(name, form.write) for name, form in forms.items() if form.write is not None]
        readers = [(name, form.ready, form.read) for name, form in forms.items()]

        def write(value: Any) -> Any:
            plain = {name: getattr(value, name) for name in names}
            for name, write_field in changed:
                plain[name] = write_field(plain[name])
            return plain

        def read(plain: Any) -> Any:
            found = _object(plain)
            if not found.keys() <= forms.keys():
                raise Misfit(f"{cls.__name__} has no {', '.join(sorted(found.keys() - forms.keys()))}")
            values = dict(found)
            name = ""
            try:
                for name, ready, read_field in readers:
                    if name in values and type(values[name]) not in ready:
                        values[name] = read_field(values[name])
            except (ValueError, TiendoError) as fault:
                raise Misfit(f"{cls.__name__}.{name}: {fault}") from fault
            return _built(cls, values)

        return _Form(write, read)


def _built(cls: Any, values: dict[str, Any]) -> Any:
    try:
        return cls(**values)
    except TypeError as fault:  # a field without a default is missing
        raise Misfit(str(fault)) from fault


def _sequence(one: _Form) -> _Form:
    write, read = one.write, one.read

    def read_all(plain: Any) -> Any:
        if type(plain) is not list:
            raise Misfit("a list is needed")
        return tuple([read(member) for member in plain])

    return _Form(list if write is None else lambda value: [write(member) for member in value], read_all)


def _mapping(one: _Form) -> _Form:
    write, read = one.write, one.read
    return _Form(
        lambda value: {_string(key): member if write is None else write(member) for key, member in value.items()},
        lambda plain: types.MappingProxyType({key: read(member) for key, member in _object(plain).items()}),
    )


def _optional(form: _Form) -> _Form:
    write, read = form.write, form.read
    return _Form(
        None if write is None else lambda value: None if value is None else write(value),
        lambda plain: None if plain is None else read(plain),
        form.ready | {types.NoneType},
    )


def _object(plain: Any) -> dict[str, Any]:
    if type(plain) is not dict:
        raise Misfit("an object is needed")
    return plain


def _exactly(cls: type) -> Callable[[Any], Any]:
    def read(plain: Any) -> Any:
        # `isinstance` would take true for the number 1.
        if type(plain) is not cls:
            raise Misfit(f"a value of type {cls.__name__} is needed")
        return plain

    return read


def _float(plain: Any) -> float:
    if type(plain) not in (float, int):
        raise Misfit("a number is needed")
    return float(plain)


def _decimal(plain: Any) -> Decimal:
    if not _DECIMAL.fullmatch(_string(plain)):
        raise Misfit("an exact number in a string is needed")
    value = Decimal(plain)
    if abs(value.adjusted()) > _LARGEST_EXPONENT:
        raise Misfit("the number is too large or too small to be a printed one")
    return value


def _fraction(plain: Any) -> Fraction:
    if not _FRACTION.fullmatch(_string(plain)):
        raise Misfit("a fraction in a string is needed")
    return Fraction(plain)


def _day(plain: Any) -> date:
    day = date.fromisoformat(_string(plain))
    if day.isoformat() != plain:
        raise Misfit("a day is written like 2022-03-31")
    return day


_string = _exactly(str)

_SCALARS: Mapping[Any, _Form] = {
    str: _Form(str, _string, frozenset({str})),  # a code may be a member of an enum, and becomes a plain string
    int: _Form(None, _exactly(int), frozenset({int})),
    bool: _Form(None, _exactly(bool), frozenset({bool})),
    float: _Form(float, _float, frozenset({float})),  # a whole one may be held as an int
    Decimal: _Form(str, _decimal),
    Fraction: _Form(str, _fraction),
    date: _Form(date.isoformat, _day),
    Period: _Form(str, lambda plain: Period.parse(_string(plain))),
}
