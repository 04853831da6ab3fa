"""A province's own template: what an officer may change, and what is refused in one sentence."""

from __future__ import annotations

import zipfile
from dataclasses import replace
from io import BytesIO

import pytest
from docx import Document
from docx.shared import Mm, Pt
from lxml import etree

from scripts.make_report_templates import template
from tests.unit.publishing.report.sample import SAMPLE
from tests.unit.publishing.report.word_file import W, names, opened, paragraph_with, part, replaced, text_of, with_part
from tiendo.facts.errors import DamagedDocument, DocumentTooLarge, ReportRefused, TiendoError
from tiendo.publishing.report import word_filling as fields
from tiendo.publishing.report.word import as_word
from tiendo.publishing.report.word_reading import read_word
from tiendo.publishing.report.word_template import Template, shipped

SHIPPED = shipped("vi").data
TEXT = "word/document.xml"


@pytest.mark.parametrize("language", ["vi", "en"])
def test_the_shipped_templates_are_what_the_script_writes(language: str) -> None:
    assert shipped(language).data == template(language), "run python scripts/make_report_templates.py"


def test_the_shipped_template_has_a_place_for_every_part() -> None:
    text = text_of(opened(SHIPPED).element.body)
    assert all(f"{{{{{field}}}}}" in text for field in fields.IN_LINE + fields.IN_BLOCKS)


def _own(change) -> Template:
    document = opened(SHIPPED)
    change(document)
    written = BytesIO()
    document.save(written)
    return Template("mau-cua-tinh.docx", written.getvalue())


def test_an_officer_changes_margins_sizes_and_words() -> None:
    def change(document) -> None:
        document.sections[0].right_margin = Mm(20)
        document.styles["BC Nội dung"].font.size = Pt(13)
        document.tables[1].cell(0, 0).paragraphs[0].runs[0].text = "Gửi:"

    document = opened(as_word(SAMPLE, _own(change)))
    assert round(document.sections[1].right_margin.mm) == 20
    assert paragraph_with(document, "như sau").style.font.size.pt == 13
    assert paragraph_with(document, "Gửi:").text == "Gửi:"


def test_a_field_may_be_cut_into_runs_and_written_in_capitals() -> None:
    def change(document) -> None:
        paragraph = paragraph_with(document, "{{trích yếu}}")
        for run in paragraph.runs:
            run.text = ""
        for piece in ("về: {", "{ TRÍCH", "  YẾU}", "} (dự thảo)"):
            paragraph.add_run(piece)

    said = paragraph_with(opened(as_word(SAMPLE, _own(change))), "về:").text
    assert said == f"về: {SAMPLE.letterhead.subject} (dự thảo)"


def test_what_a_report_says_is_never_read_as_a_field() -> None:
    letterhead = replace(SAMPLE.letterhead, subject="{{nội dung}}", place_and_date="{{không có}}")
    text = text_of(opened(as_word(replace(SAMPLE, letterhead=letterhead))).element.body)
    assert "{{nội dung}}" in text
    assert "{{không có}}" in text


def test_styles_that_a_template_lacks_are_brought_along() -> None:
    def bare(document) -> None:
        for style in list(document.styles):
            if style.name.startswith(("BC ", "Heading", "heading")):
                style.element.getparent().remove(style.element)

    document = opened(as_word(SAMPLE, _own(bare)))
    assert paragraph_with(document, "như sau").style.name == "BC Nội dung"
    assert paragraph_with(document, "I. KẾT QUẢ").style.font.bold


def test_fields_in_headers_are_filled() -> None:
    def change(document) -> None:
        document.sections[0].header.paragraphs[0].add_run(" {{cơ quan ban hành}}")

    header = opened(as_word(SAMPLE, _own(change))).sections[0].header
    assert text_of(header._element).endswith("TỈNH MẪU")


def test_a_template_made_in_word_from_nothing_works() -> None:
    document = Document()
    for field in (fields.SUBJECT, fields.BODY, fields.ANNEXES):
        document.add_paragraph(f"{{{{{field}}}}}")
    written = BytesIO()
    document.save(written)
    data = as_word(SAMPLE, Template("mau.docx", written.getvalue()))
    assert len(opened(data).sections) == 3
    assert len(read_word("a.docx", data).fields) == 8


