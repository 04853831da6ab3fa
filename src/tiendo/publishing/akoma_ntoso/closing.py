"""Conclusions: what was said of the passing, who receives the document, and who signed it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from lxml import etree

from tiendo.publishing.akoma_ntoso.body import add_blocks
from tiendo.publishing.akoma_ntoso.head import printed
from tiendo.publishing.akoma_ntoso.items import Item
from tiendo.publishing.akoma_ntoso.marks import Mark
from tiendo.publishing.akoma_ntoso.model import WrittenDocument
from tiendo.publishing.akoma_ntoso.words import Words, add

SIGNER, ISSUER = "signer", "issuer"
"""The addresses of who signed and who issued the document, among the references."""

_RECIPIENTS = re.compile(r"\W*Nơi nhận\b", re.IGNORECASE)
# "Lưu: VT": by Decree 30/2020/NĐ-CP the file copy ends the list of recipients.
_FILE_COPY = re.compile(r"\W*Lưu\s*:", re.IGNORECASE)
_SIGNATURE = re.compile(r"\W*(?:TM|KT|TL|TUQ|Q)\.")


def signer_marks(document: WrittenDocument, conclusions: Sequence[Item]) -> list[Mark]:
    """The name of the signer at its last place in the conclusions."""
    pattern = printed(document.signer)
    if pattern is None or not conclusions:
        return []
    found = list(pattern.finditer(document.outlined.text, conclusions[0].start, conclusions[-1].end))
    refers = (("refersTo", f"#{SIGNER}"),)
    return [Mark(one.start(), one.end(), "person", refers) for one in found[-1:]]


def add_conclusions(act: etree._Element, items: Sequence[Item], words: Words) -> None:
    """The passing as it stands; recipients and signature each in a container of that name."""
    if not items:
        return
    conclusions = add(act, "conclusions")
    for name, listed in groupby(_named(items, words), key=lambda pair: pair[0]):
        part = add(conclusions, "container", name=name) if name else conclusions
        add_blocks(part, [item for _, item in listed], words, "conclusions")


def _named(items: Sequence[Item], words: Words) -> Iterator[tuple[str, Item]]:
    """Each item with the container that it belongs to; none for what is said before."""
    name, is_last = "", False
    for item in items:
        line = words.text[slice(*words.trimmed(item.start, item.end))]
        if _RECIPIENTS.match(line):
            name, is_last = "recipients", False
        elif _SIGNATURE.match(line) or (name and line.isupper()) or is_last:
            name, is_last = "signature", False
        yield name, item
        is_last = name == "recipients" and _FILE_COPY.match(line) is not None
