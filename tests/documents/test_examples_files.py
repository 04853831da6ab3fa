"""The sample documents: they come from their sources, and hold what the expectations and the README say."""

from __future__ import annotations

import re
import subprocess
import sys
import unicodedata
import zipfile
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
EXAMPLES = ROOT / "examples" / "lang-son"
EXPECTED = Path(__file__).parent / "expected"
REAL_DOCUMENTS = ROOT.parent / "shared" / "documents"
NOTICE = "Văn bản mẫu của dự án Tiến Độ, viết lại theo số liệu thật; không phải bản gốc"
LONGEST_SHARED_RUN = 14  # words in a row; official names reach 13

PLAN, RESOLUTION, REPORT, ACTION_PLAN = SAMPLES = (
    EXAMPLES / "ke-hoach-5-nam-2016-2020.txt",
    EXAMPLES / "nghi-quyet-muc-tieu-2022.docx",
    EXAMPLES / "bao-cao-quy-1-2022.pdf",
    EXAMPLES / "ke-hoach-hanh-dong-2030.html",
)


def pdf_pages(path: Path) -> list[str]:
    """The text of each page without its page number, on one line."""
    import pypdfium2

    pages = []
    with pypdfium2.PdfDocument(path) as document:
        for number, page in enumerate(document, 1):
            text = page.get_textpage().get_text_range()
            pages.append(" ".join(text.removeprefix(str(number)).split()))
    return pages


def sample_text(path: Path) -> str:
    """The words of a sample, read without the product's own readers, on one line."""
    if path.suffix == ".docx":
        import docx

        text = "\n".join(paragraph.text for paragraph in docx.Document(str(path)).paragraphs)
    elif path.suffix == ".pdf":
        text = " ".join(pdf_pages(path))
    elif path.suffix == ".html":
        import lxml.html

        page = lxml.html.document_fromstring(path.read_text(encoding="utf-8"))
        text = " ".join(str(piece) for main in page.iter("main") for piece in main.itertext())
    else:
        text = path.read_text(encoding="utf-8")
    return " ".join(text.split())


def expected_rows(path: Path) -> list[list[str]]:
    lines = (EXPECTED / f"{path.stem}.tsv").read_text(encoding="utf-8").splitlines()
    return [line.split("\t") for line in lines if not line.startswith("#")]


def quantity_rows(path: Path) -> list[list[str]]:
    return [row for row in expected_rows(path) if row[0] != "task"]


def task_rows(path: Path) -> list[list[str]]:
    return [row for row in expected_rows(path) if row[0] == "task"]


def plan_figure(printed: str) -> Decimal:
    return Decimal(printed.replace(".", "").replace(",", "."))


@pytest.fixture(scope="module")
def rebuilt(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """Two folders, each filled by a run of its own of the script."""
    pytest.importorskip("typst", reason="the PDF sample is built with typst, a development dependency")
    folders = tmp_path_factory.mktemp("first"), tmp_path_factory.mktemp("second")
    for folder in folders:
        subprocess.run([sys.executable, ROOT / "scripts" / "make_examples.py", folder], check=True, capture_output=True)
    return folders


@pytest.mark.parametrize("sample", [RESOLUTION, REPORT], ids=lambda path: path.name)
def test_building_twice_gives_the_same_bytes(rebuilt: tuple[Path, Path], sample: Path) -> None:
    first, second = ((folder / sample.name).read_bytes() for folder in rebuilt)
    assert first == second


def test_the_word_file_is_the_one_that_its_source_gives(rebuilt: tuple[Path, Path]) -> None:
    with zipfile.ZipFile(rebuilt[0] / RESOLUTION.name) as new, zipfile.ZipFile(RESOLUTION) as kept:
        assert new.namelist() == kept.namelist()
        for member in new.namelist():
            assert new.read(member) == kept.read(member), member


def test_the_pdf_is_the_one_that_its_source_gives(rebuilt: tuple[Path, Path]) -> None:
    assert pdf_pages(rebuilt[0] / REPORT.name) == pdf_pages(REPORT)


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda path: path.name)
def test_every_sample_says_that_it_is_a_sample(sample: Path) -> None:
    assert NOTICE in sample_text(sample)


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda path: path.name)
def test_every_expected_figure_stands_in_its_sample_in_order(sample: Path) -> None:
    text, position = sample_text(sample), 0
    for quote, *_ in quantity_rows(sample):
        found = text.find(quote, position)
        assert found >= 0, f"{quote!r} is not behind {text[max(0, position - 40) : position]!r}"
        position = found + len(quote)


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda path: path.name)
def test_every_expected_task_stands_in_its_sample_in_order(sample: Path) -> None:
    text, position = sample_text(sample), 0
    for _, words, *_ in task_rows(sample):
        found = text.find(words, position)
        assert found >= 0, f"{words!r} is not behind {text[max(0, position - 40) : position]!r}"
        position = found + len(words)


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda path: path.name)
def test_expected_bodies_are_named_in_the_sample(sample: Path) -> None:
    text = sample_text(sample)
    for _, words, leads, coordinators, _ in task_rows(sample):
        for body in filter(None, [*leads.split(";"), *coordinators.split(";")]):
            assert body in text, f"{body!r} of {words!r}"


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda path: path.name)
def test_expected_bounds_are_the_numbers_of_the_quote(sample: Path) -> None:
    for quote, _, _, low, high, *_ in quantity_rows(sample):
        printed = [plan_figure(number) for number in re.findall(r"\d[\d.,]*", quote.split("/")[0])]
        assert printed[0] == Decimal(low), quote
        assert not high or printed[-1] == Decimal(high), quote


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda path: path.name)
def test_no_figure_is_left_out_of_the_expectations(sample: Path) -> None:
    """Whatever a sample prints with a percent sign or in đồng and is not an attribute has its row."""
    text = sample_text(sample)
    rows = quantity_rows(sample)
    claimed = {cell.lstrip("-") for row in rows for cell in row[7:9]}
    known = " ".join(row[0] for row in rows)
    for printed in re.findall(r"\d[\d.,]*(?= ?%|(?: nghìn)? (?:tỷ|triệu) đồng)", text):
        attribute = str(plan_figure(printed).normalize()) in claimed or f"giảm {printed} triệu đồng" in text
        assert printed in known or attribute, printed


