from __future__ import annotations

from datetime import date

import pytest

from tests.unit.catalogue.test_validation import GOOD
from tiendo.catalogue import Direction, PartKind, Semantics, load_catalogue, read_catalogue
from tiendo.facts.errors import LookupRefused
from tiendo.facts.quantity import Unit
from tiendo.reference import agency_name
from tiendo.reference.units import read_unit

FEWEST = 90
CATALOGUE = load_catalogue()
A_DAY_OF_THE_PLAN = date(2022, 3, 31)


def test_the_catalogue_covers_a_province():
    assert len(CATALOGUE) >= FEWEST
    assert {indicator.sector for indicator in CATALOGUE} == {sector.id for sector in CATALOGUE.sectors}


def test_every_key_of_a_file_arrives_in_the_indicator():
    tax = read_catalogue(GOOD)["tax"]
    assert tax.names.sentence("en") == "Tax revenue"
    assert tax.measured_in.unit == Unit("VND", 9)
    assert tax.also_measured_in[0].unit == Unit("USD", 6)
    assert (tax.semantics, tax.direction) == (Semantics.FLOW, Direction.UP)
    assert tax.near_aliases[0].warning.sentence("vi") == "Gồm cả phí."
    assert tax.context_names[0].context == ("ngành thuế",)
    assert tax.definition_breaks[0].year == 2020
    assert tax.not_to_be_confused_with[0].id == "tax_growth"
    assert (tax.owner, tax.statistical_code) == ("CTHUE", "T0001")


def test_level_and_growth_are_counterparts():
    assert CATALOGUE.counterparts("local_goods_exports") == ("local_goods_exports_growth",)
    assert CATALOGUE["local_goods_exports_growth"].family == "local_goods_exports"


def test_count_increment_and_share_are_counterparts():
    assert set(CATALOGUE.counterparts("ntm_communes")) == {"ntm_communes_new", "ntm_communes_share"}


def test_the_shares_of_grdp_are_parts_of_one_composition():
    parts = CATALOGUE.parts("grdp_structure")
    assert set(parts) == {"share_agriculture", "share_industry", "share_services", "share_product_tax"}
    assert all(CATALOGUE[part].part_of.kind is PartKind.COMPOSITION for part in parts)


def test_a_budget_expenditure_is_a_ceiling():
    assert CATALOGUE["budget_expenditure"].semantics is Semantics.CEILING


def test_an_unknown_id_is_refused_with_advice():
    with pytest.raises(LookupRefused, match=r"no indicator 'forest'.*catalogue show"):
        CATALOGUE["forest"]


@pytest.mark.parametrize("indicator", list(CATALOGUE), ids=lambda indicator: indicator.id)
def test_an_indicator_is_owned_by_a_listed_body_and_printed_in_its_unit(indicator):
    assert agency_name(indicator.owner, A_DAY_OF_THE_PLAN), f"{indicator.owner} is no code of the list of agencies"
    for measured in (indicator.measured_in, *indicator.also_measured_in):
        assert read_unit(measured.written) == measured.unit, f"{measured.written} is not read as {measured.unit}"


@pytest.mark.parametrize(
    "pair",
    [("ntm_communes", "ntm_advanced_communes"), ("commune_road_paved", "village_road_paved"),
     ("budget_revenue", "budget_expenditure"), ("territory_exports", "territory_imports")],
)  # fmt: skip
def test_dangerous_neighbours_warn_of_each_other(pair):
    one, other = pair
    assert other in {confusion.id for confusion in CATALOGUE[one].not_to_be_confused_with}
    assert one in {confusion.id for confusion in CATALOGUE[other].not_to_be_confused_with}
