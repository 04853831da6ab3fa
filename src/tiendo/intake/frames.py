"""How two processes tell where a message ends: its length in digits, a line end, its bytes."""

from __future__ import annotations

from typing import BinaryIO

LONGEST_HEADER = 20  # digits of any length in memory, and the line end


class BrokenFrame(Exception):
    """Bytes that are no message, or one that is longer than is taken (`length`)."""

    def __init__(self, length: int | None = None) -> None:
        super().__init__(length)
        self.length = length


def framed(message: bytes) -> bytes:
    """The message with its length before it."""
    return b"%d\n%b" % (len(message), message)


def unframed(received: bytes | bytearray, most: int) -> bytes | None:
    """The message, `None` while it is not yet complete; `BrokenFrame` where it cannot become one."""
    end = received.find(b"\n", 0, LONGEST_HEADER)
    if end < 0:
        if len(received) >= LONGEST_HEADER or not (received.isdigit() or not received):
            raise BrokenFrame
        return None
    length = _length(bytes(received[:end]), most)
    got = len(received) - end - 1
    if got > length:
        raise BrokenFrame
    return bytes(received[end + 1 :]) if got == length else None


def read_frame(stream: BinaryIO, most: int) -> bytes | None:
    """The next message of a stream that waits, `None` at its end; raises `BrokenFrame`."""
    header = stream.readline(LONGEST_HEADER)
    if not header:
        return None
    if not header.endswith(b"\n"):
        raise BrokenFrame
    length = _length(header[:-1], most)
    message = stream.read(length)
    if len(message) < length:
        raise BrokenFrame
    return message


def _length(header: bytes, most: int) -> int:
    if not header.isdigit():
        raise BrokenFrame
    if int(header) > most:
        raise BrokenFrame(int(header))
    return int(header)
