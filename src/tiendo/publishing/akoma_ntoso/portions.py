"""Which provision of a cited document is meant: "khoản 2 Điều 5 Nghị quyết số …" names one before the number."""

from __future__ import annotations

import re

from tiendo.facts.wording import Wording

PORTIONS = Wording(
    "Điều, khoản, điểm đứng ngay trước tên văn bản được trích dẫn thì trích dẫn chỉ tới đúng điều, khoản, điểm đó.",
    "An article, paragraph and point that stand right before a cited document make the citation lead to them.",
)

_LONGEST = 80  # characters: "điểm đ khoản 12 Điều 123 của " takes thirty, line breaks and marks some more
_PROVISION = re.compile(
    r"(?:điểm\s+(?P<point>[a-zđ])\s*,?\s+)?(?:khoản\s+(?P<paragraph>\d{1,3})\s*,?\s+)?"
    r"(?<!\w)điều\s+(?P<article>\d{1,3}[a-zđ]?)\s*,?\s+(?:(?:của|tại)\s+)?$",
    re.IGNORECASE,
)
_SEVERAL = re.compile(r"(?:,|;|\bvà|\bđến|-)\s*$")


def portion_before(text: str, start: int) -> tuple[str, int]:
    """The address of the provision within the cited document, and where its words begin; empty and `start` for none.

    Where several provisions are listed none of them is chosen: the citation means the document.
    """
    from_place = max(0, start - _LONGEST)
    before = text[from_place:start]
    found = _PROVISION.search(before)
    if found is None or _SEVERAL.search(before[: found.start()]):
        return "", start
    steps = [f"art_{found['article'].lower()}"]
    if found["paragraph"]:
        steps.append(f"para_{found['paragraph']}")
    if found["point"] and found["paragraph"]:
        steps.append(f"point_{found['point'].lower()}")
    return "__".join(steps), from_place + found.start()
