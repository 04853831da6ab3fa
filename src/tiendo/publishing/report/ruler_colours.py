"""The colours of the ruler on white paper; each can be told from its neighbours in grey."""

from __future__ import annotations

from collections.abc import Mapping

from tiendo.assessment.status import Status

TRACK, BAND, END_MARK, TICK = "#C9C4B8", "#DFDACE", "#17212B", "#17212B"
_WITHOUT_JUDGEMENT = "#7A838C"

_FILLS: Mapping[str, str] = {
    Status.REACHED: "#1E6F50",
    Status.WITHIN: "#1E6F50",
    Status.ON_PATH: "#2F8F83",
    Status.WATCH: "#B7791F",
    Status.BEHIND: "#B83A2E",
    Status.EXCEEDED: "#B83A2E",
}


def fill_of(status: str) -> str:
    """The colour in which the ruler is filled to what is reached; grey where nothing can be judged yet."""
    return _FILLS.get(status, _WITHOUT_JUDGEMENT)
