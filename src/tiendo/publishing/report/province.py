"""What a province sets for its reports: names, symbol, place, recipients, who signs. Data, read from one YAML file."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from tiendo.catalogue.files import Plain, UnreadableContent
from tiendo.facts.errors import InvalidSetting
from tiendo.facts.wording import Wording

LONGEST_FILE = 100_000
"""Characters: a page of names has two thousand, and what is longer is another file."""

_LONGEST_WORDS = 300  # characters of one name: the longest of a body has a third of that
_MOST_LINES = 50  # of recipients


@dataclass(frozen=True, slots=True, kw_only=True)
class Province:
    """The names in the head and at the end of a report; empty words leave room to write them in.

    `issuer` is the head's name in capitals, `name` the same in a sentence, `symbol` what stands behind the type in the
    number (`UBND` gives `BC-UBND`), `place` where it is signed, `template` the Word file beside the settings that
    reports are poured into, empty for the one that is shipped.
    """

    parent: str = ""
    issuer: str = ""
    name: str = ""
    symbol: str = ""
    place: str = ""
    addressees: tuple[str, ...] = ()
    recipients: tuple[str, ...] = ()
    authority: str = ""
    role: str = ""
    signer: str = ""
    template: str = ""


_LISTS = ("addressees", "recipients")
KEYS = tuple(Province.__dataclass_fields__)
"""The keys of the file, all optional."""


def usual_province(title: str, name: str, language: str) -> Province:
    """What follows from the territory alone (`tỉnh Lạng Sơn`, `Lạng Sơn`): nobody is named, and who signs is open."""
    committee = Wording(f"Ủy ban nhân dân {title}", f"People's Committee of {name}").sentence(language)
    return Province(
        issuer=committee.upper(),
        name=committee,
        symbol="UBND",
        place=name,
        recipients=(Wording("Lưu: VT.", "Kept: VT.").sentence(language),),
        authority=Wording("TM. ỦY BAN NHÂN DÂN", "FOR THE PEOPLE'S COMMITTEE").sentence(language),
    )


def province_of(text: str, place: str) -> Province:
    """The settings that a file holds; `place` names it. Raises `InvalidSetting`, which names the key."""
    from tiendo.catalogue.nodes import plain  # brings the YAML library, which a mere import must not

    if len(text) > LONGEST_FILE:
        raise _wrong(place, "tệp quá dài", "it is too long")
    try:
        content = plain(text)
    except UnreadableContent as fault:
        raise _wrong(place, fault.vi.rstrip("."), fault.en.rstrip(".")) from fault
    if not isinstance(content, dict):
        raise _wrong(place, "cần các cặp khóa: giá trị", "it must hold key: value pairs")
    said: dict[str, Any] = {key: _value(key, value, place) for key, value in content.items()}
    return Province(**said)


def _value(key: str, value: Plain, place: str) -> str | tuple[str, ...]:
    if key not in KEYS:
        known = ", ".join(KEYS)
        raise _wrong(place, f"không có khóa {key!r}; các khóa là {known}", f"no key is {key!r}; they are {known}")
    if key in _LISTS:
        lines = [value] if isinstance(value, str) else value
        if isinstance(lines, list) and len(lines) <= _MOST_LINES:
            return tuple(_words(key, line, place) for line in lines)
    return _words(key, value, place)


def _words(key: str, value: Plain, place: str) -> str:
    if not isinstance(value, str) or len(value) > _LONGEST_WORDS or not value.replace("\n", " ").isprintable():
        raise _wrong(
            place,
            f"khóa {key!r} cần một dòng chữ, nhiều nhất {_LONGEST_WORDS} ký tự",
            f"the key {key!r} needs a line of at most {_LONGEST_WORDS} characters",
        )
    return " ".join(value.split())


def _wrong(place: str, vi: str, en: str) -> InvalidSetting:
    return InvalidSetting(
        vi=f"Thiết đặt báo cáo {place} không dùng được: {vi}. Xem docs/reports.md.",
        en=f"The report settings {place} cannot be used: {en}. See docs/reports.md.",
    )
