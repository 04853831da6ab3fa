from __future__ import annotations

import pytest

from tests.unit.intake.observations.samples import HEADER, NOW, SOUND, load, standing, table
from tiendo.facts.errors import InvalidChange, NotPermitted
from tiendo.intake.observations import SOUND as SOUND_CODES
from tiendo.intake.observations.table import KEPT_OUTCOMES
from tiendo.ledger import files
from tiendo.ledger.actors import PUBLIC, Actor, GrantedRole
from tiendo.ledger.chain import head
from tiendo.ledger.models import Act, Observation, Role, Submission
from tiendo.ledger.proof import prove
from tiendo.ledger.stream import stream_chain

pytestmark = pytest.mark.django_db

TWO = table(SOUND, "grdp_growth,20,2024,-1.5,yes,,")
WRONG = table(SOUND, "fish,20,2024,1,,,", "grdp_growth,20,2024,1,,,")


def codes(outcome):
    return [one.code for one in outcome.rows]


def test_rows_are_recorded_with_their_place_in_the_submitted_text_and_the_chain_holds():
    outcome = load(TWO, agency="STC")
    assert (outcome.recorded, outcome.refused, codes(outcome)) == (2, 0, ["recorded", "recorded"])
    submission = Submission.objects.get()
    assert (submission.id, submission.agency, submission.territory) == (outcome.submission, "STC", "20")
    assert (submission.name, submission.rows) == ("so-lieu.csv", 2)
    assert files.path_of(submission.file).read_bytes() == TWO.encode()
    for one in Observation.objects.all():
        assert (one.submission, TWO[one.start : one.end]) == (submission.id, one.quote)
    assert standing() == {
        ("STC", "aquatic_output", "20", "2024", False, "12.50", None, False),
        ("STC", "grdp_growth", "20", "2024", False, "1.5", "decrease", True),
    }
    prove(stream_chain())


def test_the_unit_is_that_of_the_indicator():
    load(table("aquatic_output,20,2024,1500,,,tấn"))
    one = Observation.objects.get()
    assert (str(one.low), one.unit, one.unit_measure, one.unit_mult) == ("1.500", "nghìn tấn", "T", 3)
    assert (str(one.first_day), str(one.last_day)) == ("2024-01-01", "2024-12-31")


def test_the_same_table_twice_changes_nothing_at_all():
    load(TWO)
    before = head()
    outcome = load(TWO)
    assert (outcome.unchanged, outcome.recorded, outcome.corrected, outcome.submission) == (2, 0, 0, None)
    assert codes(outcome) == ["unchanged", "unchanged"]
    assert head() == before


def test_a_correction_supersedes_and_the_past_still_shows_what_was_known():
    load(TWO)
    past, before = head().entry, standing()
    outcome = load(TWO.replace("12.50", "12.60"))
    assert (outcome.corrected, outcome.unchanged) == (1, 1)
    assert standing(past) == before
    assert standing() - before == {(None, "aquatic_output", "20", "2024", False, "12.60", None, False)}
    assert len(standing()) == 2
    prove(stream_chain())


@pytest.mark.parametrize("again", ["12.5,,,", "12.50,yes,,", "12500,,,tấn"])
def test_more_digits_or_an_estimate_say_something_else(again):
    load(table(SOUND))
    assert load(table(f"aquatic_output,20,2024,{again}")).corrected == 1


def test_a_sign_says_something_else():
    load(table("grdp_growth,20,2024,-1.5,,,"))
    assert load(table("grdp_growth,20,2024,1.5,,,")).corrected == 1
    assert {one[6] for one in standing()} == {"increase"}


def test_the_figures_of_other_agencies_are_not_touched():
    load(table(SOUND), agency="STC")
    assert load(table(SOUND.replace("12.50", "13")), agency="SNNPTNT").recorded == 1
    assert load(table(SOUND.replace("12.50", "14"))).recorded == 1
    assert load(table(SOUND), agency="STC").unchanged == 1
    assert len(standing()) == 3


def test_one_refused_row_keeps_all_others_out():
    before = head()
    outcome = load(WRONG)
    assert (outcome.refused, outcome.held_back, outcome.recorded) == (1, 2, 0)
    assert codes(outcome) == ["held-back", "unknown-indicator", "held-back"]
    assert head() == before


def test_with_partial_the_sound_rows_are_recorded():
    outcome = load(WRONG, all_or_nothing=False)
    assert (outcome.refused, outcome.recorded) == (1, 2)
    assert codes(outcome) == ["recorded", "unknown-indicator", "recorded"]
    assert Submission.objects.get().rows == 3


