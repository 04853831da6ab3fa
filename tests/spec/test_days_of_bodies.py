"""When a document without a full date was issued, and which bodies its names then mean."""

from __future__ import annotations

from datetime import date

import pytest

from tiendo.documents.model import Document, Metadata
from tiendo.facts.period import Period
from tiendo.matching import days_of, match_bodies_within

DAY, MONTH = date(2022, 4, 5), Period.month(2022, 4)

SPANS = [
    # full date, month of a draft, number, period                     first day    last day
    (DAY, None, "52/2025/QĐ-UBND", None, "2022-04-05", "2022-04-05"),
    (None, MONTH, "/TC-UBND", "2022-Q1", "2022-04-01", "2022-04-30"),
    (None, None, "52/2025/QĐ-UBND", "2026", "2025-01-01", "2025-12-31"),
    (None, None, None, "2016/2020", "2015-01-01", "2021-12-31"),
    (None, None, "62/NQ-HĐND", "2022", "2021-01-01", "2023-12-31"),
    (None, None, None, "../2030", None, None),  # a horizon says nothing of the year of issue
    (None, None, None, None, None, None),
]

BODIES = [
    # name, first day, last day, body
    ("Sở Tài chính", "2015-01-01", "2021-12-31", "STC"),
    ("Sở Kế hoạch và Đầu tư", "2015-01-01", "2021-12-31", "SKHDT"),
    ("Sở KH&ĐT", "2022-04-01", "2022-04-30", "SKHDT"),
    ("Sở Nông nghiệp và Môi trường", "2025-01-01", "2025-12-31", None),  # begins in that year
    ("Sở Nông nghiệp và Môi trường", "2025-03-01", "2025-12-31", "SNNMT"),
    ("KH", "2022-04-01", "2022-04-30", None),
    ("các cơ quan liên quan", "2022-04-01", "2022-04-30", None),
]


@pytest.mark.parametrize(("full", "month", "number", "period", "first", "last"), SPANS)
def test_when_a_document_was_issued(full, month, number, period, first, last):
    spoken_of = Period.parse(period) if period else None
    metadata = Metadata(date=full, partial_date=month, number=number, period=spoken_of)
    found = days_of(Document("a.txt", "text", "", (), metadata=metadata))
    assert (found and (str(found.first), str(found.last))) == ((first, last) if first else None)


@pytest.mark.parametrize(("name", "first", "last", "code"), BODIES)
def test_a_name_means_a_body_where_it_means_the_same_one_all_the_time(name, first, last, code):
    span = Period.parse(f"{first}/{last}")
    days = days_of(Document("a.txt", "text", "", (), metadata=Metadata(partial_date=span)))
    (decision,) = match_bodies_within([name], days, province="20")
    assert getattr(decision, "code", None) == code


def test_a_set_of_bodies_that_changed_in_that_time_is_not_settled():
    before, across = (Period.parse(one) for one in ("2024", "2025"))
    for period, is_settled in ((before, True), (across, False)):
        days = days_of(Document("a.txt", "text", "", (), metadata=Metadata(partial_date=period)))
        decisions = match_bodies_within(["UBND các huyện, thành phố"], days, province="20")
        assert all(getattr(one, "code", None) for one in decisions) is is_settled
