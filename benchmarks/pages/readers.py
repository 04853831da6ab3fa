"""Fifty readers who look at a page before they ask for the next, as people do."""

from __future__ import annotations

import http.client
import random
import threading
import time
from collections import Counter, defaultdict
from collections.abc import Mapping
from http import HTTPStatus
from urllib.parse import urlsplit

from benchmarks.pages.addresses import Addresses
from benchmarks.pages.asked import Times

READERS = 50
_THINKING = (1.0, 3.0)  # seconds between an answer and the next question
_HEADERS = {"Accept": "text/html", "Accept-Encoding": "gzip"}
_PATIENCE = 30  # seconds


class Reader:
    """Asks over one connection, which it opens again when the server has closed it."""

    def __init__(self, address: str) -> None:
        self._connection = http.client.HTTPConnection(urlsplit(address).netloc, timeout=_PATIENCE)

    def ask(self, path: str) -> tuple[float, bool]:
        """The milliseconds until the whole answer was there, and whether it was a success."""
        begin = time.perf_counter()
        try:
            status = self._status(path)
        except (http.client.RemoteDisconnected, ConnectionError):
            # The server closes connections that were idle; a browser asks again, and so the time runs on.
            self._connection.close()
            status = self._status(path)
        return (time.perf_counter() - begin) * 1000, status == HTTPStatus.OK

    def close(self) -> None:
        """End the connection."""
        self._connection.close()

    def _status(self, path: str) -> int:
        self._connection.request("GET", path, headers=_HEADERS)
        answer = self._connection.getresponse()
        answer.read()
        return answer.status


def readers(address: str, addresses: Addresses, mix: Mapping[str, int], seconds: int) -> dict[str, Times]:
    """How long each kind of page took while fifty readers asked for the mix for so many seconds."""
    took: dict[str, list[float]] = defaultdict(list)
    failed: Counter[str] = Counter()
    end = time.monotonic() + seconds

    def read(number: int) -> None:
        chance = random.Random(number)
        reader = Reader(address)
        time.sleep(chance.uniform(0, _THINKING[1]))  # nobody begins at the same moment
        while time.monotonic() < end:
            kind = chance.choices(list(mix), list(mix.values()))[0]
            milliseconds, success = reader.ask(chance.choice(addresses[kind]))
            took[kind].append(milliseconds)
            failed[kind] += not success
            time.sleep(chance.uniform(*_THINKING))
        reader.close()

    people = [threading.Thread(target=read, args=(number,)) for number in range(READERS)]
    for one in people:
        one.start()
    for one in people:
        one.join()
    return {kind: Times.of(took[kind], failed[kind], seconds) for kind in mix}
