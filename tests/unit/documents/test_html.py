from __future__ import annotations

import pytest

from tests.unit.documents.samples import cells_of, content_of, source
from tiendo.documents.model import RawText
from tiendo.documents.readers.html import read_html, read_mhtml
from tiendo.facts.errors import DamagedDocument, EmptyDocument


def read(markup: str, encoding: str = "utf-8") -> RawText:
    return read_html(source(markup.encode(encoding)))


WHAT_A_READER_SEES = [
    ("paragraphs", "<p>Điều 1</p><p>Nội dung</p>", "Điều 1\n\nNội dung"),
    ("inline marks join", "<p>đạt <b>28,1</b>% dự toán</p>", "đạt 28,1% dự toán"),
    ("white space of the source", "<p>Sở \n   Tài chính</p>", "Sở Tài chính"),
    ("a line break", "<p>TỈNH<br>LẠNG SƠN</p>", "TỈNH\nLẠNG SƠN"),
    ("preformatted lines", "<pre>a) một\nb) hai</pre>", "a) một\nb) hai"),
    ("text between blocks", "<div>trước<p>trong</p>sau</div>", "trước\n\ntrong\n\nsau"),
    ("no scripts or styles", "<style>p{}</style><script>var a</script><p>chữ</p>", "chữ"),
    ("no title of the window", "<head><title>Trang chủ</title></head><body>chữ</body>", "chữ"),
    ("no navigation", "<nav><p>Trang chủ</p></nav><p>chữ</p>", "chữ"),
    ("nothing hidden", "<p hidden>a</p><p style='DISPLAY : none'>b</p><p>chữ</p>", "chữ"),
    ("text behind a hidden element", "<p>tăng <span style='visibility:hidden'>x</span>9%</p>", "tăng 9%"),
    ("no comments", "<p>chữ<!-- ghi chú --></p>", "chữ"),
    ("entities", "<p>&quot;Một&nbsp;cửa&quot; &amp; &#273;</p>", '"Một cửa" & đ'),
    ("unclosed elements", "<p>một<p>hai<li>ba", "một\n\nhai\n\nba"),
    ("raised figures", "<p>1.500 m<sup>2</sup></p>", "1.500 m2"),
]


@pytest.mark.parametrize(("what", "markup", "expected"), WHAT_A_READER_SEES, ids=[row[0] for row in WHAT_A_READER_SEES])
def test_what_a_reader_sees(what: str, markup: str, expected: str) -> None:
    assert read(markup).text == expected


LISTS = [
    ("<ol><li>a<li>b</ol>", ["1. a", "2. b"]),
    ("<ol start=3 type=a><li>x<li value=5>y<li>z</ol>", ["c. x", "e. y", "f. z"]),
    ("<ol style='list-style-type: upper-roman'><li>x</ol>", ["I. x"]),
    ("<ol style='list-style: none'><li>x</ol>", ["x"]),
    ("<ul><li>x<ul><li>y</ul></ul>", ["- x", "+ y"]),
    ("<ol><li>1. x<li>b) y</ol>", ["1. x", "b) y"]),
    ("<ol><li><p>x</p><p>tiếp</p></li></ol>", ["1. x", "tiếp"]),
    ("<ol><li></li><li>x</ol>", ["2. x"]),
    ("<li>lạc", ["lạc"]),
]


@pytest.mark.parametrize(("markup", "expected"), LISTS)
def test_list_items_carry_their_numbers(markup: str, expected: list[str]) -> None:
    assert read(markup).text.split("\n\n") == expected


def test_a_table_has_cells_in_place() -> None:
    raw = read("<p>Biểu</p><table><tr><th>TT<th>Chỉ tiêu<tr><td>1<td>Che phủ rừng</table><p>Hết</p>")

    assert raw.text == "Biểu\n\nTT | Chỉ tiêu\n1 | Che phủ rừng\n\nHết"
    assert cells_of(raw) == [(0, 0, "TT"), (0, 1, "Chỉ tiêu"), (1, 0, "1"), (1, 1, "Che phủ rừng")]


