"""Writes a document of the record as Akoma Ntoso 3.0: the same document gives the same bytes."""

from __future__ import annotations

from collections.abc import Sequence

from lxml import etree

from tiendo.publishing.akoma_ntoso.body import add_blocks, add_provisions
from tiendo.publishing.akoma_ntoso.closing import add_conclusions, signer_marks
from tiendo.publishing.akoma_ntoso.head import (
    add_preamble,
    add_preface,
    head_marks,
)
from tiendo.publishing.akoma_ntoso.items import Item, Sections, sections_of
from tiendo.publishing.akoma_ntoso.marks import marks_of
from tiendo.publishing.akoma_ntoso.meta import add_meta
from tiendo.publishing.akoma_ntoso.model import Outlined, WrittenDocument
from tiendo.publishing.akoma_ntoso.nodes import tree_of, walk
from tiendo.publishing.akoma_ntoso.numbering import Addresses
from tiendo.publishing.akoma_ntoso.words import NAMESPACE, Words, add, top

_WITHOUT_NUMBER = ("alinea", "indent", "level")
_ANNEX_NAME = "phu-luc"  # "annex": annexes are documents of this name


def akoma_ntoso(document: WrittenDocument) -> bytes:
    """The document as XML in UTF-8, valid against the schema of OASIS; what is not stated is left out."""
    sections = sections_of(document.outlined)
    addresses = Addresses()
    tree = tree_of(sections.body, addresses)
    marks = [*marks_of(document), *head_marks(document, sections.preface)]
    words = Words(document.outlined.text, [*marks, *signer_marks(document, sections.conclusions)], addresses)
    whole = top("akomaNtoso", NAMESPACE)
    act = _add_document(whole, document.work.kind, document.work.subtype)
    add_preface(act, sections.preface, words)
    add_preamble(act, sections.preamble, words)
    add_provisions(add(act, "body" if document.work.kind == "act" else "mainBody"), tree, words)
    add_conclusions(act, sections.conclusions, words)
    _add_annexes(act, document, sections, words)
    add_meta(act, document, words.places)
    act.insert(0, act[-1])
    return etree.tostring(whole, xml_declaration=True, encoding="UTF-8")


def provision_addresses(outlined: Outlined) -> dict[int, str]:
    """The address of each numbered provision by the place where its content begins, the same as in the file."""
    sections = sections_of(outlined)
    addresses = Addresses()
    nodes = list(walk(tree_of(sections.body, addresses)))
    return {
        node.own.block.start: node.address
        for node in nodes
        if node.own is not None and node.own.block is not None and node.name not in _WITHOUT_NUMBER
    }


def _add_document(parent: etree._Element, kind: str, name: str) -> etree._Element:
    return add(parent, kind, name=name)


def _add_annexes(act: etree._Element, document: WrittenDocument, sections: Sections, words: Words) -> None:
    if not sections.annexes:
        return
    attachments = add(act, "attachments")
    for number, items in enumerate(sections.annexes, start=1):
        address = words.addresses.address("attachment", "")
        attachment = add(attachments, "attachment", eId=address)
        words.write(add(attachment, "heading"), items[0].start, items[0].end, address)
        annex = _add_document(attachment, "doc", _ANNEX_NAME)
        add_meta(annex, document, {}, f"{_ANNEX_NAME}-{number}")
        _add_annex_body(add(annex, "mainBody"), items[1:], words, address)


def _add_annex_body(body: etree._Element, items: Sequence[Item], words: Words, address: str) -> None:
    tree = tree_of(items, words.addresses, address)
    if tree.children:
        add_provisions(body, tree, words)
    else:
        add_blocks(body, items, words, address)
