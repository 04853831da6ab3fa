"""A small graph of statements, as JSON-LD and as Turtle: the same statements in the same order."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from tiendo.facts.wording import Wording

PREFIXES: Mapping[str, str] = {
    "dcat": "http://www.w3.org/ns/dcat#",
    "dct": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "vcard": "http://www.w3.org/2006/vcard/ns#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
# What an address may not hold, so that it cannot end before its end.
_UNSAFE = re.compile(r'[\x00-\x20<>"{}|\\^`]')
_ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t"}


@dataclass(frozen=True, slots=True)
class Iri:
    """An address; what an address may not hold is encoded."""

    address: str

    @property
    def safe(self) -> str:
        """The address as it is written."""
        return _UNSAFE.sub(lambda found: "".join(f"%{byte:02X}" for byte in found[0].encode()), self.address)


@dataclass(frozen=True, slots=True)
class Literal:
    """Words in a language, or a value of a type (`xsd:date`)."""

    text: str
    language: str | None = None
    type: str | None = None


Value = Iri | Literal
Said = tuple[str, Value]


@dataclass(frozen=True, slots=True)
class Node:
    """A thing with its types and what is said of it, in this order."""

    iri: Iri
    types: tuple[str, ...]
    said: tuple[Said, ...]


def in_both(property_: str, words: Wording) -> tuple[Said, Said]:
    """The same said in Vietnamese and English."""
    return (property_, Literal(words.vi, "vi")), (property_, Literal(words.en, "en"))


def as_json_ld(nodes: Sequence[Node]) -> bytes:
    """The graph as JSON-LD; the context stands in the file, so that nothing has to be fetched to read it."""
    graph = [_described(node) for node in nodes]
    return (json.dumps({"@context": PREFIXES, "@graph": graph}, ensure_ascii=False, indent=1) + "\n").encode()


def _described(node: Node) -> dict[str, Any]:
    described: dict[str, Any] = {"@id": node.iri.safe, "@type": list(node.types)}
    for property_, value in node.said:
        described.setdefault(property_, []).append(_json_value(value))
    return described


def _json_value(value: Value) -> dict[str, str]:
    if isinstance(value, Iri):
        return {"@id": value.safe}
    said = {"@value": value.text, "@language": value.language, "@type": value.type}
    return {name: text for name, text in said.items() if text is not None}


def as_turtle(nodes: Sequence[Node]) -> bytes:
    """The graph as Turtle."""
    prefixes = "".join(f"@prefix {name}: <{address}> .\n" for name, address in PREFIXES.items())
    return (prefixes + "".join(map(_turtle, nodes))).encode()


def _turtle(node: Node) -> str:
    lines = [f"\n<{node.iri.safe}> a {', '.join(node.types)}"]
    lines += [f"  {property_} {_turtle_value(value)}" for property_, value in node.said]
    return " ;\n".join(lines) + " .\n"


def _turtle_value(value: Value) -> str:
    if isinstance(value, Iri):
        return f"<{value.safe}>"
    text = '"' + "".join(_ESCAPES.get(letter, letter) for letter in value.text) + '"'
    if value.language:
        return f"{text}@{value.language}"
    return f"{text}^^{value.type}" if value.type else text
