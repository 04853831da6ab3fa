"""What may stand in an address: codes, periods, days, moments, pages."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime
from typing import Annotated, Literal
from zoneinfo import ZoneInfo

from django.conf import settings
from ninja import Schema
from pydantic import AfterValidator, ConfigDict, Field
from pydantic.alias_generators import to_camel

from tiendo.facts.errors import InvalidPeriod
from tiendo.facts.period import Period
from tiendo.facts.wording import Wording
from tiendo.web.api.fields import unfit

USUAL_LIMIT = 50
LARGEST_LIMIT = 500  # items of one page: half a megabyte of JSON
LARGEST_NUMBER = 2**63 - 1  # of an entry
_LONGEST_CURSOR = 200  # characters; ours have a third of it

# Moments are moved between time zones, which must not lead out of the calendar.
_FIRST_DAY, _LAST_DAY = date(1, 1, 2), date(9999, 12, 30)

_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_MOMENT = re.compile(
    rf"{_DAY.pattern}[Tt ][0-9]{{2}}:[0-9]{{2}}(?::[0-9]{{2}}(?:\.[0-9]+)?)?(?:[Zz]|[+-][0-9]{{2}}:[0-9]{{2}})?"
)

_WRONG_PERIOD = Wording(
    "không phải là kỳ; viết như 2022, 2022-H1, 2022-Q1, 2022-03, 2022-M09, 2022-03-31, 2016/2020 hoặc ../2030",
    "it is no period; write it like 2022, 2022-H1, 2022-Q1, 2022-03, 2022-M09, 2022-03-31, 2016/2020 or ../2030",
)
_WRONG_DAY = Wording("không phải là ngày; viết như 2026-01-31", "it is no day; write it like 2026-01-31")
_WRONG_MOMENT = Wording(
    "không phải là ngày hay thời điểm; viết như 2026-01-31 hoặc 2026-01-31T09:30:00+07:00",
    "it is no day and no moment; write it like 2026-01-31 or 2026-01-31T09:30:00+07:00",
)


def _period(written: str) -> str:
    try:
        return str(Period.parse(written))
    except InvalidPeriod:
        raise unfit("wrong-period", _WRONG_PERIOD) from None


def _day(written: str) -> str:
    if _DAY.fullmatch(written):
        return _checked(written, _WRONG_DAY)
    raise unfit("wrong-day", _WRONG_DAY)


def checked_moment(written: str) -> str:
    """The text of a day or moment; raises `PydanticCustomError` for any other."""
    if _DAY.fullmatch(written) or _MOMENT.fullmatch(written):
        return _checked(written, _WRONG_MOMENT)
    raise unfit("wrong-moment", _WRONG_MOMENT)


def _checked(written: str, otherwise: Wording) -> str:
    try:
        moment_of(written)
    except ValueError:
        raise unfit("wrong-moment", otherwise) from None
    return written


def moment_of(written: str) -> date | datetime:
    """A day or a moment; one without a time zone is in the time zone of the installation."""
    if _DAY.fullmatch(written):
        return min(max(date.fromisoformat(written), _FIRST_DAY), _LAST_DAY)
    moment = datetime.fromisoformat(written.upper())
    moment = moment if moment.tzinfo else moment.replace(tzinfo=_zone())
    within = moment.replace(year=min(max(moment.year, _FIRST_DAY.year + 1), _LAST_DAY.year - 1))
    return within.astimezone(UTC)


def day_in_zone(written: str) -> date:
    """The day of a day or moment, in the time zone of the installation."""
    moment = moment_of(written)
    return moment.astimezone(_zone()).date() if isinstance(moment, datetime) else moment


def _zone() -> ZoneInfo:
    return ZoneInfo(settings.TIME_ZONE)


def _horizon(written: str) -> str:
    if written.isascii() and written.isdecimal():
        if int(written) <= LARGEST_NUMBER:
            return written
        raise unfit("wrong-moment", _WRONG_MOMENT)
    return checked_moment(written)


_DAY_FORM = {"format": "date"}
_MOMENT_FORM = {"anyOf": [{"format": "date"}, {"format": "date-time"}]}
_HORIZON_FORM = {"anyOf": [*_MOMENT_FORM["anyOf"], {"pattern": "^[0-9]{1,18}$"}]}
_PERIOD_FORM = {
    "pattern": r"^(\.\./)?[0-9]{4}(-(H[12]|Q[1-4]|M?(0[1-9]|1[0-2])|(0[1-9]|1[0-2])-[0-3][0-9]))?(/[0-9]{4}[-HQ0-9]*)?$"
}

Code = Annotated[str, Field(pattern=r"^[A-Za-z0-9_.Đđ-]{1,100}$")]
PeriodText = Annotated[
    str, Field(max_length=40, examples=["2022-Q1"], json_schema_extra=_PERIOD_FORM), AfterValidator(_period)
]
Day = Annotated[str, Field(examples=["2026-01-31"], json_schema_extra=_DAY_FORM), AfterValidator(_day)]
Moment = Annotated[
    str, Field(max_length=40, examples=["2026-01-31"], json_schema_extra=_MOMENT_FORM), AfterValidator(checked_moment)
]
Horizon = Annotated[
    str,
    Field(max_length=40, examples=["2026-01-31T09:30:00+07:00"], json_schema_extra=_HORIZON_FORM),
    AfterValidator(_horizon),
]
EntryNumber = Annotated[int, Field(ge=1, le=LARGEST_NUMBER)]


class Question(Schema):
    """What every question about the record may say."""

    model_config = ConfigDict(alias_generator=to_camel, populate_by_name=True, extra="forbid")

    as_of: Moment | None = Field(
        None,
        description="Answer as the record stood then: a moment, or a day, which means its end in the time zone of the "
        "installation (Asia/Ho_Chi_Minh). By default as it stands now.",
    )
    format: Literal["json", "csv"] | None = Field(
        None, description="The representation, whatever the header Accept says."
    )


class PageQuestion(Question):
    """What every question for a list may say."""

    limit: int = Field(USUAL_LIMIT, ge=1, le=LARGEST_LIMIT, description="How many items a page has at most.")
    cursor: str | None = Field(
        None,
        max_length=_LONGEST_CURSOR,
        description="Where the page begins: `next` of the page before, with the same other parameters. All pages "
        "of a walk show the record as it stood when the first was asked for.",
    )


class ChangesQuestion(PageQuestion):
    """What a question for a list of entries may say."""

    updated_after: Horizon | None = Field(
        None,
        description="Only what was recorded after that moment, day or horizon (the number of an entry, as `horizon` "
        "of a page tells it); things that were withdrawn since are listed too, with `withdrawn` true.",
    )
