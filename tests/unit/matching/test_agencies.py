from __future__ import annotations

from datetime import date

import pytest

from tiendo.documents.model import Document, Metadata
from tiendo.facts.decisions import Matched, Rejected, Unknown
from tiendo.matching import document_province, match_bodies

LANG_SON = "20"
IN_2022, IN_2026 = date(2022, 4, 1), date(2026, 1, 5)


def codes(*names, on=IN_2022):
    return [getattr(one, "code", None) for one in match_bodies(names, on, province=LANG_SON)]


def test_bodies_keep_their_order():
    assert codes("Sở Tài chính", "Sở KH&ĐT", "Công an tỉnh") == ["STC", "SKHDT", "CAT"]


def test_a_closed_set_gives_each_member():
    members = codes("UBND các huyện, thành phố")
    assert len(members) == 11
    assert all(code.startswith("UBND-") for code in members)


def test_the_set_of_communes_is_that_of_the_day():
    assert len(codes("UBND các xã, phường", on=IN_2026)) == 65


def test_a_set_that_nobody_can_list_stays_unknown_with_its_phrase():
    [decision] = match_bodies(["các cơ quan liên quan"], IN_2022, province=LANG_SON)
    assert isinstance(decision, Unknown)
    assert "các cơ quan liên quan" in decision.reasons[0]


def test_a_body_that_does_not_exist_yet_is_rejected():
    [decision] = match_bodies(["Sở Nông nghiệp và Môi trường"], IN_2022, province=LANG_SON)
    assert isinstance(decision, Rejected)


def test_without_its_province_a_department_is_unknown():
    [decision] = match_bodies(["Sở Tài chính"], IN_2022)
    assert isinstance(decision, Unknown)


@pytest.mark.parametrize(
    ("issuer", "place", "province"),
    [
        ("Ủy ban nhân dân tỉnh Lạng Sơn", None, LANG_SON),
        ("UBND tỉnh", "Lạng Sơn", LANG_SON),
        ("Hội đồng nhân dân thành phố Hà Nội", "Hà Nội", "01"),
        (None, None, None),
    ],
)
def test_the_province_of_a_document_is_its_issuers(issuer, place, province):
    document = Document("a.txt", "text", "", (), metadata=Metadata(issuer=issuer, place=place))
    assert document_province(document, IN_2022) == province


def test_the_decisions_of_members_say_which_phrase_they_come_from():
    first = match_bodies(["UBND các huyện"], IN_2022, province=LANG_SON)[0]
    assert isinstance(first, Matched)
    assert "UBND các huyện" in first.reasons[0]
