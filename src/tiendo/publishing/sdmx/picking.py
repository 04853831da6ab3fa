"""Which structures a query of SDMX-REST 2.x gets: those it names, what they are made of, and how much of each."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from enum import StrEnum

from tiendo.publishing.sdmx.model import (
    Dataflow,
    DataStructure,
    ItemList,
    Kind,
    Reference,
    Structure,
    Structures,
)

LATEST = ("*", "~", "+", "latest")
"""What stands for a version; each structure here has one."""


class References(StrEnum):
    """Which structures come along with the ones that were asked for."""

    NONE = "none"
    PARENTS = "parents"
    SIBLINGS = "parentsandsiblings"
    ANCESTORS = "ancestors"
    CHILDREN = "children"
    DESCENDANTS = "descendants"
    ALL = "all"


def named(
    structures: Structures, kinds: Iterable[Kind], agency: str, id_: str, version: str, items: str = "*"
) -> Structures:
    """The structures of these kinds with that agency, id and version, several with commas between, `*` for all.

    With `items` only these codes or concepts of a list.
    """
    wanted = set(kinds)
    found = [
        one
        for one in structures.parts
        if one.reference.kind in wanted
        and _fits(one.reference.agency, agency)
        and _fits(one.reference.id, id_)
        and (_fits(one.reference.version, version) or any(part in LATEST for part in version.split(",")))
    ]
    if items == "*":
        return Structures(tuple(found))
    return Structures(tuple(_only(one, set(items.split(","))) for one in found if isinstance(one, ItemList)))


def with_references(structures: Structures, chosen: Structures, asked: References | Kind) -> Structures:
    """The chosen structures with those that are asked for beside them, in the order of all."""
    down = {one.reference: _made_of(one) for one in structures.parts}
    up = {name: tuple(other for other, parts in down.items() if name in parts) for name in down}
    start = [one.reference for one in chosen.parts]
    along = {name for name in _reached(start, asked, down, up) if name not in start}
    held = {one.reference: one for one in structures.parts} | {one.reference: one for one in chosen.parts}
    return Structures(tuple(held[name] for name in held if name in along or name in start))


def reduced(structures: Structures, names: Mapping[Reference, frozenset[str]]) -> Structures:
    """The same with only these items of the lists that are named."""
    return Structures(
        tuple(
            _only(one, names[one.reference]) if isinstance(one, ItemList) and one.reference in names else one
            for one in structures.parts
        )
    )


def stubs(structures: Structures, besides: Iterable[Reference] = ()) -> Structures:
    """The same as stubs, but for some of them."""
    whole = set(besides)
    return Structures(tuple(one if one.reference in whole else replace(one, is_stub=True) for one in structures.parts))


def _only(one: ItemList, ids: Iterable[str]) -> ItemList:
    """Some items of a list, with the ones that they lie in."""
    by_id = {item.id: item for item in one.items}
    wanted: set[str] = set()
    for id_ in ids:
        item = by_id.get(id_)
        while item is not None and item.id not in wanted:
            wanted.add(item.id)
            item = by_id.get(item.parent) if item.parent else None
    return replace(one, items=tuple(item for item in one.items if item.id in wanted), is_partial=True)


def _fits(value: str, asked: str) -> bool:
    return asked == "*" or value in asked.split(",")


def _made_of(one: Structure) -> tuple[Reference, ...]:
    match one:
        case Dataflow():
            return (one.structure,)
        case DataStructure():
            lists = [component.codelist for component in one.components if component.codelist is not None]
            return (one.concepts, *dict.fromkeys(lists))
    return ()


Links = Mapping[Reference, Sequence[Reference]]


def _reached(start: Sequence[Reference], asked: References | Kind, down: Links, up: Links) -> set[Reference]:
    if isinstance(asked, Kind):
        every = _walk(start, down) | _walk(start, up)
        return {name for name in every | _walk(list(every), down) if name.kind is asked}
    ways: dict[References, Callable[[], set[Reference]]] = {
        References.NONE: set,
        References.PARENTS: lambda: _next(start, up),
        References.SIBLINGS: lambda: _next(start, up) | _next(list(_next(start, up)), down),
        References.ANCESTORS: lambda: _walk(start, up),
        References.CHILDREN: lambda: _next(start, down),
        References.DESCENDANTS: lambda: _walk(start, down),
        References.ALL: lambda: _walk(start, down) | _next(start, up) | _next(list(_next(start, up)), down),
    }
    return ways[asked]()


def _next(names: Sequence[Reference], links: Links) -> set[Reference]:
    return {other for name in names for other in links[name]}


def _walk(names: Sequence[Reference], links: Links) -> set[Reference]:
    found: set[Reference] = set()
    edge = list(names)
    while edge:
        edge = [other for other in _next(edge, links) if other not in found]
        found.update(edge)
    return found
