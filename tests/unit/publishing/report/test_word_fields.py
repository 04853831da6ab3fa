"""Figures are fields bound to the record: what became of each is read back from the file that people worked on."""

from __future__ import annotations

import re
import zipfile
from dataclasses import replace
from io import BytesIO

import pytest

from tests.unit.publishing.report.sample import SAMPLE, figure, words
from tests.unit.publishing.report.word_file import W, part, replaced, with_part
from tiendo.documents.limits import Limits
from tiendo.facts.errors import DamagedDocument, DocumentTooLarge, UnusableReport
from tiendo.publishing.report.model import Paragraph, Words
from tiendo.publishing.report.returned import FieldState, LooseNumber
from tiendo.publishing.report.stamp import figures_of, sealed
from tiendo.publishing.report.word import as_word
from tiendo.publishing.report.word_reading import read_word
from tiendo.publishing.report.word_xml import field_name

DATA = as_word(SAMPLE)
TEXT = "word/document.xml"
KEY = "thu-ngan-sach-dia-ban/2022-Q1/result"


def _fields(data: bytes) -> list[tuple[str, FieldState]]:
    return [(each.text, each.state) for each in read_word("bao-cao.docx", data).fields]


def test_each_figure_is_a_content_control_that_names_its_binding() -> None:
    controls = list(part(DATA, TEXT).iter(f"{W}sdt"))
    tags = [each.find(f"{W}sdtPr/{W}tag").get(f"{W}val") for each in controls]
    assert tags == [each.binding.key for each in figures_of(SAMPLE)]
    assert len({each.find(f"{W}sdtPr/{W}id").get(f"{W}val") for each in controls}) == len(controls)
    assert all(each.find(f"{W}sdtPr/{W}lock") is None for each in controls)  # the officer edits freely


def test_what_was_written_is_read_back() -> None:
    returned = read_word("bao-cao.docx", DATA)
    assert returned.sealed == sealed(SAMPLE)
    assert [each.figure.binding for each in returned.fields] == [each.binding for each in figures_of(SAMPLE)]
    assert {each.state for each in returned.fields} == {FieldState.AS_WRITTEN}
    assert (returned.removed, returned.loose) == ((), ())


def test_a_figure_that_was_typed_over_says_what_stands_there_now() -> None:
    edited = replaced(DATA, TEXT, ">2.202,4<", ">2.300<")
    (changed,) = [each for each in read_word("a.docx", edited).fields if each.state is FieldState.TYPED_OVER]
    assert (changed.text, changed.figure.text, changed.figure.binding.key) == ("2.300", "2.202,4", KEY)
    assert changed.around.startswith("Tổng thu ngân sách nhà nước trên địa bàn ước thực hiện 2.300 tỷ đồng")


def test_word_may_cut_the_typed_figure_into_runs() -> None:
    cut = '>2.</w:t></w:r><w:proofErr w:type="spellStart"/><w:r><w:t>202,4<'
    assert _fields(replaced(DATA, TEXT, ">2.202,4<", cut)) == _fields(DATA)


def test_a_tracked_change_counts_as_accepted() -> None:
    control = '<w:sdtContent><w:r><w:t xml:space="preserve">28,1</w:t></w:r></w:sdtContent>'
    tracked = (
        '<w:sdtContent><w:del w:id="9001" w:author="x"><w:r><w:delText>28,1</w:delText></w:r></w:del>'
        '<w:ins w:id="9002" w:author="x"><w:r><w:t>28,2</w:t></w:r></w:ins></w:sdtContent>'
    )
    assert ("28,2", FieldState.TYPED_OVER) in _fields(replaced(DATA, TEXT, control, tracked))


def test_an_emptied_field_shows_its_placeholder_and_says_nothing() -> None:
    name = '<w:tag w:val="count/2022-Q1/count"/>'
    emptied = replaced(DATA, TEXT, name, f"{name}<w:showingPlcHdr/>")
    assert ("", FieldState.EMPTIED) in _fields(emptied)


def _without_control(data: bytes, key: str) -> bytes:
    """The file as it is when "remove content control" was chosen: the words stay, the field is gone."""
    text = zipfile.ZipFile(BytesIO(data)).read(TEXT).decode()
    pattern = (
        rf'<w:sdt><w:sdtPr>(?:<w:rPr>.*?</w:rPr>)?<w:alias w:val="{key}"/>.*?<w:sdtContent>(.*?)</w:sdtContent></w:sdt>'
    )
    return with_part(data, TEXT, re.sub(pattern, r"\1", text).encode())


