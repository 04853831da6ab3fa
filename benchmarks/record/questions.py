"""How long the record takes to answer: scoreboards and histories, of now and of a past moment.

`python -m benchmarks.record.questions` asks the record that the environment names, and prints milliseconds as JSON.
"""

from __future__ import annotations

import json
import statistics
import sys
import time
from collections.abc import Callable

_TIMES = 15
_PROVINCE = "20"
_PERIOD = "2025-Q1"
_INDICATOR = "budget_revenue"


def main() -> dict[str, float]:
    """Milliseconds for each question, the median of some times where it is asked more than once."""
    from tiendo.config.start import start_django

    start_django()
    from tiendo.facts.period import Period
    from tiendo.ledger.actors import OPERATOR
    from tiendo.ledger.chain import head
    from tiendo.ledger.models import Act
    from tiendo.ledger.selectors import board
    from tiendo.ledger.selectors.measured import history
    from tiendo.ledger.selectors.viewing import Viewer, known_until

    now = head().entry
    acts = Act.objects.order_by("-number").values_list("last_entry", flat=True)
    past = acts[1]
    period, viewer = Period.parse(_PERIOD), Viewer(OPERATOR)

    def scoreboard(horizon: int) -> Callable[[], object]:
        def ask() -> object:
            board._board.cache_clear()  # as after an act that changes nothing of it
            return board.board_at(period, territory=_PROVINCE, horizon=horizon)

        return ask

    def again() -> object:
        return board.board_at(period, territory=_PROVINCE, horizon=now)

    def values(horizon: int) -> Callable[[], object]:
        return lambda: history(_INDICATOR, _PROVINCE, viewer, known_until(horizon))

    return {
        "first": _milliseconds(scoreboard(now), 1),
        "board": _milliseconds(scoreboard(now), _TIMES),
        "board as of": _milliseconds(scoreboard(past), _TIMES),
        "board again": _milliseconds(again, _TIMES),
        "history": _milliseconds(values(now), _TIMES),
        "history as of": _milliseconds(values(past), _TIMES),
    }


def _milliseconds(ask: Callable[[], object], times: int) -> float:
    taken = []
    for _ in range(times):
        begin = time.perf_counter()
        ask()
        taken.append(time.perf_counter() - begin)
    return statistics.median(taken) * 1000


if __name__ == "__main__":
    json.dump(main(), sys.stdout)
