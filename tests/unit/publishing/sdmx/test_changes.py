"""What a copy that is kept up to date has to take in and to drop."""

from hypothesis import given
from hypothesis import strategies as st

from tests.unit.publishing.sdmx.samples import published, stated
from tiendo.publishing.sdmx.changes import changes
from tiendo.publishing.sdmx.definition import COLUMNS, PLACE_OF
from tiendo.publishing.sdmx.observations import ACTION, Action

KEY = PLACE_OF["TIME_PERIOD"] + 1


def told(before, after):
    return [(one[ACTION], one[PLACE_OF["TIME_PERIOD"]], one[PLACE_OF["OBS_VALUE"]]) for one in changes(before, after)]


def test_what_stayed_the_same_is_not_told():
    assert told(published(stated()), published(stated())) == []


def test_what_is_new_or_corrected_is_put_in_place():
    before = published(stated("1", period="2021"))
    after = published(stated("2", period="2021"), stated("3", period="2022", record=2))

    assert told(before, after) == [("R", "2021", "2"), ("R", "2022", "3")]


def test_what_moved_to_another_period_is_gone_where_it_was():
    assert told(published(stated(period="2021")), published(stated(period="2022"))) == [
        ("R", "2022", "2202.4"),
        ("D", "2021", "2202.4"),
    ]


rows = st.lists(
    st.builds(
        stated,
        st.sampled_from(["1", "2"]),
        record=st.integers(1, 50),
        period=st.sampled_from(["2021", "2022", "2022-Q1"]),
        territory=st.sampled_from(["20", "178"]),
        cumulative=st.booleans(),
    ),
    max_size=8,
)


@given(rows, rows)
def test_a_copy_that_takes_the_changes_in_is_what_is_there_now(first, then):
    before, after = published(*first), published(*then)

    copy = {one[:KEY]: one for one in before}
    for one in changes(before, after):
        if one[ACTION] == Action.DELETE:
            del copy[one[:KEY]]
        else:
            copy[one[:KEY]] = one

    assert {one[: len(COLUMNS)] for one in copy.values()} == {one[: len(COLUMNS)] for one in after}
