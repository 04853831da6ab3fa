"""What was known when: a moment as a horizon, the number of the last entry that had been made by then."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

from django.conf import settings

from tiendo.ledger.chain import head
from tiendo.ledger.models import Act


def horizon_at(moment: date | datetime | None = None) -> int:
    """The horizon of a moment; a day means its end in the time zone of the settings, `None` means now."""
    if moment is None:
        return head().entry
    if not isinstance(moment, datetime):
        moment = datetime.combine(moment + timedelta(days=1), time(), _zone()) - timedelta(microseconds=1)
    # Acts are in the order of their moments, so the last one by then is the one with the greatest number.
    last = Act.objects.filter(at__lte=moment).order_by("-number").values_list("last_entry", flat=True).first()
    return last or 0


@lru_cache(maxsize=1)
def _zone() -> ZoneInfo:
    return ZoneInfo(settings.TIME_ZONE)