def test_merged_cells_push_the_others_to_their_columns() -> None:
    raw = read(
        "<table><tr><td rowspan=2>TT<td rowspan=2>Chỉ tiêu<td colspan=2>Kế hoạch<tr><td>2022<td>2025"
        "<tr><td>1<td>GRDP<td>7<td>8</table>"
    )
    places = {
        content_of(raw, cell): (cell.row, cell.column, cell.rowspan, cell.colspan) for cell in raw.tables[0].cells
    }

    assert places["Kế hoạch"] == (0, 2, 1, 2)
    assert places["2022"] == (1, 2, 1, 1)
    assert places["2025"] == (1, 3, 1, 1)
    assert places["TT"] == (0, 0, 2, 1)


def test_a_span_ends_where_the_table_ends() -> None:
    raw = read("<table><tr><td rowspan=900000>a<td colspan=900000>b<tr><td>c</table>")

    assert raw.tables[0].cells[0].rowspan == 2
    assert raw.tables[0].cells[1].colspan <= 200


def test_tables_that_arrange_the_page_become_paragraphs_and_keep_the_table_inside() -> None:
    raw = read(
        "<table><tr><td>Trái</td><td><p>Phụ lục</p><table><tr><td>Chỉ tiêu<td>2022<tr><td>GRDP<td>7</table></td></tr>"
        "<tr><td>Dưới</td><td></td></tr></table>"
    )

    assert raw.text == "Trái\n\nPhụ lục\n\nChỉ tiêu | 2022\nGRDP | 7\n\nDưới"
    assert len(raw.tables) == 1


def test_a_stretch_that_the_page_doubled_stays_twice() -> None:
    assert read("<p>Phấn đấu 100%</p><p>Phấn đấu 100%</p>").text == "Phấn đấu 100%\n\nPhấn đấu 100%"


ENCODINGS = [
    ("<meta charset=utf-8><p>Nghị quyết</p>", "utf-8"),
    ("<p>Nghị quyết về phát triển kinh tế</p>", "utf-8-sig"),
    ("<p>Nghị quyết về phát triển kinh tế</p>", "utf-16"),
    ("<meta charset='utf-8'><p>Nghị quyết về phát triển</p>", "utf-16"),
    ("<meta charset=made-up-name><p>Nghị quyết về phát triển</p>", "utf-8"),
    ("<meta charset=hex><p>Nghị quyết về phát triển</p>", "utf-8"),
    ("<?xml version='1.0' encoding='utf-8'?><html><p>Nghị quyết</p></html>", "utf-8"),
]


@pytest.mark.parametrize(("markup", "encoding"), ENCODINGS)
def test_the_bytes_decide_where_the_declared_encoding_is_wrong(markup: str, encoding: str) -> None:
    assert read(markup, encoding).text.startswith("Nghị quyết")


def test_deeply_nested_markup_is_read_to_its_end() -> None:
    assert read("<div>" * 1_500 + "đáy" + "</div>" * 1_500 + "<p>cuối</p>").text == "đáy\n\ncuối"


def test_nesting_beyond_all_measure_is_refused_rather_than_cut() -> None:
    with pytest.raises(DamagedDocument, match="HTML"):
        read("<div>" * 3_000 + "đáy" + "</div>" * 3_000 + "<p>cuối</p>")


@pytest.mark.parametrize("markup", ["<script>x</script>", "<p> </p>", "<p hidden>x</p>"])
def test_a_page_without_visible_text_gives_none(markup: str) -> None:
    assert read(markup).text == ""


@pytest.mark.parametrize("markup", ["", "<!-- -->"])
def test_a_page_without_any_element_is_refused(markup: str) -> None:
    with pytest.raises(EmptyDocument, match="văn-bản"):
        read(markup)


def test_a_web_archive_gives_its_page() -> None:
    archive = (
        "MIME-Version: 1.0\nContent-Type: multipart/related; boundary=X\n\n--X\nContent-Type: text/css\n\np{}\n"
        "--X\nContent-Type: text/html; charset=utf-8\nContent-Transfer-Encoding: 8bit\n\n"
        "<p>Kế hoạch năm 2022</p>\n--X--\n"
    )

    assert read_mhtml(source(archive.encode())).text == "Kế hoạch năm 2022"


def test_a_web_archive_without_a_page_is_refused() -> None:
    with pytest.raises(EmptyDocument, match="no text"):
        read_mhtml(source(b"MIME-Version: 1.0\nContent-Type: text/css\n\np{}\n"))