def test_a_dry_run_says_what_would_become_of_every_row_and_leaves_nothing():
    load(table(SOUND))
    before = head()
    kept = set(files.files_folder().rglob("*"))
    outcome = load(TWO.replace("12.50", "99"), rehearsal=True)
    assert codes(outcome) == ["corrected", "recorded"]
    assert outcome.submission is None
    assert (head(), set(files.files_folder().rglob("*"))) == (before, kept)


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "file-empty"),
        (b"\n\n", "file-empty"),
        (HEADER.encode(), "file-empty"),
        (b"\xef\xbb\xbf" + HEADER.encode() + b"\r\n", "file-empty"),
        (TWO.encode("utf-16"), "not-utf8"),
        (table("aquatic_output,20,2024,1,,,tấn").encode("cp1258", "replace") + b"\xff", "not-utf8"),
        (b"PK\x03\x04 a workbook", "header-unknown"),
        (b"\x00" * 100, "header-unknown"),
        (b'"indicator', "wrong-quotes"),
        (table(SOUND).encode() * 2, "header-unknown"),
    ],
)
def test_a_file_that_is_no_table_of_results_has_one_outcome(content, code):
    outcome = load(content)
    if code != "header-unknown" or b"PK" in content or b"\0" in content:
        assert codes(outcome) == [code]
    assert outcome.refused >= 1
    assert outcome.recorded == 0
    for one in outcome.rows:
        assert one.sentence("vi") != one.sentence("en")


@pytest.mark.parametrize("row", [SOUND, "fish,20,2024,1,,,", ""])
def test_a_table_of_too_many_rows_is_refused_whatever_they_say(row, monkeypatch):
    monkeypatch.setattr("tiendo.intake.observations.table._LAST_ROW", 11)
    assert codes(load(table(*[row] * 11))) == ["too-many-rows"]


def test_pairs_of_territory_and_period_are_bounded(monkeypatch):
    monkeypatch.setattr("tiendo.intake.observations.places.MOST_PLACES", 2)
    rows = [f"aquatic_output,20,{year},1,,," for year in (2020, 2021, 2022)]
    assert codes(load(table(*rows))) == ["held-back", "held-back", "too-many-places"]


def test_a_file_over_the_limit_is_refused_before_it_is_read():
    assert codes(load(TWO, largest=10)) == ["file-too-large"]


def test_a_byte_order_mark_is_no_part_of_the_text():
    load(b"\xef\xbb\xbf" + TWO.encode())
    assert {TWO[one.start : one.end] for one in Observation.objects.all()} == {"12.50", "-1.5"}


def test_of_a_large_table_only_refusals_are_told_and_all_are_counted():
    wrong = ["fish,20,2024,1,,,"] * (KEPT_OUTCOMES + 5)
    outcome = load(table(SOUND, *wrong), all_or_nothing=False)
    assert (outcome.recorded, outcome.refused, len(outcome.rows)) == (1, KEPT_OUTCOMES + 5, KEPT_OUTCOMES)
    assert SOUND_CODES.isdisjoint(codes(outcome))


def test_an_agency_that_nobody_knows_is_refused():
    with pytest.raises(InvalidChange, match="'XYZ'"):
        load(TWO, agency="XYZ")


def actor(role, agency=None, territory=None):
    return Actor("mau", (GrantedRole(role, agency, territory),))


@pytest.mark.parametrize(
    ("by", "agency", "may"),
    [
        (PUBLIC, "STC", False),
        (actor(Role.REPORTER, "STC"), "STC", True),
        (actor(Role.REPORTER, "STC"), "SNNPTNT", False),
        (actor(Role.REPORTER, "STC"), None, False),
        (actor(Role.REPORTER, "STC", "20"), "STC", True),
        (actor(Role.REPORTER, "STC", "183"), "STC", False),
        (actor(Role.OFFICER), None, True),
        (actor(Role.OFFICER, None, "20"), "STC", True),
        (actor(Role.OFFICER, None, "183"), "STC", False),
        (actor(Role.APPROVER, None, "20"), "STC", True),
        (actor(Role.ADMINISTRATOR), "STC", True),
    ],
)
def test_who_may_report_for_whom_and_where(by, agency, may):
    rows = table("aquatic_output,183,2024,1,,,", SOUND)
    before = head()
    if may:
        assert load(rows, agency=agency, by=by).recorded == 2
        assert Act.objects.latest("number").by == by.name
    else:
        with pytest.raises(NotPermitted):
            load(rows, agency=agency, by=by)
        assert head() == before


def test_the_moment_of_the_load_decides_which_periods_are_over():
    assert codes(load(table("aquatic_output,20,2026,1,,,"), at=NOW.replace(year=2027))) == ["recorded"]
