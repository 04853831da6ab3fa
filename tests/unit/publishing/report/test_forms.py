"""The forms that are text, their registry, and what is read back from them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.unit.publishing.report.bases import sample_basis
from tests.unit.publishing.report.sample import SAMPLE, words
from tiendo.facts.errors import ReportRefused, UnusableReport
from tiendo.publishing.report.compose import compose
from tiendo.publishing.report.forms import FORMS, form_of
from tiendo.publishing.report.html import as_html
from tiendo.publishing.report.markdown import as_markdown
from tiendo.publishing.report.model import Paragraph
from tiendo.publishing.report.returned import FieldState
from tiendo.publishing.report.stamp import sealed
from tiendo.publishing.report.text_reading import read_html, read_markdown

HOSTILE = "<script>alert(1)</script> --> </script> | * `x` [a](b)"


def test_the_ending_decides_whatever_its_case() -> None:
    assert [form_of(f"bao-cao{form.suffix.upper()}") for form in FORMS] == list(FORMS)


@pytest.mark.parametrize("name", ["bao-cao", "bao-cao.odt", "bao-cao.docx.exe"])
def test_another_ending_is_refused_with_those_that_there_are(name: str) -> None:
    with pytest.raises(ReportRefused, match=r"\.docx, \.pdf"):
        form_of(name)


@pytest.mark.parametrize("form", [form for form in FORMS if form.suffix in (".html", ".md")])
def test_what_was_written_comes_back_untouched(form) -> None:  # type: ignore[no-untyped-def]
    basis = sample_basis()
    report = compose(basis)
    returned = form.read("bao-cao", form.write(report, basis))
    assert returned.sealed == sealed(report)
    assert returned.loose == ()
    assert returned.removed == ()
    assert {field.state for field in returned.fields} <= {FieldState.AS_WRITTEN}


def test_a_figure_typed_over_in_html_is_seen_with_its_binding() -> None:
    page = as_html(SAMPLE).replace(">2.202,4</data>", ">2.302,4</data>", 1)
    edited = [one for one in read_html("a.html", page.encode()).fields if one.state is FieldState.TYPED_OVER]
    assert [(one.figure.text, one.text) for one in edited] == [("2.202,4", "2.302,4")]


def test_a_number_typed_beside_is_seen_in_both_texts() -> None:
    page = as_html(SAMPLE).replace("so với cùng kỳ.", "so với cùng kỳ, cao hơn 4,5 điểm.", 1)
    assert [one.text for one in read_html("a.html", page.encode()).loose] == ["4,5"]
    text = as_markdown(SAMPLE).replace("so với cùng kỳ.", "so với cùng kỳ, cao hơn 4,5 điểm.", 1)
    assert [one.text for one in read_markdown("a.md", text.encode()).loose] == ["4,5"]


def test_a_figure_taken_out_of_html_is_known_to_be_gone() -> None:
    page = as_html(SAMPLE)
    start = page.index('<data value="-8.9"')
    page = page[:start] + page[page.index("</data>", start) + len("</data>") :]
    assert [one.text for one in read_html("a.html", page.encode()).removed] == ["8,9"]


def test_a_figure_typed_over_in_markdown_is_gone_and_the_other_number_is_loose() -> None:
    body, mark, rest = as_markdown(SAMPLE).partition("<!-- tiendo-numbers")
    text = body.replace("2.202,4", "2.302,4") + mark + rest
    returned = read_markdown("a.md", text.encode())
    assert [one.text for one in returned.removed] == ["2.202,4"]
    assert {one.text for one in returned.loose} == {"2.302,4"}


def test_words_of_documents_are_never_markup() -> None:
    report = replace(SAMPLE, blocks=(*SAMPLE.blocks, Paragraph(words(HOSTILE))))
    page = as_html(report)
    assert "<script>alert" not in page
    assert page.count("<script") == 1
    assert read_html("a.html", page.encode()).loose == ()
    text = as_markdown(report)
    assert "\\<script\\>alert(1)\\</script\\>" in text
    assert read_markdown("a.md", text.encode()).sealed == sealed(report)


def test_a_stamp_cannot_end_its_element_early() -> None:
    stamp = replace(SAMPLE.stamp, by="</script><b>--><i>")
    report = replace(SAMPLE, stamp=stamp)
    page, text = as_html(report), as_markdown(report)
    assert page.count("</script>") == 1
    assert read_html("a.html", page.encode()).sealed.stamp == stamp
    assert read_markdown("a.md", text.encode()).sealed.stamp == stamp


def test_the_page_asks_for_nothing_from_elsewhere() -> None:
    page = as_html(SAMPLE)
    assert "http" not in page.replace("http-equiv", "")
    assert "url(" not in page


@pytest.mark.parametrize("read", [read_html, read_markdown])
@pytest.mark.parametrize("data", [b"", b"<p>12</p>", b"\xff\xfe\x00", b"<!-- tiendo-report {} -->"])
def test_what_is_no_report_of_ours_is_refused(read, data: bytes) -> None:  # type: ignore[no-untyped-def]
    with pytest.raises(UnusableReport):
        read("bao-cao", data)
