"""Writes a stretch of the text into an element, with the marks in it; what XML cannot hold becomes a visible sign."""

from __future__ import annotations

import heapq
import re
from bisect import bisect_left
from collections.abc import Sequence
from itertools import accumulate

from lxml import etree

from tiendo.publishing.akoma_ntoso.marks import Mark
from tiendo.publishing.akoma_ntoso.numbering import Addresses

NAMESPACE = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"

_NO_XML = re.compile("[\x00-\x08\x0b\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_REPLACED = "\N{REPLACEMENT CHARACTER}"


def clean(text: str) -> str:
    """The text as XML can hold it, of the same length: what is not allowed is replaced, a page break is a blank."""
    return _NO_XML.sub(_REPLACED, text.replace("\x0c", " "))


def top(name: str, namespace: str) -> etree._Element:
    """An element with nothing above it, which makes its namespace the usual one."""
    return etree.fromstring(f'<{name} xmlns="{namespace}"/>')


def add(parent: etree._Element, element: str, /, **attributes: str) -> etree._Element:
    """A new element of the standard below another."""
    return etree.SubElement(
        parent, f"{{{NAMESPACE}}}{element}", {key: clean(value) for key, value in attributes.items()}
    )


class Words:
    """The words of a document. `places` tells where each fact was marked first, by its root."""

    def __init__(self, text: str, marks: Sequence[Mark], addresses: Addresses) -> None:
        self.text = clean(text)
        self.addresses = addresses
        self.places: dict[int, str] = {}
        self._marks = sorted(marks, key=_outermost_first)
        # The furthest end of all marks up to each: how far back one may still reach.
        self._reach = list(accumulate((one.end for one in self._marks), max))

    def trimmed(self, start: int, end: int) -> tuple[int, int]:
        """A stretch without white space at its ends."""
        words = self.text[start:end]
        begin = start + len(words) - len(words.lstrip())
        return begin, max(begin, start + len(words.rstrip()))

    def write(self, element: etree._Element, start: int, end: int, address: str) -> None:
        """The words from `start` to `end` into an element that is empty; marks get addresses below `address`.

        A mark that reaches out of another one, or of the stretch, is cut there and goes on behind.
        """
        start, end = self.trimmed(start, end)
        waiting = [(*_outermost_first(one)[:3], number, one) for number, one in enumerate(self._touching(start, end))]
        heapq.heapify(waiting)
        open_marks: list[tuple[int, etree._Element]] = [(end, element)]
        place = start
        while waiting:
            begin, _, _, number, mark = heapq.heappop(waiting)
            begin = max(begin, start)
            while open_marks[-1][0] <= begin:
                place = self._text(open_marks.pop(), place)
            place = self._text((begin, open_marks[-1][1]), place)
            limit = min(mark.end, open_marks[-1][0])
            if limit < mark.end and limit < end:
                heapq.heappush(waiting, (limit, -mark.end, mark.rank, number, mark))
            if limit > begin:
                open_marks.append((limit, self._open(open_marks[-1][1], mark, address)))
        while open_marks:
            place = self._text(open_marks.pop(), place)

    def _touching(self, start: int, end: int) -> list[Mark]:
        last = bisect_left(self._marks, end, key=lambda one: one.start)
        found: list[Mark] = []
        while last and self._reach[last - 1] > start:
            last -= 1
            if self._marks[last].end > start:
                found.append(self._marks[last])
        return found[::-1]

    def _text(self, opened: tuple[int, etree._Element], place: int) -> int:
        """The words up to the end of an open mark, behind what it holds already."""
        end, element = opened
        if end <= place:
            return place
        words = self.text[place:end]
        if len(element):
            element[-1].tail = (element[-1].tail or "") + words
        else:
            element.text = (element.text or "") + words
        return end

    def _open(self, parent: etree._Element, mark: Mark, address: str) -> etree._Element:
        made = etree.SubElement(parent, f"{{{NAMESPACE}}}{mark.element}")
        attributes = dict(mark.attributes)
        if mark.fact is not None:
            if mark.fact in self.places:
                attributes.pop("GUID", None)
                attributes["class"] = f"{attributes.get('class', '')} continued".strip()
            else:
                made.set("eId", self.addresses.address(mark.element, address))
                self.places[mark.fact] = made.get("eId") or ""
        for name, value in attributes.items():
            made.set(name, clean(value))
        return made


def _outermost_first(mark: Mark) -> tuple[int, int, int]:
    return mark.start, -mark.end, mark.rank
