from __future__ import annotations

import pytest

from tiendo.ledger.selectors.spans import MOST_SPANS, Span, overlap, without

WHOLE = Span(1, 100)


@pytest.mark.parametrize(
    ("hidden", "left"),
    [
        ([], [(1, 100)]),
        ([(1, 100)], []),
        ([(1, 9)], [(10, 100)]),
        ([(90, 200)], [(1, 89)]),
        ([(10, 20), (15, 30)], [(1, 9), (31, 100)]),
        ([(10, 20), (21, 30)], [(1, 9), (31, 100)]),
        ([(30, 40), (10, 20)], [(1, 9), (21, 29), (41, 100)]),
    ],
)
def test_what_is_hidden_is_left_out(hidden, left):
    assert list(without(WHOLE, [Span(*one) for one in hidden])) == [Span(*one) for one in left]


def test_of_many_gaps_the_widest_are_left_out():
    hidden = [Span(10 * number, 10 * number + number % 7) for number in range(1, 100)]
    left = without(Span(1, 10_000), hidden)
    assert len(left) <= MOST_SPANS
    seen = {number for span in left for number in range(span.first, span.last + 1)}
    wanted = set(range(1, 10_001)) - {number for span in hidden for number in range(span.first, span.last + 1)}
    assert wanted <= seen


def test_two_lists_of_spans_overlap_where_both_are():
    assert overlap([Span(1, 10), Span(20, 30)], [Span(5, 25)]) == (Span(5, 10), Span(20, 25))
    assert overlap([Span(1, 10)], [Span(11, 20)]) == ()
