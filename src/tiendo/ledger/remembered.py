"""Keeps what was made of entries of the record: an entry never changes, so neither does what follows from it."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable, Iterable, Sequence
from threading import Lock
from typing import Generic, TypeVar

Key = TypeVar("Key", bound=Hashable)
Value = TypeVar("Value")


class Remembered(Generic[Key, Value]):
    """A bounded memory that forgets what was not asked for longest. Keys name their content: digests, not numbers."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._held: OrderedDict[Key, Value] = OrderedDict()
        self._lock = Lock()

    def of(self, keys: Sequence[Key], make: Callable[[list[Key]], Iterable[Value]]) -> list[Value]:
        """The values of the keys, in their order; `make` is asked once for all that are missing, in their order."""
        with self._lock:
            found = {key: self._held[key] for key in keys if key in self._held}
            if len(self._held) > self._most // 2:  # with room to spare nothing is forgotten, and order costs time
                for key in found:
                    self._held.move_to_end(key)
        missing = [key for key in dict.fromkeys(keys) if key not in found]
        if missing:
            made = dict(zip(missing, make(missing), strict=True))
            found |= made
            with self._lock:
                self._held.update(made)
                while len(self._held) > self._most:
                    self._held.popitem(last=False)
        return [found[key] for key in keys]
