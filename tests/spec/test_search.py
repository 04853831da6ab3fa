"""What a search finds first, one query a line, among some dozen things that a province has."""

from __future__ import annotations

from datetime import date

import pytest

from tiendo.ledger.findable import Findable, Kind
from tiendo.web.search.finding import Answer, find
from tiendo.web.search.index import build_index


def _indicator(key: str, title: str, *names: str, says: str = "") -> Findable:
    return Findable(kind=Kind.INDICATOR, key=key, title=title, names=names, codes=(key,), context=says)


def _document(key: str, number: str, type_name: str, subject: str, year: int) -> Findable:
    return Findable(
        kind=Kind.DOCUMENT, key=key, title=f"{type_name} {number}", names=(subject, f"{type_name} {year}"),
        codes=(number,), context=subject, document=int(key), day=date(year, 3, 1),
    )  # fmt: skip


def _agency(key: str, title: str, *names: str) -> Findable:
    return Findable(kind=Kind.AGENCY, key=key, title=title, names=names, codes=(key,))


def _task(key: str, title: str, lead: str) -> Findable:
    return Findable(kind=Kind.TASK, key=key, title=title, context=lead)


def _provision(key: str, title: str, says: str, *place: str) -> Findable:
    return Findable(kind=Kind.PROVISION, key=key, title=title, context=says, place=place)


_INDEX = build_index(
    (
        _indicator("market_stalls", "Số sạp hàng ở chợ vùng cao", says="Sạp có người thuê ổn định trong năm."),
        _indicator("market_revenue", "Thu từ chợ và bến bãi", "thu chợ", says="Tiền thu của các chợ trong kỳ."),
        _indicator("market_revenue_growth", "Tốc độ tăng thu từ chợ và bến bãi"),
        _indicator("plum_area", "Diện tích trồng mận", "mận tam hoa", says="Đất đang có mận cho quả."),
        _indicator("water_share", "Tỷ lệ hộ dùng nước sạch", says="Hộ có nước qua bể lọc hoặc máy bơm."),
        _document("7", "15/NQ-HĐND", "Nghị quyết", "Về phát triển chợ phiên vùng cao", 2023),
        _document("6", "150/NQ-HĐND", "Nghị quyết", "Về phí tham quan hang động", 2022),
        _document("5", "15/KH-UBND", "Kế hoạch", "Trồng mận trên đất dốc", 2021),
        _agency("SCT", "Sở Công Thương", "Sở CT"),
        _agency("SGDDT", "Sở Giáo dục và Đào tạo", "Sở GD&ĐT", "GDĐT"),
        _agency("UBND-901", "Ủy ban nhân dân xã Suối Mơ", "UBND xã Suối Mơ"),
        _agency("UBND-902", "Ủy ban nhân dân xã Đường Bệ", "UBND xã Đường Bệ"),
        _task("71", "Sắp xếp lại sạp hàng của chợ phiên Bản Mạ", "Ủy ban nhân dân xã Suối Mơ"),
        _task("72", "Lập đề án trường học bán trú", "Sở Giáo dục và Đào tạo"),
        _provision(
            "81", "Tổ chức chợ phiên", "Mỗi tháng họp sáu phiên; sạp chia theo hàng.", "Nghị quyết 15/NQ-HĐND", "Điều 2"
        ),
        _provision("82", "Hỗ trợ giống", "Mỗi hộ nhận cây mận và phân bón.", "Kế hoạch 15/KH-UBND", "Điều 2"),
        _provision("83", "Thủ tục", "Hộ nộp đơn ở xã; xã trả lời trong năm ngày.", "Kế hoạch 15/KH-UBND", "Điều 3"),
    )
)
_ALL = (1 << len(_INDEX.entries)) - 1


def _find(query: str, *, typing: bool = False) -> Answer:
    return find(_INDEX, query, _ALL, typing=typing)


