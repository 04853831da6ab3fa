"""The people of an exported record: who could sign in, without anything by which they did."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import IO, Any

from tiendo.intake.exported.layout import unusable
from tiendo.intake.exported.lines import read_lines, read_object
from tiendo.ledger.canonical import canonical_text
from tiendo.ledger.people import Person

_TEXTS = ("username", "first_name", "last_name", "email", "joined")


def person_line(person: Person) -> bytes:
    """A person as a line."""
    return (canonical_text(person._asdict()) + "\n").encode("utf-8", "surrogatepass")


def read_people(stream: IO[bytes], name: str) -> Iterator[Person]:
    """The people of a file, by their user names; raises `UnusableCopy` with the line that names none."""
    before = ""
    for place, line in read_lines(stream, name):
        person = _person(read_object(line, place), place)
        if person.username <= before:
            raise unusable(place, "tên bị lặp hoặc sai thứ tự", "the name is there twice or out of its order")
        before = person.username
        yield person


def _person(value: dict[str, Any], place: str) -> Person:
    fits = (
        value.keys() == set(Person._fields)
        and all(isinstance(value[name], str) for name in _TEXTS)
        and isinstance(value["active"], bool)
        and _is_moment(value["joined"])
    )
    if not fits:
        names = ", ".join(Person._fields)
        raise unusable(place, f"tài khoản cần đúng {names}", f"an account needs {names}, and nothing else")
    return Person(**value)


def _is_moment(text: str) -> bool:
    try:
        return datetime.fromisoformat(text).tzinfo is not None
    except ValueError:
        return False
