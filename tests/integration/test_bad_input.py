"""Whatever a file holds, reading it gives a document or one clear sentence about the file, never a traceback."""

from __future__ import annotations

import os
import struct
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.unit.documents.samples import cell, listed, numbering, paragraph, pdf_file, picture, table, word_file
from tiendo.documents.limits import Limits
from tiendo.documents.read import read_document
from tiendo.facts.errors import (
    DamagedDocument,
    DocumentNotFound,
    DocumentTooLarge,
    EmptyDocument,
    MissingHelper,
    ProtectedDocument,
    UnreadableDocument,
    WrongFormat,
)

WORD = word_file(
    listed("Mục tiêu", 0), paragraph("Che phủ rừng 63,8%"),
    table(cell("Chỉ tiêu") + cell("2022"), cell("GRDP") + cell("7")), numbering=numbering(),
)  # fmt: skip
PDF = pdf_file("Che phủ rừng 63,8% \\ #table(columns: 2, [Chỉ tiêu], [2022], [GRDP], [7])")
HTML = "<table><tr><td rowspan=2>a<td>b<tr><td>c</table><ol><li>Che phủ rừng 63,8%</ol>".encode()
ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
ENTITY = '<!DOCTYPE w:document [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
LAUGHS = "<!DOCTYPE a [" + '<!ENTITY a0 "ha">' + "".join(
    f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 10)
) + "]>"  # fmt: skip
BODY = (
    '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>%s</w:t>'
    "</w:r></w:p></w:body></w:document>"
)


def protected_pdf() -> bytes:
    """A PDF of one page that says it is encrypted with a password that nobody gave."""
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 100 100] >>",
        b"<< /Filter /Standard /V 2 /R 3 /Length 128 /P -4 /O <" + b"11" * 32 + b"> /U <" + b"22" * 32 + b"> >>",
    ]
    data, offsets = bytearray(b"%PDF-1.4\n"), []
    for number, inside in enumerate(objects, 1):
        offsets.append(len(data))
        data += b"%d 0 obj\n%s\nendobj\n" % (number, inside)
    start = len(data)
    data += b"xref\n0 5\n0000000000 65535 f \n" + b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    data += b"trailer\n<< /Size 5 /Root 1 0 R /Encrypt 4 0 R /ID [<%s> <%s>] >>\nstartxref\n%d\n%%%%EOF" % (
        b"33" * 16, b"33" * 16, start,
    )  # fmt: skip
    return bytes(data)


def old_word_with_password() -> bytes:
    """The header of an OLE container whose Word stream carries the flag for encryption."""
    data = bytearray(512 * 4)
    data[:8] = OLE
    data[0x1E:0x20] = struct.pack("<H", 9)
    name = "WordDocument".encode("utf-16-le")
    data[1024 : 1024 + len(name)] = name
    data[1024 + 116 : 1024 + 120] = struct.pack("<I", 2)
    data[512 * 3 + 10 : 512 * 3 + 12] = struct.pack("<H", 0x0100)
    return bytes(data)


def zip_of(**members: bytes) -> bytes:
    made = BytesIO()
    with ZipFile(made, "w", ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name.replace("__", "/"), content)
    return made.getvalue()


def bomb_that_lies() -> bytes:
    """A Word file whose text unpacks to 30 MB, though the zip declares a few bytes."""
    data = bytearray(word_file(document=BODY % (" " * 30_000_000)))
    true_size = struct.pack("<I", len(BODY % (" " * 30_000_000)))
    while (at := data.find(true_size)) >= 0:
        data[at : at + 4] = struct.pack("<I", 5_000_000)
    return bytes(data)