_FIRST = """
15/NQ-HĐND                     7                a number as it is printed
15/nq-hdnd                     7                without capitals and marks
15 nq hdnd                     7                without strokes
nq 15                          7                the kind first
nq15                           7                without a blank
nghị quyết 15                  7                the kind in words
150/NQ-HĐND                    6                another number that begins alike
kế hoạch 2021                  5                kind and year
kh 15                          5                the same number of another kind
market_revenue                 market_revenue   a code, also where others begin with it
thu chợ                        market_revenue   another name, word by word
thu từ chợ                     market_revenue   the title begins with it
tốc độ tăng thu chợ            market_revenue_growth
chợ phiên                      7                in a name before in a text
cho phien                      7                without marks
ban ma                         71               two words of a name inside a sentence
tỉ lệ nước sạch                water_share      i for y
mận                            plum_area        with marks
man                            plum_area        and without
sở gd&đt                       SGDDT            an abbreviation with its sign
so gddt                        SGDDT            and without
Sở Giáo dục - Đào tạo          SGDDT            with another sign
ubnd suối mơ                   UBND-901         an abbreviation in a longer name
uy ban nhan dan suoi mo        UBND-901         written out
điều 2 kế hoạch 15             82               a provision by its place
sapj hangf                     market_stalls    Telex keys
chowj phieen                   7
sa5p hang2                     market_stalls    VNI keys
dduwowngf beej                 UBND-902
cho phein                      7                two letters swapped
muoc sach                      water_share      a neighbouring key
nuoc sah                       water_share      a letter that is missing
truongg hoc                    72               a letter too many
chophien                       7                no blank
dientichtrongman               plum_area        no blanks at all
"""
_WHILE_TYPING = """
chợ ph                         7
so gia                         SGDDT
15/n                           7
market_st                      market_stalls
"""


def _table(text: str) -> list[tuple[str, str]]:
    lines = (line for line in text.splitlines() if line)
    return [(line[:31].strip(), line[31:].split()[0]) for line in lines]


@pytest.mark.parametrize(("query", "key"), _table(_FIRST))
def test_what_comes_first(query: str, key: str) -> None:
    assert _find(query).best(1)[0].entry.key == key


@pytest.mark.parametrize(("query", "key"), _table(_WHILE_TYPING))
def test_what_comes_first_while_typing(query: str, key: str) -> None:
    assert _find(query, typing=True).best(1)[0].entry.key == key


def test_one_letter_finds_what_begins_with_it() -> None:
    found = _find("d", typing=True)

    assert found.total > 0
    assert all(any(term.word == "d" for term in hit.terms) for hit in found.best(20))


def test_marks_that_were_typed_count() -> None:
    written, other = _find("thủ tục").best(2), _find("thu").hits(Kind.INDICATOR, 0, 9)

    assert written[0].entry.key == "83"
    assert [hit.entry.key for hit in other] == ["market_revenue", "market_revenue_growth"]
    assert _find("thu từ").best(1)[0].score > _find("thú tứ").best(1)[0].score


def test_words_side_by_side_in_their_order_come_before_the_same_words_apart() -> None:
    ranks = {hit.entry.key: hit.score for hit in _find("hàng sạp").best(9)}
    in_order = {hit.entry.key: hit.score for hit in _find("sạp hàng").best(9)}

    assert in_order["market_stalls"] > ranks["market_stalls"]


def test_the_rest_of_a_word_is_guessed_only_while_typing_or_where_nothing_is_written_so() -> None:
    assert _find("bến bã").best(1)[0].entry.key == "market_revenue"
    assert "market_stalls" not in {hit.entry.key for hit in _find("thu").best(9)}
    assert "market_stalls" in {hit.entry.key for hit in _find("thu", typing=True).best(9)}  # "thuê"


@pytest.mark.parametrize(
    ("query", "understood"),
    [
        ("cho phein", "chợ phiên"),
        ("dduwowngf bệ", "đường bệ"),
        ("tỷ lệ hộ dùng nước sạhc", "tỷ lệ hộ dùng nước sạch"),
        ("chợ phiên", None),
        ("cho phien", None),
        ("ubnd suoi mo", None),
    ],
)
def test_it_says_how_a_mended_query_was_understood(query: str, understood: str | None) -> None:
    assert _find(query).understood == understood


def test_where_nothing_holds_all_words_those_with_most_of_them_are_found() -> None:
    found = _find("sạp hàng chợ phiên đêm giao thừa")

    assert not found.whole
    assert found.best(1)[0].entry.key == "71"
    assert found.understood is None


@pytest.mark.parametrize("query", ["", "   ", "!!! ???", "qwrtpsdfg", "15/QQ-ZZZZ hoàn toàn khác lạ", "%%__''--;"])
def test_what_is_not_there_is_not_found(query: str) -> None:
    assert _find(query).total == 0
    assert _find(query).counts == {}
    assert _find(query).best(5) == []


def test_numbers_have_no_slips() -> None:
    assert {hit.entry.key for hit in _find("151").best(9)} == set()


def test_kinds_are_counted_and_the_kind_of_the_best_hit_comes_first() -> None:
    counts = _find("chợ phiên").counts

    assert next(iter(counts)) is Kind.DOCUMENT
    assert counts == {Kind.DOCUMENT: 1, Kind.PROVISION: 1, Kind.TASK: 1}
