"""Counts the results that stand in the record and proves its chain: `python -m benchmarks.record.counted`."""

from __future__ import annotations

import json
import sys
import time


def main() -> dict[str, float]:
    """How many results there are, and the seconds that the proof takes; raises where the chain does not hold."""
    from tiendo.config.start import start_django

    start_django()
    from tiendo.ledger.models import Observation
    from tiendo.ledger.proof import prove
    from tiendo.ledger.stream import stream_chain

    begin = time.perf_counter()
    prove(stream_chain())
    return {"seconds": time.perf_counter() - begin, "observations": Observation.objects.count()}


if __name__ == "__main__":
    json.dump(main(), sys.stdout)
