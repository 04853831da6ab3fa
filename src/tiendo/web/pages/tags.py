"""What templates can say beside Django's own tags: words, days and numbers in the language of the page, addresses."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django import template
from django.urls import NoReverseMatch, reverse
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

from tiendo.assessment.status import Status
from tiendo.facts import printing
from tiendo.web.language import language_of
from tiendo.web.pages.shapes import shape, status_text
from tiendo.web.words import catalogue

register = template.Library()

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def _language(context: Mapping[str, Any]) -> str:
    # A part that is included alone still knows the request of its page.
    request = getattr(context, "request", None) or context.get("request")
    return language_of(request) if request is not None else str(context.get("language", "vi"))


@register.simple_tag(takes_context=True, name="say")
def say_in_page(context: Mapping[str, Any], key: str, **values: Any) -> SafeString:
    """The words at a key, the values escaped; the words are ours and may hold the tags of emphasis."""
    language = _language(context)
    phrase = catalogue()[key]
    form = (
        phrase.one if language == "en" and values.get("count") == 1 and phrase.one else phrase.words.sentence(language)
    )
    if not values:
        return mark_safe(form)  # noqa: S308 the catalogue is ours
    return format_html(form, **{name: _printed(value, language) for name, value in values.items()})


def _printed(value: Any, language: str) -> Any:
    """Counts are written as numbers are written in this language."""
    return printing.number(Decimal(value), language) if isinstance(value, int) else value


@register.simple_tag(takes_context=True, name="day")
def day_in_page(context: Mapping[str, Any], value: date | datetime | None) -> str:
    """`31/3/2022`, `31 Mar 2022`; a moment means its day here; nothing where there is none."""
    if value is None:
        return ""
    if isinstance(value, datetime):
        value = timezone.localtime(value).date()
    return day_text(value, _language(context))


def day_text(value: date, language: str) -> str:
    """A day as people write it."""
    if language == "vi":
        return f"{value.day}/{value.month}/{value.year}"
    return f"{value.day} {_MONTHS[value.month - 1]} {value.year}"


@register.simple_tag(takes_context=True, name="moment")
def moment_in_page(context: Mapping[str, Any], value: datetime | None) -> str:
    """`31/3/2022 14:20`, in the time zone of the installation."""
    if value is None:
        return ""
    local = timezone.localtime(value)
    return f"{day_text(local.date(), _language(context))} {local:%H:%M}"


@register.simple_tag(takes_context=True, name="number")
def number_in_page(context: Mapping[str, Any], value: int | Decimal | None) -> str:
    """`2.202,4`, `2,202.4`."""
    return "" if value is None else printing.number(Decimal(value), _language(context))


@register.simple_tag(takes_context=True, name="address")
def address_in_page(context: Mapping[str, Any], **changed: Any) -> str:
    """The query of this page with some parameters changed; `None` and nothing take one out.

    A page of a list begins anew where something else of it changes.
    """
    query = context["request"].GET.copy()
    if "page" not in changed:
        query.pop("page", None)
    for name, value in changed.items():
        if value is None or value == "":
            query.pop(name, None)
        else:
            query[name] = str(value)
    return f"?{query.urlencode()}"


@register.simple_tag(takes_context=True, name="wording")
def wording_in_page(context: Mapping[str, Any], value: Any) -> str:
    """A `Wording` in the language of the page."""
    return "" if value is None else str(value.sentence(_language(context)))


@register.simple_tag
def address_of(name: str, *arguments: Any) -> str:
    """The address of a thing by its number or code; the home page where a code cannot stand in an address."""
    try:
        return reverse(name, args=arguments)
    except NoReverseMatch:
        return "/"


@register.simple_tag(takes_context=True)
def status(context: Mapping[str, Any], value: Status) -> SafeString:
    """A status as shape and word."""
    return status_text(value, _language(context))


@register.simple_tag(name="shape")
def shape_in_page(value: Status) -> SafeString:
    """The shape of a status alone."""
    return shape(value)


@register.filter
def of(mapping: Mapping[Any, Any], key: Any) -> Any:
    """What a mapping has at a key."""
    return mapping.get(key)
