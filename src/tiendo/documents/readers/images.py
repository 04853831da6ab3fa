"""Reads pictures of pages (.png, .jpg, .tif) with tesseract and its Vietnamese model, where those are installed."""

from __future__ import annotations

import re
import warnings
from functools import cache
from io import BytesIO

from tiendo.documents.model import Note, RawText
from tiendo.documents.readers import refusals
from tiendo.documents.readers.programs import find_program, run_program
from tiendo.documents.readers.result import of_items
from tiendo.documents.readers.source import Source
from tiendo.documents.tables import Item

OCR_NOTE = Note(
    "ocr",
    "Chữ được nhận dạng từ ảnh quét, có thể sai: hãy đối chiếu với bản gốc.",
    "The text was recognised from scanned pages and may hold errors: compare it with the original.",
)
_PACKAGES = "tesseract-ocr tesseract-ocr-vie"
_LANGUAGE = "vie"
_KIND = "PNG/JPEG/TIFF"
# A page takes one to two seconds; a picture that takes a minute is no page of text.
_SECONDS_PER_PAGE = 60.0
# With its default of four threads tesseract is several times slower on two cores.
_ONE_THREAD = {"OMP_THREAD_LIMIT": "1"}
_BLANK_LINES = re.compile(r"\n[ \t]*(?:\n[ \t]*)+|\f")


def read_image(source: Source) -> RawText:
    """The text of a scanned page, or of all pages of a TIFF."""
    pages = _check_size(source)
    items = recognised_paragraphs(source.name, source.data, pages=pages)
    return of_items(items, "image", (OCR_NOTE,))


def recognised_paragraphs(name: str, picture: bytes, *, pages: int = 1) -> list[Item]:
    """The paragraphs that tesseract finds in a picture; lines end where they end on the page."""
    arguments = [ocr_program(name), "stdin", "stdout", "-l", _LANGUAGE]
    code, output = run_program(
        arguments, name=name, seconds=_SECONDS_PER_PAGE * pages, given=picture, settings=_ONE_THREAD
    )
    if code != 0:
        raise refusals.damaged(name, _KIND)
    return [paragraph for paragraph in _BLANK_LINES.split(output.decode("utf-8", "replace")) if paragraph.strip()]


def ocr_program(name: str) -> str:
    """The path of tesseract; `MissingHelper` where it or its Vietnamese model is not installed."""
    program = find_program(name, "tesseract", _PACKAGES)
    if _LANGUAGE not in _languages(program):
        raise refusals.missing_program(name, "tesseract (vie)", _PACKAGES)
    return program


@cache
def _languages(program: str) -> frozenset[str]:
    _, output = run_program([program, "--list-langs"], name=program, seconds=_SECONDS_PER_PAGE)
    return frozenset(output.decode("utf-8", "replace").split())


def _check_size(source: Source) -> int:
    """The number of pages, once the picture is known to be whole and within the limits; nothing is unpacked yet."""
    from PIL import Image, UnidentifiedImageError

    limits = source.limits
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of damage, which is tesseract's to judge, and of size, which is ours
            with Image.open(BytesIO(source.data), formats=("PNG", "JPEG", "TIFF")) as picture:
                width, height = picture.size
                pages: int = getattr(picture, "n_frames", 1)
    except Image.DecompressionBombError as bomb:
        raise refusals.picture_too_large(source.name, limits.max_pixels) from bomb
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError, EOFError) as broken:
        raise refusals.damaged(source.name, _KIND) from broken
    if width * height > limits.max_pixels:
        raise refusals.picture_too_large(source.name, limits.max_pixels)
    if pages > limits.max_ocr_pages:
        raise refusals.too_many_pages(source.name, pages, limits.max_ocr_pages)
    return pages
