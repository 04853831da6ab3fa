"""Bad files are named after their fault; each brings one sentence that names the file and the key."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tiendo.catalogue import DATA_FOLDER, problems, read_catalogue
from tiendo.facts.errors import ReferenceDataError

HERE = Path(__file__).parent
GOOD = HERE / "good"
WHOLE_FILE = "(tệp)"

FAULTS = [
    ("unknown_key", "colour", "unknown key"),
    ("missing_field", "owner", "required key is missing"),
    ("missing_translation", "definition.en", "required key is missing"),
    ("empty_name", "names.vi", "a text that is not empty"),
    ("unknown_semantics", "semantics", "'stream' is not one of: flow"),
    ("bad_unit_code", "unit.measure", "unit code"),
    ("multiplier_in_words", "unit.multiplier", "an integer, not 'nine'"),
    ("growth_in_money", "unit.measure", "a growth is not measured in VND"),
    ("flow_in_percent", "unit.measure", "a flow is not measured in PT"),
    ("rank_in_points", "unit.measure", "a rank is not measured in DIEM"),
    ("flow_in_a_composition", "part_of.kind", "only a composition_part"),
    ("id_is_not_the_file", "id", "'fees' must be the name of the file"),
    ("dangling_variant", "variant_of", "no other indicator 'nothing'"),
    ("variant_of_a_variant", "variant_of", "name its base 'tax'"),
    ("dangling_part", "part_of.id", "no other indicator 'nothing'"),
    ("dangling_confusion", "not_to_be_confused_with[0].id", "no other indicator 'nothing'"),
    ("part_of_itself", "part_of.id", "no other indicator 'part_of_itself'"),
    ("with_alias_of_another", "aliases[0]", "already belongs to 'tax'"),
    ("alias_spelt_twice", "aliases[1]", "the two spellings are one"),
    ("near_alias_without_warning", "near_aliases[0].warning", "required key is missing"),
    ("aliases_are_no_list", "aliases", "a list of texts"),
    ("flag_in_words", "percent_of_plan", "true or false"),
    ("break_without_year", "definition_breaks[0].year", "an integer, not 'lâu rồi'"),
    ("key_twice", WHOLE_FILE, "'owner' stands twice"),
    ("no_yaml", WHOLE_FILE, "bad YAML on line"),
    ("empty", WHOLE_FILE, "the file is empty"),
    ("a_list", WHOLE_FILE, "key: value pairs"),
]
FIRST_PROBLEM_STOPS_LOADING = ("unknown_key", "missing_field", "key_twice", "no_yaml", "empty")


@pytest.fixture
def folder_with(tmp_path):
    def build(fault: str) -> Path:
        shutil.copytree(GOOD, tmp_path / "catalogue")
        shutil.copy(HERE / "bad" / f"{fault}.yaml", tmp_path / "catalogue" / "budget" / f"{fault}.yaml")
        return tmp_path / "catalogue"

    return build


def test_the_catalogue_of_the_product_is_sound():
    assert [problem.sentence("en") for problem in problems(DATA_FOLDER)] == []


def test_the_good_example_is_sound():
    assert problems(GOOD) == []


@pytest.mark.parametrize(("fault", "key", "words"), FAULTS)
def test_a_fault_is_named_with_its_file_and_key(folder_with, fault, key, words):
    [problem] = problems(folder_with(fault))
    assert (problem.place, problem.key) == (f"budget/{fault}.yaml", key)
    assert words in problem.en
    assert problem.sentence("en").startswith(f"budget/{fault}.yaml: {key}: ")
    assert problem.sentence("vi") != problem.sentence("en")


def test_a_file_in_the_wrong_folder_and_of_no_sector_is_told_both(folder_with):
    found = problems(folder_with("sector_is_not_the_folder"))
    assert [problem.key for problem in found] == ["sector", "sector"]
    assert "the name of the folder" in found[0].en
    assert "not in sectors.yaml" in found[1].en


def test_every_bad_example_is_tested():
    tested = {fault for fault, _, _ in FAULTS} | {"sector_is_not_the_folder"}
    assert {path.stem for path in (HERE / "bad").glob("*.yaml")} == tested


@pytest.mark.parametrize("fault", FIRST_PROBLEM_STOPS_LOADING)
def test_a_catalogue_with_a_bad_file_does_not_load(folder_with, fault):
    with pytest.raises(ReferenceDataError, match=f"budget/{fault}.yaml"):
        read_catalogue(folder_with(fault))


def test_a_missing_list_of_sectors_is_told(tmp_path):
    [problem] = problems(tmp_path)
    assert problem.place.endswith("/sectors.yaml")
    assert "cannot be read" in problem.en
