"""What a word processor makes of a report: it opens, it prints, and figures are still fields when it is saved."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pypdfium2
import pytest

from tests.unit.publishing.report.sample import SAMPLE
from tests.unit.publishing.report.word_file import replaced
from tiendo.documents.read import read_document
from tiendo.publishing.report.returned import FieldState, Returned
from tiendo.publishing.report.stamp import figures_of, sealed
from tiendo.publishing.report.word import as_word
from tiendo.publishing.report.word_reading import read_word
from tiendo.publishing.report.word_template import Template, shipped

pytestmark = pytest.mark.skipif(shutil.which("soffice") is None, reason="libreoffice-writer is not installed")

_SECONDS = 120  # the first start writes a profile


@pytest.fixture(scope="module")
def profile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("profile")


def _saved(data: bytes, ending: str, folder: Path, profile: Path) -> bytes:
    """The file as LibreOffice saves it."""
    source = folder / "bao-cao.docx"
    source.write_bytes(data)
    filters = {"docx": "docx:MS Word 2007 XML", "pdf": "pdf"}
    command = ["soffice", f"-env:UserInstallation={profile.as_uri()}", "--headless", "--convert-to", filters[ending]]
    subprocess.run([*command, "--outdir", folder / "saved", source], check=True, capture_output=True, timeout=_SECONDS)
    return (folder / "saved" / f"bao-cao.{ending}").read_bytes()


def _saved_again(data: bytes, folder: Path, profile: Path) -> Returned:
    return read_word("bao-cao.docx", _saved(data, "docx", folder, profile))


def test_fields_and_stamp_survive_being_saved(tmp_path: Path, profile: Path) -> None:
    returned = _saved_again(as_word(SAMPLE), tmp_path, profile)
    assert returned.sealed == sealed(SAMPLE)
    assert [each.figure.binding for each in returned.fields] == [each.binding for each in figures_of(SAMPLE)]
    assert {each.state for each in returned.fields} == {FieldState.AS_WRITTEN}
    assert (returned.removed, returned.loose) == ((), ())


def test_what_was_typed_is_still_told_after_it_was_saved(tmp_path: Path, profile: Path) -> None:
    edited = replaced(as_word(SAMPLE), "word/document.xml", ">2.202,4<", ">2.300<")
    edited = replaced(edited, "word/document.xml", " tỷ đồng, đạt ", " tỷ đồng (thu nội địa 600,6), đạt ")
    returned = _saved_again(edited, tmp_path, profile)
    typed = [each for each in returned.fields if each.state is FieldState.TYPED_OVER]
    assert [each.text for each in typed] == ["2.300"]
    assert [each.text for each in returned.loose] == ["600,6"]


def test_a_template_that_libreoffice_saved_is_still_one(tmp_path: Path, profile: Path) -> None:
    template = Template("mau.docx", _saved(shipped("vi").data, "docx", tmp_path, profile))
    returned = read_word("a.docx", as_word(SAMPLE, template))
    assert len(returned.fields) == len(list(figures_of(SAMPLE)))


def test_it_prints_as_many_pages_as_it_has_sections_here(tmp_path: Path, profile: Path) -> None:
    document = pypdfium2.PdfDocument(_saved(as_word(SAMPLE), "pdf", tmp_path, profile))
    try:
        sizes = [page.get_size() for page in document]
        first = document[0].get_textpage().get_text_range()
    finally:
        document.close()
    assert [wide > high for wide, high in sizes] == [False, True, False]
    assert "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM" in first
    assert "ước thực hiện 2.202,4 tỷ đồng" in first


def test_our_own_reader_reads_it(tmp_path: Path) -> None:
    path = tmp_path / "bao-cao.docx"
    path.write_bytes(as_word(SAMPLE))
    document = read_document(path)
    assert "ước thực hiện 2.202,4 tỷ đồng, đạt 28,1% dự toán" in document.text
