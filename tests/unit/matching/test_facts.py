from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from tiendo.documents.model import Block, BlockKind, Document
from tiendo.facts.decisions import Matched, Rejected, Unknown
from tiendo.facts.period import Period
from tiendo.facts.quantity import Change, Quantity
from tiendo.facts.records import Observation
from tiendo.matching import match_record, match_territory, surroundings
from tiendo.reference import read_unit

HEADING = "3. Du lịch"
SENTENCE = "Thu hút 90 nghìn lượt khách du lịch, doanh thu đạt 45 tỷ đồng."
SCHOOLS = "Trong quý đã công nhận mới 04 trường học đạt chuẩn quốc gia."
TEXT = f"{HEADING}\n{SENTENCE} {SCHOOLS}\n"
IN_2022 = date(2022, 3, 31)


def document():
    return Document(
        source="q1.txt",
        format="text",
        text=TEXT,
        blocks=(
            Block(BlockKind.HEADING, 0, len(HEADING)),
            Block(BlockKind.PARAGRAPH, len(HEADING) + 1, len(TEXT) - 1, headings=(0,)),
        ),
    )


def observed(subject, quote, *, within=None, change=None, plan_percent=None, text=TEXT):
    """A record of a printed figure; the number and unit are read off the quote."""
    number, _, written = quote.partition(" ")
    value = Decimal(number)
    start = text.index(quote) if quote in text else 0
    return Observation(
        start=start,
        end=start + len(quote),
        quote=quote,
        subject=subject,
        within=within,
        quantity=Quantity(low=value, high=value, written_unit=written, unit=read_unit(written), change=change),
        period=Period.parse("2022-Q1"),
        plan_percent=plan_percent,
    )


def test_the_sentence_completes_a_short_subject():
    record = observed("doanh thu", "45 tỷ đồng")
    assert isinstance(match_record(record), Rejected)
    assert match_record(record, document()).code == "tourism_revenue"


def test_the_words_before_the_number_tell_what_was_added_from_what_there_is():
    record = observed("trường học đạt chuẩn quốc gia", "04 trường học")
    assert match_record(record).code == "national_standard_schools"
    assert match_record(record, document()).code == "national_standard_schools_new"


def test_the_surroundings_are_sentence_and_headings():
    record = observed("trường học đạt chuẩn quốc gia", "04 trường học")
    sentence, heading = surroundings(record, document())
    assert sentence.strip() == "Trong quý đã công nhận mới"
    assert heading == HEADING


def test_a_figure_outside_every_block_still_has_its_sentence():
    bare = Document(source="q1.txt", format="text", text=TEXT, blocks=())
    [sentence] = surroundings(observed("doanh thu", "45 tỷ đồng"), bare)
    assert "khách du lịch" in sentence


def test_a_share_of_the_plan_is_not_a_value():
    record = observed("Trồng rừng mới", "60 %", plan_percent=Decimal(60))
    assert match_record(record) == Rejected("new_forest", ("percent-of-plan",))


def test_growth_is_told_from_the_level():
    assert match_record(observed("Thu nội địa", "9 %", change=Change.INCREASE)).code == "domestic_revenue_growth"
    assert match_record(observed("Thu nội địa", "600.6 tỷ đồng")).code == "domestic_revenue"


@pytest.mark.parametrize(
    ("subject", "within", "code"),
    [
        ("Thu nội địa huyện Hữu Lũng", None, "186"),
        ("số hộ nghèo", "huyện Bắc Sơn", "185"),
        ("thành phố Hà Nội", "Thu nội địa", "01"),
    ],
)
def test_a_named_place_is_found_on_the_day(subject, within, code):
    decision = match_territory(observed(subject, "5 tỷ đồng", within=within), IN_2022)
    assert isinstance(decision, Matched), decision
    assert decision.code == code


def test_no_named_place_is_no_decision():
    assert match_territory(observed("Thu nội địa trên địa bàn tỉnh", "5 tỷ đồng"), IN_2022) is None


def test_a_place_nobody_knows_is_unknown():
    assert isinstance(match_territory(observed("Thu nội địa huyện Xa Lạ", "5 tỷ đồng"), IN_2022), Unknown)