def test_a_removed_field_is_told_and_its_words_are_a_number_typed_by_hand() -> None:
    returned = read_word("a.docx", _without_control(DATA, KEY))
    assert [each.binding.key for each in returned.removed] == [KEY]
    assert [each.text for each in returned.loose] == ["2.202,4", "2.202,4"]  # in the text, and in the annex


def test_a_number_beside_the_fields_is_told_with_its_paragraph() -> None:
    edited = replaced(DATA, TEXT, " tỷ đồng, đạt ", " tỷ đồng (trong đó thu nội địa 600,6), đạt ")
    (loose,) = read_word("a.docx", edited).loose
    assert loose.text == "600,6"
    assert "trong đó thu nội địa 600,6" in loose.around


def test_numbers_that_were_written_as_words_are_none_of_that() -> None:
    written = replace(SAMPLE, blocks=(Paragraph(words("Nghị quyết số 62 ngày 09/12/2021, điểm 2.")), *SAMPLE.blocks))
    data = as_word(written)
    assert read_word("a.docx", data).loose == ()
    (changed,) = read_word("a.docx", replaced(data, TEXT, "số 62 ngày", "số 63 ngày")).loose
    assert changed == LooseNumber("63", "Nghị quyết số 63 ngày 09/12/2021, điểm 2.")


def test_a_file_that_lost_the_tags_is_read_by_the_titles() -> None:
    text = zipfile.ZipFile(BytesIO(DATA)).read(TEXT).decode()
    assert _fields(with_part(DATA, TEXT, re.sub(r"<w:tag [^>]*/>", "", text).encode())) == _fields(DATA)


def test_long_keys_get_short_names_that_differ() -> None:
    long = "rat-dai/" * 20
    names = {field_name(long + end) for end in ("a", "b")}
    assert len(names) == 2
    assert max(map(len, names)) <= 64  # Word refuses a file with a longer tag
    assert field_name(KEY) == KEY
    both = tuple(
        replace(figure("1", "1"), binding=replace(figure("1", "1").binding, key=long + end)) for end in ("a", "b")
    )
    report = replace(SAMPLE, blocks=(Paragraph((both[0], Words(" "), both[1])),), annexes=())
    assert [each.figure.binding.key[-1] for each in read_word("a.docx", as_word(report)).fields] == ["a", "b"]


def test_the_second_stamp_of_a_file_is_refused_but_not_the_same_twice() -> None:
    stamp = zipfile.ZipFile(BytesIO(DATA)).read("customXml/item1.xml")
    assert _fields(with_part(DATA, "customXml/item2.xml", stamp)) == _fields(DATA)
    other = zipfile.ZipFile(BytesIO(as_word(replace(SAMPLE, language="en")))).read("customXml/item1.xml")
    with pytest.raises(UnusableReport, match="more than one stamp"):
        read_word("a.docx", with_part(DATA, "customXml/item2.xml", other))


def test_a_file_without_a_stamp_says_so() -> None:
    with pytest.raises(UnusableReport, match=r"a\.docx carries no stamp"):
        read_word("a.docx", with_part(DATA, "customXml/item1.xml", None))


def test_a_changed_stamp_is_not_believed() -> None:
    with pytest.raises(UnusableReport, match="cannot be read"):
        read_word("a.docx", replaced(DATA, "customXml/item1.xml", "tiendo-report/1", "tiendo-report/9"))


@pytest.mark.parametrize("data", [b"", b"PK", b"%PDF-1.7", DATA[:4000]], ids=["empty", "two-letters", "pdf", "cut"])
def test_what_is_no_word_file_is_refused(data: bytes) -> None:
    with pytest.raises(DamagedDocument):
        read_word("a.docx", data)


def test_entities_are_never_resolved() -> None:
    bomb = b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "c">]><report xmlns="urn:tiendo:report:1">&b;</report>'
    with pytest.raises(DamagedDocument, match="DOCTYPE"):
        read_word("a.docx", with_part(DATA, "customXml/item1.xml", bomb))


def test_a_file_unpacks_no_further_than_the_limit() -> None:
    with pytest.raises(DocumentTooLarge):
        read_word("a.docx", DATA, Limits(max_expanded_bytes=10_000))
