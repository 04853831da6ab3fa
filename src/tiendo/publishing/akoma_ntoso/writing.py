"""Writes a document of the record as Akoma Ntoso 3.0: the same document gives the same bytes."""

from __future__ import annotations

from lxml import etree

from tiendo.publishing.akoma_ntoso.body import add_provisions
from tiendo.publishing.akoma_ntoso.closing import add_conclusions, signer_marks
from tiendo.publishing.akoma_ntoso.head import add_preamble, add_preface, head_marks
from tiendo.publishing.akoma_ntoso.marks import marks_of
from tiendo.publishing.akoma_ntoso.meta import add_meta
from tiendo.publishing.akoma_ntoso.model import Outlined, WrittenDocument
from tiendo.publishing.akoma_ntoso.nodes import walk
from tiendo.publishing.akoma_ntoso.planted import Annex, planted
from tiendo.publishing.akoma_ntoso.words import NAMESPACE, Words, add, top

_WITHOUT_NUMBER = ("alinea", "indent", "level")
_ANNEX_NAME = "phu-luc"  # "annex": annexes are documents of this name


def akoma_ntoso(document: WrittenDocument) -> bytes:
    """The document as XML in UTF-8, valid against the schema of OASIS; what is not stated is left out."""
    made = planted(document.outlined)
    sections = made.sections
    marks = [*marks_of(document), *head_marks(document, sections.preface)]
    marks += signer_marks(document, sections.conclusions)
    words = Words(document.outlined.text, marks, made.addresses)
    whole = top("akomaNtoso", NAMESPACE)
    act = add(whole, document.work.kind, name=document.work.subtype)
    add_preface(act, sections.preface, words)
    add_preamble(act, sections.preamble, words)
    add_provisions(add(act, "body" if document.work.kind == "act" else "mainBody"), made.body, words)
    add_conclusions(act, sections.conclusions, words)
    if made.annexes:
        attachments = add(act, "attachments")
        for annex in made.annexes:
            _add_annex(attachments, annex, document, words)
    add_meta(act, document, words.places)
    act.insert(0, act[-1])
    return etree.tostring(whole, xml_declaration=True, encoding="UTF-8")


def provision_addresses(outlined: Outlined) -> dict[int, str]:
    """The address of each numbered provision by the place where its content begins, the same as in the file."""
    made = planted(outlined)
    trees = (made.body, *(annex.tree for annex in made.annexes))
    return {
        node.own.block.start: node.address
        for tree in trees
        for node in walk(tree)
        if node.own is not None and node.own.block is not None and node.name not in _WITHOUT_NUMBER
    }


def _add_annex(attachments: etree._Element, annex: Annex, document: WrittenDocument, words: Words) -> None:
    attachment = add(attachments, "attachment", eId=annex.address)
    words.write(add(attachment, "heading"), annex.heading.start, annex.heading.end, annex.address)
    made = add(attachment, "doc", name=_ANNEX_NAME)
    add_meta(made, document, {}, f"{_ANNEX_NAME}-{annex.address.removeprefix('att_')}")
    add_provisions(add(made, "mainBody"), annex.tree, words)
