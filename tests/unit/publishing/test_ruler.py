"""The ruler: one layout for characters and for the drawing."""

from __future__ import annotations

import xml.etree.ElementTree as ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.unit.publishing.sample import board
from tiendo.publishing.ruler import END, Palette, Ruler, as_characters, as_svg, lay_out

WIDTH = 20
SHARES = st.floats(0, 1, allow_nan=False)
RULERS = st.builds(
    Ruler,
    reached=st.none() | SHARES,
    expected=st.none() | SHARES,
    band=st.none() | st.tuples(SHARES, SHARES).map(lambda ends: (min(ends), max(ends))),
    overflows=st.booleans(),
)
PALETTE = Palette(line="#ddd", fill="#2F8F83", tick="#17212B", end="#5B6773", band="#D5E7E3")


@pytest.mark.parametrize(
    ("ruler", "drawn"),
    [
        (Ruler(), "─────────────────┤  "),
        (Ruler(reached=0.25, expected=0.22), "━━━━╋────────────┤  "),
        (Ruler(reached=0.19, expected=0.22), "━━━━┼────────────┤  "),
        (Ruler(reached=0.1, expected=0.22), "━━──┼────────────┤  "),
        (Ruler(reached=0.75, band=(END, 0.97)), "━━━━━━━━━━━━━━━──┤░░"),
        (Ruler(reached=0.88), "━━━━━━━━━━━━━━━━━┫  "),
        (Ruler(reached=1.0, overflows=True), "━━━━━━━━━━━━━━━━━┫━▸"),
        (Ruler(reached=0.0), "─────────────────┤  "),
    ],
)
def test_the_ruler_in_characters(ruler: Ruler, drawn: str) -> None:
    assert as_characters(ruler, WIDTH) == drawn


@given(RULERS, st.integers(8, 60))
def test_the_characters_fill_the_width_and_never_put_the_result_on_the_wrong_side(ruler: Ruler, width: int) -> None:
    drawn = as_characters(ruler, width)
    assert len(drawn) == width
    if ruler.reached is not None and ruler.expected is not None and not ruler.overflows:
        assert ("╋" in drawn) == (ruler.reached >= ruler.expected)


@given(RULERS)
def test_the_drawing_is_well_formed_and_stays_inside(ruler: Ruler) -> None:
    group = ElementTree.fromstring(as_svg(ruler, x=100, y=20, width=200, palette=PALETTE, label='a < b & "c"'))
    assert group.attrib["aria-label"] == 'a < b & "c"'
    positions = [float(line.attrib[name]) for line in group.iter("line") for name in ("x1", "x2")]
    assert all(100 <= position <= 300 for position in positions)


def test_the_sample_rows_lie_where_the_figures_say() -> None:
    rulers = {row.indicator.id: lay_out(row) for row in board().rows}
    revenue = rulers["revenue"]
    assert revenue.reached == pytest.approx(2202.4 / 7850 * END)
    assert revenue.expected == pytest.approx(0.25 * END)
    assert rulers["exports_growth"].expected is None
    assert rulers["exports_growth"].band == pytest.approx((END, 10 / 9 * END))
    assert rulers["grdp"].reached is None
    assert rulers["grdp"].band == pytest.approx((END, 7.5 / 7 * END))
