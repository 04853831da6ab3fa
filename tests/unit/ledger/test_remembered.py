from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tiendo.ledger.remembered import Remembered


def squares(asked):
    def make(missing):
        asked.append(missing)
        return [number * number for number in missing]

    return make


def test_what_is_known_is_not_asked_for_again():
    asked = []
    memory = Remembered(10)
    assert memory.of([3, 1, 3], squares(asked)) == [9, 1, 9]
    assert memory.of([1, 2], squares(asked)) == [1, 4]
    assert asked == [[3, 1], [2]]


def test_what_was_not_asked_for_longest_is_forgotten_first():
    asked = []
    memory = Remembered(2)
    for keys in ([1], [2], [1], [3], [1], [2]):
        memory.of(keys, squares(asked))
    assert asked == [[1], [2], [3], [2]]


def test_more_than_fits_is_answered_all_the_same():
    assert Remembered(2).of(list(range(5)), squares([])) == [0, 1, 4, 9, 16]


@given(st.lists(st.lists(st.integers(0, 9), max_size=6), max_size=12), st.integers(1, 5))
def test_the_answer_is_that_of_making_everything_anew(questions, most):
    memory = Remembered(most)
    for keys in questions:
        assert memory.of(keys, squares([])) == [key * key for key in keys]
