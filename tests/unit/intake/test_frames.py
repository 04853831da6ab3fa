from __future__ import annotations

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tiendo.intake.frames import BrokenFrame, framed, read_frame, unframed

MOST = 1000


@given(st.lists(st.binary(max_size=50), max_size=4))
def test_messages_come_back_one_by_one(messages):
    stream = io.BytesIO(b"".join(map(framed, messages)))
    assert [read_frame(stream, MOST) for _ in messages] == messages
    assert read_frame(stream, MOST) is None


@given(st.binary(max_size=50))
def test_a_message_is_there_when_its_last_byte_is(message):
    whole = framed(message)
    assert all(unframed(whole[:length], MOST) is None for length in range(len(whole)))
    assert unframed(whole, MOST) == message


@pytest.mark.parametrize("received", [b"x", b"\n", b"-1\n", b"2\nabc", b"1" * 30, b"1x"])
def test_bytes_that_cannot_become_a_message_are_refused_at_once(received):
    with pytest.raises(BrokenFrame) as refused:
        unframed(received, MOST)
    assert refused.value.length is None


@pytest.mark.parametrize("received", [b"x\n", b"12", b"5\nabc", b"1" * 30])
def test_a_stream_that_holds_no_whole_message_is_refused(received):
    with pytest.raises(BrokenFrame):
        read_frame(io.BytesIO(received), MOST)


def test_a_message_over_the_limit_is_refused_by_its_length():
    with pytest.raises(BrokenFrame) as refused:
        unframed(b"1001\n", MOST)
    assert refused.value.length == 1001
