"""What schemas share: their form, and how exact numbers are written."""

from __future__ import annotations

from decimal import Context, Decimal, localcontext
from fractions import Fraction
from typing import Annotated, Generic, TypeVar

from pydantic import BaseModel, ConfigDict, Field, PlainSerializer, WithJsonSchema
from pydantic.alias_generators import to_camel

T = TypeVar("T")

_PLACES = 12
_DIGITS = 60  # enough for the longest figures with all these places


def _exact(value: Decimal) -> str:
    return format(value, "f")


Figure = Annotated[
    Decimal,
    PlainSerializer(_exact, return_type=str),
    WithJsonSchema({"type": "string", "pattern": r"^-?[0-9]+(\.[0-9]+)?$", "examples": ["28.10"]}),
]
"""An exact number as a string of digits: `28.10` is not `28.1`, and no program rounds it on the way."""


def _rounded(value: Fraction) -> str:
    with localcontext(Context(prec=_DIGITS)):
        exact = Decimal(value.numerator) / Decimal(value.denominator)
    return format(round(exact, _PLACES).normalize(), "f")


Computed = Annotated[
    Fraction,
    PlainSerializer(_rounded, return_type=str),
    WithJsonSchema({"type": "string", "pattern": r"^-?[0-9]+(\.[0-9]+)?$", "examples": ["0.953271"]}),
]
"""A number that the program computed, as a string, rounded to twelve decimals: far finer than any printed figure."""


class Shown(BaseModel):
    """Something that is shown: its fields are named here, one by one, and nothing else goes out."""

    model_config = ConfigDict(
        from_attributes=True,
        alias_generator=to_camel,
        populate_by_name=True,
        extra="forbid",
        frozen=True,
        arbitrary_types_allowed=True,
    )


class PageShown(Shown, Generic[T]):
    """A page of a list: `next` is the cursor of the next one, `horizon` the last entry that was known."""

    items: list[T]
    next: str | None = Field(description="The cursor of the next page; null on the last one.")
    horizon: int = Field(description="The number of the last entry that was known.", examples=[128])


class AllShown(Shown, Generic[T]):
    """A list that comes as a whole."""

    items: list[T]
    horizon: int = Field(description="The number of the last entry that was known.", examples=[128])


class WordingShown(Shown):
    """A sentence in both languages."""

    vi: str
    en: str


class ProblemField(Shown):
    """What is wrong with one field."""

    field: str = Field(examples=["query.period"])
    code: str = Field(examples=["wrong-period"])
    message: str


class ProblemShown(BaseModel):
    """What went wrong (RFC 9457), in the language of the request (Accept-Language: vi or en)."""

    model_config = ConfigDict(extra="forbid")

    type: str = Field(description="A stable name, with a code of docs/api.md.", examples=["/problems/not-found"])
    title: str
    status: int
    detail: str
    errors: list[ProblemField] = Field(default=[], description="What is wrong with single fields.")
