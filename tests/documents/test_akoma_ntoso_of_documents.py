"""Samples and real documents as Akoma Ntoso: valid against the schema, and every word of the text in its order."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from lxml import etree

from benchmarks.corpus import SAMPLES, SHARED
from tests.unit.publishing.akoma_ntoso.sample import schema, without_space, words_of
from tiendo.documents.model import Document
from tiendo.documents.read import read_document
from tiendo.extraction.extract import extract
from tiendo.facts.records import Citation
from tiendo.matching.document_territory import document_territory
from tiendo.publishing.akoma_ntoso import (
    CitedDocument,
    MarkedFact,
    Outlined,
    Version,
    WrittenDocument,
    akoma_ntoso,
    cited_work,
    work_of,
)

FILES = sorted(path for path in SAMPLES.iterdir() if path.is_file())
REAL = sorted((SHARED / "documents").glob("**/*.txt"))


def written(document: Document) -> WrittenDocument:
    """The document with all that was read in it, as if each fact counted."""
    metadata, territory = document.metadata, document_territory(document)
    facts = extract(document)
    return WrittenDocument(
        work=work_of(
            type_name=metadata.type,
            number=metadata.number,
            issued=metadata.date,
            year=None,
            territory=territory,
            subject=metadata.title or "",
            identity=document.source,
        ),
        outlined=Outlined(document.text, document.blocks, document.tables),
        entry=1,
        versions=(Version(entry=1, recorded=date(2026, 1, 2)),),
        address="/documents/1",
        type_name=metadata.type,
        number=metadata.number,
        subject=metadata.title,
        issuer=metadata.issuer,
        issued=metadata.date,
        signer=metadata.signer,
        citations=tuple(
            CitedDocument(
                start=one.start,
                end=one.end,
                name=one.number or one.quote,
                work=cited_work(
                    type_name=one.type,
                    number=one.number,
                    year=one.date.year if one.date else None,
                    province=territory,
                ),
            )
            for one in facts
            if isinstance(one, Citation)
        ),
        facts=tuple(
            MarkedFact(root=root, kind=type(one).__name__.lower(), record=one, indicator="forest_cover")
            for root, one in enumerate(facts)
            if not isinstance(one, Citation)
        ),
    )


@pytest.mark.parametrize("path", [*FILES, *REAL], ids=lambda path: path.stem)
def test_a_document_is_valid_and_whole(path: Path) -> None:
    document = read_document(path)
    made = written(document)
    file = akoma_ntoso(made)
    found = etree.fromstring(file)
    assert schema().validate(found), schema().error_log
    assert words_of(file) == without_space(document.text)
    addresses = found.xpath("//@eId")
    assert len(addresses) == len(set(addresses))
    marked = {int(one) for one in found.xpath("//*[local-name()='fact']/@id")}
    assert marked == {one.root for one in made.facts}


def test_there_are_samples_in_all_formats() -> None:
    assert {path.suffix for path in FILES} == {".txt", ".docx", ".html", ".pdf"}