def _refusal(data: bytes, language: str = "en") -> str:
    with pytest.raises(TiendoError) as refused:
        as_word(SAMPLE, Template("mau.docx", data))
    sentence = refused.value.sentence(language)
    assert "mau.docx" in sentence
    return sentence


def test_an_unknown_field_is_named_with_those_that_there_are() -> None:
    sentence = _refusal(replaced(SHIPPED, TEXT, "{{trích yếu}}", "{{trích yêu}}"), "vi")
    assert "có trường {{trích yêu}} mà báo cáo không có" in sentence
    assert "trích yếu" in sentence


@pytest.mark.parametrize("field", [fields.BODY, fields.ANNEXES])
def test_a_template_that_would_lose_a_part_is_refused(field: str) -> None:
    assert f"no field {{{{{field}}}}}" in _refusal(replaced(SHIPPED, TEXT, f"{{{{{field}}}}}", ""))


def test_without_annexes_none_have_to_have_a_place() -> None:
    bare = replaced(SHIPPED, TEXT, "{{phụ lục}}", "")
    assert as_word(replace(SAMPLE, annexes=()), Template("mau.docx", bare))


def test_a_part_of_paragraphs_stands_alone() -> None:
    sentence = _refusal(replaced(SHIPPED, TEXT, "{{nội dung}}", "Nội dung: {{nội dung}}"))
    assert "{{nội dung}} has to stand alone" in sentence


def test_annexes_have_their_place_in_the_text_and_in_no_table() -> None:
    moved = replaced(replaced(SHIPPED, TEXT, "{{phụ lục}}", ""), TEXT, "{{nơi nhận}}", "{{phụ lục}}")
    assert "in no table" in _refusal(moved)


def test_a_template_without_paper_is_refused() -> None:
    text = zipfile.ZipFile(BytesIO(SHIPPED)).read(TEXT).decode()
    bare = text[: text.index("<w:sectPr")] + text[text.index("</w:sectPr>") + len("</w:sectPr>") :]
    assert "does not say its paper" in _refusal(with_part(SHIPPED, TEXT, bare.encode()))


RELATIONS = "word/_rels/document.xml.rels"
OUTSIDE = (
    '<Relationship Id="rId99" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/{kind}"'
    ' Target="http://example.org/a" TargetMode="External"/></Relationships>'
)


@pytest.mark.parametrize("kind", ["image", "attachedTemplate", "oleObject", "frame"])
def test_nothing_is_fetched_from_outside(kind: str) -> None:
    data = replaced(SHIPPED, RELATIONS, "</Relationships>", OUTSIDE.format(kind=kind))
    assert "links to a file outside (http://example.org/a)" in _refusal(data)


def test_a_link_that_a_reader_clicks_is_allowed() -> None:
    data = replaced(SHIPPED, RELATIONS, "</Relationships>", OUTSIDE.format(kind="hyperlink"))
    assert as_word(SAMPLE, Template("mau.docx", data))


@pytest.mark.parametrize("name", ["word/vbaProject.bin", "word/embeddings/oleObject1.bin", "word/activeX/activeX1.xml"])
def test_macros_and_embedded_objects_are_refused(name: str) -> None:
    assert "macros or embedded objects" in _refusal(with_part(SHIPPED, name, b"<a/>"))


def test_a_macro_template_under_another_name_is_refused() -> None:
    enabled = replaced(
        SHIPPED,
        "[Content_Types].xml",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
        "application/vnd.ms-word.document.macroEnabled.main+xml",
    )
    assert "macros" in _refusal(enabled)


@pytest.mark.parametrize("code", ["DDEAUTO cmd", "INCLUDETEXT a.docx", "INCLUDEPICTURE http://a"])
def test_fields_that_fetch_are_refused(code: str) -> None:
    run = f'<w:r><w:instrText>{code}</w:instrText></w:r><w:r><w:t xml:space="preserve">{{{{trích yếu}}}}'
    data = replaced(SHIPPED, TEXT, '<w:r><w:t xml:space="preserve">{{trích yếu}}', run)
    assert code.split()[0] in _refusal(data)


