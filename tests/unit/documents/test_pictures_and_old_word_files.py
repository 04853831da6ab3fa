"""Formats that need a program of the system; what does not need the program is tested without it."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.unit.documents.samples import paragraph, pdf_file, picture, source, word_file
from tiendo.documents.limits import DEFAULT, Limits
from tiendo.documents.readers.images import read_image
from tiendo.documents.readers.legacy_word import read_legacy_word
from tiendo.documents.readers.programs import run_program
from tiendo.facts.errors import DamagedDocument, DocumentTooLarge, MissingHelper

SENTENCE = "Tổng thu ngân sách nhà nước trên địa bàn ước đạt 2.202,4 tỷ đồng."
PAGE = pdf_file(f"#set page(width: 12cm, height: 6cm, margin: 1cm)\n{SENTENCE}")

needs_tesseract = pytest.mark.skipif(
    shutil.which("tesseract") is None, reason="tesseract-ocr and tesseract-ocr-vie are not installed"
)
needs_libreoffice = pytest.mark.skipif(shutil.which("soffice") is None, reason="libreoffice-writer is not installed")


@needs_tesseract
@pytest.mark.parametrize("format_", ["PNG", "JPEG", "TIFF"])
def test_a_picture_of_a_page_is_recognised(format_: str) -> None:
    raw = read_image(source(picture(PAGE, format_)))

    assert " ".join(raw.text.split()) == SENTENCE
    assert [note.code for note in raw.notes] == ["ocr"]


@pytest.mark.parametrize(("helper", "package"), [("image", "tesseract-ocr"), ("doc", "libreoffice-writer")])
def test_without_the_program_the_package_is_named(helper: str, package: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")

    with pytest.raises(MissingHelper) as refused:
        read_image(source(picture(PAGE))) if helper == "image" else read_legacy_word(source(b"\xd0\xcf"))
    assert f"apt install {package}" in refused.value.vi
    assert "văn-bản" in refused.value.vi


def test_a_picture_over_the_limit_is_refused_before_it_is_unpacked() -> None:
    with pytest.raises(DocumentTooLarge, match="million pixels"):
        read_image(source(picture(PAGE), limits=Limits(max_pixels=1_000)))


@pytest.mark.parametrize("data", [b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff\xe0 JFIF", b"II*\0\x08\0\0\0"])
def test_a_broken_picture_is_refused(data: bytes) -> None:
    with pytest.raises(DamagedDocument, match="PNG/JPEG/TIFF"):
        read_image(source(data))


@needs_libreoffice
def test_rich_text_is_read_through_libreoffice() -> None:
    raw = read_legacy_word(source(rb"{\rtf1\ansi\uc0 K\u7871  ho\u7841ch n\u259m 2022\par 63,8%\par}"))

    assert raw.text == "Kế hoạch năm 2022\n\n63,8%"
    assert raw.format == "doc"


@needs_libreoffice
def test_an_old_word_file_is_read_through_libreoffice(tmp_path: Path) -> None:
    (tmp_path / "k.docx").write_bytes(word_file(paragraph("Kế hoạch năm 2022"), paragraph("Hết")))
    convert = ["soffice", f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}", "--headless", "--convert-to",
               "doc:MS Word 97", "--outdir", str(tmp_path), str(tmp_path / "k.docx")]  # fmt: skip
    subprocess.run(convert, check=True, capture_output=True)

    raw = read_legacy_word(source((tmp_path / "k.doc").read_bytes()))
    assert raw.text == "Kế hoạch năm 2022\n\nHết"


def test_a_program_that_does_not_end_is_stopped() -> None:
    endless = [sys.executable, "-c", "import time; time.sleep(60)"]

    with pytest.raises(DamagedDocument, match=r"did not finish báo-cáo\.doc"):
        run_program(endless, name="báo-cáo.doc", seconds=0.2)


def test_limits_grow_with_the_size_that_is_asked_for() -> None:
    larger = DEFAULT.for_size(DEFAULT.max_bytes * 2)
    smaller = DEFAULT.for_size(1_000)

    assert (larger.max_expanded_bytes, larger.max_text_chars) == (
        DEFAULT.max_expanded_bytes * 2,
        DEFAULT.max_text_chars * 2,
    )
    assert (smaller.max_bytes, smaller.max_text_chars) == (1_000, DEFAULT.max_text_chars)