def test_page_breaks_of_the_report_fall_inside_sentences() -> None:
    *pages, _ = pdf_pages(REPORT)
    assert [page[-20:] for page in pages if page.endswith((".", ";", ":"))] == []
    assert len(pages) >= 3


class TestTheTwoSlips:
    """The report holds two slips that an audit can find; `examples/README.md` lists them."""

    def test_forest_planted_is_printed_with_two_digits_swapped_in_its_plan_percentage(self) -> None:
        target = next(row for row in quantity_rows(RESOLUTION) if row[2] == "trồng rừng mới")
        result = next(row for row in quantity_rows(REPORT) if row[2] == "Trồng rừng mới")
        assert round(Decimal(result[3]) / Decimal(target[3]) * 100, 1) == Decimal("28.1")
        assert result[7] == "21.8"

    def test_the_parts_of_local_expenditure_miss_their_sum_by_a_digit_swap(self) -> None:
        total, balance, programmes = (
            Decimal(next(row for row in quantity_rows(REPORT) if row[0] == quote)[3])
            for quote in ("1.960,4 tỷ đồng", "1.789,4 tỷ đồng", "162 tỷ đồng")
        )
        assert total - balance - programmes == 9
        assert Decimal("1798.4") + programmes == total

    @pytest.mark.parametrize(
        ("result", "target", "claimed"),
        [
            ("2.202,4 tỷ đồng", "7.850 tỷ đồng", "28.1"),
            ("1.960,4 tỷ đồng", "10.984,2 tỷ đồng", "17.8"),
            ("755.950 lượt", "3.460 nghìn lượt", "22"),
            ("277 tỷ đồng", "2.600 tỷ đồng", "11"),
        ],
    )
    def test_the_other_plan_percentages_agree_with_the_resolution(self, result: str, target: str, claimed: str) -> None:
        done = next(row for row in quantity_rows(REPORT) if row[0] == result)
        planned = Decimal(next(row for row in quantity_rows(RESOLUTION) if row[0] == target)[3])
        planned *= 1000 if target.endswith("nghìn lượt") else 1
        assert done[7] == claimed
        assert round(Decimal(done[3]) / planned * 100, len(claimed.partition(".")[2])) == Decimal(claimed)

    def test_the_readme_lists_both_with_the_true_figures(self) -> None:
        readme = (ROOT / "examples" / "README.md").read_text(encoding="utf-8")
        assert all(figure in readme for figure in ("21,8%", "28,1%", "1.789,4", "1.798,4"))


def words_of(text: str) -> list[str]:
    return re.findall(r"\w+", unicodedata.normalize("NFC", text).lower())


def runs(words: list[str]) -> Iterator[tuple[str, ...]]:
    return (tuple(words[i : i + LONGEST_SHARED_RUN]) for i in range(len(words) - LONGEST_SHARED_RUN + 1))


@pytest.mark.skipif(not REAL_DOCUMENTS.is_dir(), reason="the real documents are not beside this checkout")
@pytest.mark.parametrize("sample", SAMPLES, ids=lambda path: path.name)
def test_no_sample_repeats_a_sentence_of_a_real_document(sample: Path) -> None:
    real = {run for path in REAL_DOCUMENTS.rglob("*.txt") for run in runs(words_of(path.read_text(encoding="utf-8")))}
    assert [" ".join(run) for run in runs(words_of(sample_text(sample))) if run in real] == []