def test_a_bomb_is_never_unpacked() -> None:
    bomb = BytesIO(SHIPPED)
    with zipfile.ZipFile(bomb, "a", zipfile.ZIP_DEFLATED) as parts:
        parts.writestr("word/media/a.png", bytes(64 * 1024 * 1024))
    with pytest.raises(DocumentTooLarge):
        as_word(SAMPLE, Template("mau.docx", bomb.getvalue()))


def test_a_template_as_large_as_a_film_is_refused() -> None:
    assert "larger than 8 MB" in _refusal(b"PK" + bytes(9 * 1024 * 1024))


@pytest.mark.parametrize(
    "data", [b"", b"PK\x03\x04", b"%PDF-1.7 a", SHIPPED[:9000]], ids=["empty", "zip", "pdf", "cut"]
)
def test_what_is_no_word_file_is_refused(data: bytes) -> None:
    assert _refusal(data)


def test_a_package_that_is_no_word_document_is_refused() -> None:
    empty = BytesIO()
    with zipfile.ZipFile(empty, "w") as parts:
        parts.writestr("a.txt", "a")
    assert "no usable Word file" in _refusal(empty.getvalue())


def test_entities_are_never_resolved() -> None:
    bomb = b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "c">]><w:document xmlns:w="a">&b;</w:document>'
    with pytest.raises(DamagedDocument, match="DOCTYPE"):
        as_word(SAMPLE, Template("mau.docx", with_part(SHIPPED, TEXT, bomb)))


def test_every_refusal_speaks_both_languages() -> None:
    with pytest.raises(ReportRefused) as refused:
        as_word(SAMPLE, Template("mau.docx", replaced(SHIPPED, TEXT, "{{nội dung}}", "")))
    assert refused.value.vi != refused.value.en


def test_drawings_are_understood_whatever_the_template_declares() -> None:
    """Word calls a file damaged whose alternative content asks for a prefix that is not declared there."""
    declared = ' xmlns:wpg="http://schemas.microsoft.com/office/word/2010/wordprocessingGroup"'
    data = as_word(SAMPLE, Template("mau.docx", replaced(SHIPPED, TEXT, declared, "")))
    choices = list(part(data, TEXT).iter("{*}Choice"))
    assert len(choices) == 2
    assert all(each.get("Requires") in each.nsmap for each in choices)


def _used_or_refused(data: bytes) -> bool:
    try:
        as_word(SAMPLE, Template("mau.docx", data))
    except TiendoError:
        return False
    return True


@pytest.mark.parametrize("name", names(SHIPPED))
@pytest.mark.parametrize("content", [None, b"", b"<a/>"], ids=["missing", "empty", "strange"])
def test_a_spoilt_part_is_refused_or_does_not_matter(name: str, content: bytes | None) -> None:
    _used_or_refused(with_part(SHIPPED, name, content))


def test_an_element_that_is_missing_is_refused_or_does_not_matter() -> None:
    whole = part(SHIPPED, TEXT)
    outcomes = set()
    for number in range(1, sum(1 for _ in whole.iter()), 17):  # all of them take half a minute
        root = part(SHIPPED, TEXT)
        element = list(root.iter())[number]
        element.getparent().remove(element)
        outcomes.add(_used_or_refused(with_part(SHIPPED, TEXT, etree.tostring(root))))
    assert outcomes == {True, False}


def test_a_template_without_defaults_is_given_a_language() -> None:
    def bare(document) -> None:
        defaults = document.styles.element.find(f"{W}docDefaults")
        defaults.remove(defaults.find(f"{W}rPrDefault"))

    defaults = part(as_word(SAMPLE, _own(bare)), "word/styles.xml").find(f"{W}docDefaults")
    assert [each.tag for each in defaults] == [f"{W}rPrDefault", f"{W}pPrDefault"]
    assert defaults.find(f"{W}rPrDefault/{W}rPr/{W}lang").get(f"{W}val") == "vi-VN"
