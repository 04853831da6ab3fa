from __future__ import annotations

from dataclasses import replace

from tiendo.catalogue import load_catalogue
from tiendo.catalogue.extension import NOTHING_TAUGHT, TaughtNames, extended
from tiendo.facts.decisions import Matched, Unknown
from tiendo.facts.quantity import Unit
from tiendo.matching import match_indicator

KNOWN = load_catalogue()
LEARNED = "Độ phủ xanh trên cạn"


def answer(name, catalogue):
    return match_indicator(name, catalogue=catalogue, unit=Unit("PT"))


def test_a_taught_name_is_found_in_the_extended_catalogue_and_not_in_the_one_before():
    taught = extended(KNOWN, TaughtNames({"forest_cover": (LEARNED,)}))
    assert isinstance(answer(LEARNED, KNOWN), Unknown)
    assert isinstance(answer(LEARNED, taught), Matched)
    # The index of names is remembered for each catalogue: asking one must not answer for the other.
    assert isinstance(answer(LEARNED, KNOWN), Unknown)
    assert answer(LEARNED, taught).code == "forest_cover"


def test_the_names_that_the_product_knows_stay():
    taught = extended(KNOWN, TaughtNames({"forest_cover": (LEARNED,)}))
    assert answer("Tỷ lệ che phủ rừng", taught) == answer("Tỷ lệ che phủ rừng", KNOWN)
    assert taught.sectors == KNOWN.sectors


def test_a_name_that_is_there_already_is_not_there_twice():
    name = KNOWN["budget_revenue"].aliases[0]
    taught = extended(KNOWN, TaughtNames({"budget_revenue": (name, LEARNED, LEARNED)}))
    assert taught["budget_revenue"].aliases == (*KNOWN["budget_revenue"].aliases, LEARNED)


def test_an_indicator_that_people_made_is_found_with_the_names_that_it_was_taught():
    made = replace(
        KNOWN["forest_cover"], id="green_cover", names=replace(KNOWN["forest_cover"].names, vi="Độ xanh tán")
    )
    taught = extended(KNOWN, TaughtNames({"green_cover": (LEARNED,)}, (made,)))
    assert answer("Độ xanh tán", taught).code == "green_cover"
    assert answer(LEARNED, taught).code == "green_cover"
    assert list(taught.indicators)[-1] == "green_cover"


def test_an_indicator_of_the_product_that_people_changed_stands_in_its_place():
    changed = replace(KNOWN["forest_cover"], owner="Sở Nông nghiệp và Môi trường")
    taught = extended(KNOWN, TaughtNames(indicators=(changed,)))
    assert taught["forest_cover"].owner == "Sở Nông nghiệp và Môi trường"
    assert list(taught.indicators) == list(KNOWN.indicators)


def test_names_of_an_indicator_that_is_gone_are_left_out():
    assert list(extended(KNOWN, TaughtNames({"gone": (LEARNED,)}))) == list(KNOWN)


def test_where_nothing_is_taught_the_catalogue_stays_the_same_one():
    assert extended(KNOWN, NOTHING_TAUGHT) is KNOWN