BAD = [
    ("an empty file", "rỗng.txt", b"", EmptyDocument, "0 bytes"),
    ("white space only", "trắng.txt", b" \n\n ", EmptyDocument, "no text"),
    ("a program named as a text", "báo-cáo.txt", b"\x7fELF\x02\x01\x01" + bytes(200), WrongFormat, "binary data"),
    ("a program named as a PDF", "báo-cáo.pdf", b"\x7fELF\x02\x01\x01" + bytes(200), WrongFormat, "something else"),
    ("a page of errors named as a PDF", "báo-cáo.pdf", b"<html>404</html>", WrongFormat, "something else"),
    ("a text named as a Word file", "báo-cáo.docx", "Điều 1".encode(), WrongFormat, "something else"),
    ("a text named as an old Word file", "báo-cáo.doc", "Điều 1".encode(), WrongFormat, "something else"),
    ("an Excel workbook", "biểu.docx", zip_of(xl__workbook=b"x"), WrongFormat, "Excel"),
    ("an archive", "biểu.zip", zip_of(a=b"x"), WrongFormat, "archive"),
    ("an old Excel workbook", "biểu.xls", OLE + bytes(600), WrongFormat, "other than Word"),
    ("a PDF with a password", "mật.pdf", protected_pdf(), ProtectedDocument, "password"),
    ("a Word file with a password", "mật.docx", OLE + ENCRYPTED, ProtectedDocument, "password"),
    ("an old Word file with a password", "mật.doc", old_word_with_password(), ProtectedDocument, "password"),
    ("half a Word file", "hỏng.docx", WORD[: len(WORD) // 2], DamagedDocument, "cut short"),
    ("a Word file without its text", "hỏng.docx", zip_of(word__styles=b"<a/>"), DamagedDocument, "Word"),
    ("a Word file with broken XML", "hỏng.docx", word_file(document="<w:document"), DamagedDocument, "Word"),
    ("half a PDF", "hỏng.pdf", PDF[: len(PDF) // 2], DamagedDocument, "PDF"),
    ("a PDF without an end", "hỏng.pdf", b"%PDF-1.7\n", DamagedDocument, "PDF"),
    ("an external entity", "x.docx", word_file(document=ENTITY + BODY % "&x;"), DamagedDocument, "DOCTYPE"),
    ("a million laughs", "x.docx", word_file(document=LAUGHS + BODY % "&a9;"), DamagedDocument, "DOCTYPE"),
    ("a zip bomb", "bom.docx", word_file(document=BODY % (" " * 30_000_000)), DocumentTooLarge, "unpacks to more"),
    ("a zip bomb that lies about its size", "bom.docx", bomb_that_lies(), DamagedDocument, "Word"),
    ("a large file", "lớn.txt", b"a" * 3_000_000, DocumentTooLarge, "larger than the limit"),
    ("an unknown encoding", "lạ.txt", "Пятилетний план развития области".encode("cp1251") * 9, WrongFormat, "encoding"),
    ("a broken mark of its encoding", "lạ.txt", b"\xff\xfe\x00\xd8\x00", WrongFormat, "UTF-16"),
]
SMALL = Limits(max_bytes=2_000_000, max_expanded_bytes=8_000_000)


@pytest.mark.parametrize(("what", "name", "data", "error", "words"), BAD, ids=[row[0] for row in BAD])
def test_bad_input_is_refused_in_one_sentence_that_names_the_file(
    what: str, name: str, data: bytes, error: type[UnreadableDocument], words: str, tmp_path: Path
) -> None:
    path = tmp_path / name
    path.write_bytes(data)

    with pytest.raises(error) as refused:
        read_document(path, limits=SMALL)
    assert words in refused.value.en
    for sentence in (refused.value.vi, refused.value.en):
        assert str(path) in sentence
        assert sentence.endswith(".")
        assert "\n" not in sentence


def test_a_missing_file_a_folder_and_a_file_without_permission(tmp_path: Path) -> None:
    with pytest.raises(DocumentNotFound, match="There is no file"):
        read_document(tmp_path / "không-có.txt")
    with pytest.raises(DocumentNotFound, match="is a folder"):
        read_document(tmp_path)
    with pytest.raises(DocumentNotFound, match="There is no file"):
        read_document(tmp_path / "một.txt" / "hai.txt")


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read every file")
def test_a_file_without_permission(tmp_path: Path) -> None:
    closed = tmp_path / "khóa.txt"
    closed.write_text("Điều 1", encoding="utf-8")
    closed.chmod(0)

    with pytest.raises(UnreadableDocument, match="cannot be opened"):
        read_document(closed)


def test_an_endless_file_is_read_no_further_than_the_limit() -> None:
    with pytest.raises(DocumentTooLarge, match="larger than the limit"):
        read_document("/dev/zero", limits=SMALL)


def test_a_huge_file_is_refused_by_its_size_alone(tmp_path: Path) -> None:
    huge = tmp_path / "lớn.txt"
    with huge.open("wb") as stream:
        stream.truncate(500_000_000)  # sparse: it takes no room on the disk

    with pytest.raises(DocumentTooLarge, match="64 MB"):
        read_document(huge)


def test_a_name_that_is_no_text_can_still_be_named(tmp_path: Path) -> None:
    name = os.fsencode(tmp_path) + b"/b\xe1o-c\xe1o.txt"

    with pytest.raises(DocumentNotFound) as refused:
        read_document(os.fsdecode(name))
    assert "b\\xe1o-c\\xe1o.txt" in refused.value.vi.encode("utf-8").decode("utf-8")


@pytest.mark.parametrize(
    ("limits", "data", "words"),
    [
        (Limits(max_pages=1), pdf_file("một #pagebreak() hai"), "2 pages"),
        (Limits(max_text_chars=20), PDF, "characters"),
        (Limits(max_text_chars=20), WORD, "characters"),
        (Limits(max_text_chars=20), HTML * 9, "characters"),
        (Limits(max_pixels=100), picture(PDF), "pixels"),
    ],
)
def test_limits_hold_for_what_a_file_unpacks_to(limits: Limits, data: bytes, words: str, tmp_path: Path) -> None:
    path = tmp_path / "văn-bản"
    path.write_bytes(data)

    with pytest.raises(DocumentTooLarge, match=words):
        read_document(path, limits=limits)


def test_a_part_in_utf_16_cannot_hide_its_doctype(tmp_path: Path) -> None:
    path = tmp_path / "x.docx"
    hidden = ('<?xml version="1.0" encoding="UTF-16"?>' + ENTITY + BODY % "&x;").encode("utf-16")
    good = ZipFile(BytesIO(WORD))
    members = {name: good.read(name) for name in good.namelist()} | {"word/document.xml": hidden}
    with ZipFile(path, "w") as archive:
        for name, content in members.items():
            archive.writestr(name, content)

    with pytest.raises(DamagedDocument, match="DOCTYPE"):
        read_document(path)


def test_a_document_in_another_language_is_read_with_a_note(tmp_path: Path) -> None:
    path = tmp_path / "plan.txt"
    path.write_text("The province shall plant 9,000 hectares of forest by the end of the year. " * 9, encoding="utf-8")

    assert [note.code for note in read_document(path).notes] == ["language-not-vietnamese"]


def test_vietnamese_text_and_short_slips_get_no_such_note(tmp_path: Path) -> None:
    for text in ("Tỉnh trồng mới 9.000 ha rừng trong năm. " * 9, "GRDP 7%"):
        path = tmp_path / "văn-bản.txt"
        path.write_text(text, encoding="utf-8")
        assert read_document(path).notes == ()


# --- fuzz: nothing but an UnreadableDocument ever comes out ---

BEGINNINGS = [
    b"", b"%PDF-1.7\n", b"PK\x03\x04", b"\x89PNG\r\n\x1a\n", b"II*\0", b"<html><table>", b"{\\rtf1", OLE,
    b"MIME-Version: 1.0\n",
]  # fmt: skip
ENDINGS = [".txt", ".md", ".html", ".mht", ".docx", ".pdf", ".doc", ".png", ""]
WITHOUT_HELPERS = {"PATH": ""}  # a thousand starts of LibreOffice test LibreOffice


def reads_or_refuses(path: Path, data: bytes) -> None:
    path.write_bytes(data)
    try:
        document = read_document(path, limits=SMALL)
    except UnreadableDocument as refused:
        assert str(path) in refused.vi  # noqa: PT017 - both outcomes are right, each with its own promise
    else:
        assert all(0 <= block.start <= block.end <= len(document.text) for block in document.blocks)
        for found in document.tables:
            assert all(found.start <= each.start <= each.end <= found.end for each in found.cells)


@pytest.fixture
def scratch(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name, value in WITHOUT_HELPERS.items():
        monkeypatch.setenv(name, value)
    return tmp_path


shared_scratch = settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=150)


@shared_scratch
@given(beginning=st.sampled_from(BEGINNINGS), rest=st.binary(max_size=400), ending=st.sampled_from(ENDINGS))
def test_random_bytes(scratch: Path, beginning: bytes, rest: bytes, ending: str) -> None:
    reads_or_refuses(scratch / f"f{ending}", beginning + rest)


REAL = {"docx": WORD, "pdf": PDF, "html": HTML, "png": picture(PDF)}


@pytest.mark.parametrize("kind", REAL)
@shared_scratch
@given(data=st.data())
def test_files_that_were_cut_and_changed(kind: str, scratch: Path, data: st.DataObject) -> None:
    good = REAL[kind]
    mutated = bytearray(good[: data.draw(st.integers(1, len(good)))] if data.draw(st.booleans()) else good)
    for _ in range(data.draw(st.integers(1, 8))):
        mutated[data.draw(st.integers(0, len(mutated) - 1))] = data.draw(st.integers(0, 255))
    reads_or_refuses(scratch / f"f.{kind}", bytes(mutated))


WORD_TAGS = (
    "<w:p> </w:p> <w:tbl> </w:tbl> <w:tr> </w:tr> <w:tc> </w:tc> <w:r> </w:r> <w:t>7%</w:t> <w:sdt> </w:sdt>"
    " <w:vMerge/> <w:numPr/> <w:pPr> </w:pPr> <w:tcPr> </w:tcPr>"
)
HTML_TAGS = (
    "<p> </p> <table> </table> <tr> </tr> <td> <td/rowspan=3> <td/colspan=9> </td> <ol> </ol> <li> </li> <ul> </ul>"
    " <div/hidden> </div> <pre> </pre> <br> 7% <script> </script> <!-- -->"
)


@shared_scratch
@given(st.lists(st.sampled_from(WORD_TAGS.split())))
def test_word_markup_in_any_order(scratch: Path, tags: list[str]) -> None:
    reads_or_refuses(scratch / "f.docx", word_file(*tags, numbering=numbering()))


@shared_scratch
@given(st.lists(st.sampled_from(HTML_TAGS.split())))
def test_html_markup_in_any_order(scratch: Path, tags: list[str]) -> None:
    reads_or_refuses(scratch / "f.html", "".join(tags).encode())


Damage = Callable[[bytes], bytes]


def inside_the_zip(change: Damage) -> bytes:
    """The Word file with its text changed, in a zip that is whole."""
    made = BytesIO()
    with ZipFile(BytesIO(WORD)) as good, ZipFile(made, "w", ZIP_DEFLATED) as bad:
        for name in good.namelist():
            content = good.read(name)
            bad.writestr(name, change(content) if name == "word/document.xml" else content)
    return made.getvalue()


@shared_scratch
@given(at=st.integers(0, 2_000), byte=st.integers(0, 255))
def test_a_changed_byte_in_the_text_of_a_whole_word_file(scratch: Path, at: int, byte: int) -> None:
    def change(content: bytes) -> bytes:
        place = at % len(content)
        return content[:place] + bytes([byte]) + content[place + 1 :]

    reads_or_refuses(scratch / "f.docx", inside_the_zip(change))


def test_helpers_that_are_missing_are_named(scratch: Path) -> None:
    path = scratch / "ảnh.png"
    path.write_bytes(picture(PDF))

    with pytest.raises(MissingHelper, match="apt install tesseract-ocr tesseract-ocr-vie"):
        read_document(path)
