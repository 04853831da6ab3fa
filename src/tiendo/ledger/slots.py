"""Which reported value takes the place of which."""

from __future__ import annotations

import json
from collections.abc import Collection
from typing import NamedTuple

from django.db import connection

from tiendo.facts.wording import Wording
from tiendo.ledger.models import Submission

SLOT = Wording(
    "Trong số liệu của một cơ quan, mỗi chỉ tiêu có một giá trị cho mỗi địa bàn, mỗi kỳ và mỗi cách tính (trong kỳ "
    "hay cộng dồn). Một dòng báo cáo thay thế giá trị đang đứng ở đó nếu nói khác: khác giá trị, đến từng chữ số, "
    "hoặc khác ở chỗ ước hay chính thức. Nói giống thì không có gì thay đổi. Số liệu của văn bản và của cơ quan "
    "khác không bị động đến.",
    "Among the figures of one agency an indicator has one value for each territory, period and way of counting (of "
    "the period, or cumulative). A reported row supersedes the value that stands there where it says something else: "
    "another value, digit by digit, or an estimate instead of a final figure or the reverse. Where it says the same "
    "nothing changes. Figures of documents and of other agencies are not touched.",
)
"""The rule of slots, as `docs/loading.md` prints it."""


class Slot(NamedTuple):
    """Where a value stands among those of one agency; `period` is written as the record keeps it."""

    indicator: str
    territory: str
    period: str
    cumulative: bool


class Said(NamedTuple):
    """What a value in a slot says."""

    low: str
    change: str | None
    estimated: bool


class Standing(NamedTuple):
    """The entry that stands in a slot, its root, and what it says."""

    entry: int
    root: int
    said: Said


_COLUMNS = "o.indicator, o.territory, o.period, o.cumulative, o.id, o.root, o.low, o.change, o.estimated"
_STANDS = """
    o.submission IS NOT NULL AND NOT o.withdrawn
    AND NOT EXISTS (SELECT 1 FROM ledger_observation later WHERE later.supersedes = o.id)
"""
# The index of the series finds the few rows of that place and time; the wanted slots are one JSON parameter, because
# neither database takes thousands of parameters.
_WANTED = {
    "sqlite": """
        SELECT {columns} FROM json_each(%s) AS wanted CROSS JOIN ledger_observation o
        ON o.indicator = json_extract(wanted.value, '$[0]') AND o.territory = json_extract(wanted.value, '$[1]')
        AND o.last_day = json_extract(wanted.value, '$[2]')
        WHERE {agency} AND {stands}
    """,
    "postgresql": """
        SELECT {columns} FROM (
            SELECT value ->> 0 AS indicator, value ->> 1 AS territory, (value ->> 2)::date AS last_day
            FROM jsonb_array_elements(%s::jsonb)
        ) AS wanted JOIN ledger_observation o
        ON o.indicator = wanted.indicator AND o.territory = wanted.territory AND o.last_day = wanted.last_day
        WHERE {agency} AND {stands}
    """,
}


def has_reported(agency: str | None) -> bool:
    """Whether anything stands in the slots of that agency, or ever stood there."""
    return Submission.objects.filter(agency=agency).exists()


def standing_in(agency: str | None, places: Collection[tuple[str, str, str]]) -> dict[Slot, Standing]:
    """What stands in the slots of an agency at these places: indicator, territory and last day of the period."""
    by = "o.agency = %s" if agency is not None else "o.agency IS NULL"
    statement = _WANTED[connection.vendor].format(columns=_COLUMNS, agency=by, stands=_STANDS)
    with connection.cursor() as cursor:
        cursor.execute(statement, [json.dumps(list(places)), *([agency] if agency is not None else [])])
        return {
            Slot(row[0], row[1], row[2], bool(row[3])): Standing(row[4], row[5], Said(row[6], row[7], bool(row[8])))
            for row in cursor
        }
