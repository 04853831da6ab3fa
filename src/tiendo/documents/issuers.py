"""Names the body that issued a document, from its letterhead, the line that enacts it, or its number and place."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

_TERRITORY = r"(?:TỈNH|THÀNH PHỐ|TP\.?|HUYỆN|THỊ XÃ|QUẬN|XÃ|PHƯỜNG|THỊ TRẤN|ĐẶC KHU)"
_BODY = re.compile(
    r"(?:CHỦ TỊCH |GIÁM ĐỐC |CHÁNH ÁN |VIỆN TRƯỞNG )?"
    r"(?:(?:HỘI ĐỒNG|HĐND|(?:ỦY|UỶ) BAN|UBND|QUỐC HỘI|CHÍNH PHỦ|THỦ TƯỚNG|CHỦ TỊCH NƯỚC|(?:BỘ|THỨ) TRƯỞNG|VĂN PHÒNG"
    r"|(?:TỈNH|THÀNH|HUYỆN|ĐẢNG) (?:ỦY|UỶ)|ĐẢNG BỘ|CÔNG AN|THANH TRA|KHO BẠC|NGÂN HÀNG|(?:TÒA|TOÀ) ÁN|MẶT TRẬN)(?=\s|$)"
    r"|(?:BỘ|SỞ|BAN|TỔNG CỤC|CỤC|CHI CỤC|VIỆN|LIÊN ĐOÀN|HỘI|ĐOÀN|BẢO HIỂM|TRUNG TÂM|TRƯỜNG)\s+(?!HÀNH\b|HÀNH$)\w)"
)
_MOTTO = re.compile(
    r"CỘNG (?:HÒA|HOÀ) XÃ HỘI CHỦ NGHĨA VIỆT NAM|Độc lập\s?[-–]\s?Tự do\s?[-–]\s?Hạnh phúc|ĐẢNG CỘNG SẢN VIỆT NAM",
    re.IGNORECASE,
)
_OWN_NAME = re.compile(rf"(?:{_TERRITORY} (?:ỦY|UỶ)|\s{_TERRITORY}) (?!(?:ỦY|UỶ)\b)(?P<own>.+)")
# The fields of an office are written with capitals: `Sở Kế hoạch và Đầu tư`.
_FIELD = re.compile(r"(?:(?:^|\s)(?:Sở|Bộ|Ban|Cục|Chi cục|Tổng cục)\s(?!trưởng\b)|,\s|\svà\s)\w")
# Bodies inside the name of an office: `Chủ tịch Ủy ban nhân dân`, `Văn phòng Chính phủ`, `Bộ trưởng Bộ Y tế`.
_BODY_WITHIN = re.compile(
    r"(?<=\s)(?:ủy ban|uỷ ban|hội đồng nhân dân|ubnd|hđnd|chính phủ|quốc hội|tỉnh ủy|nhà nước|việt nam"
    r"|(?:bộ|sở) (?=\w))"
)
_WRITTEN_WITHIN = {"việt nam": "Việt Nam", "ubnd": "Ủy ban nhân dân", "hđnd": "Hội đồng nhân dân"}
_ONLY_A_TERRITORY = re.compile(rf"{_TERRITORY}\s", re.IGNORECASE)
_HAS_A_TERRITORY = re.compile(rf"\b{_TERRITORY}\s\S", re.IGNORECASE)

# Bodies that every territory has, as numbers abbreviate them: `23/KH-UBND`.
_SPELLED_OUT = {"UBND": "Ủy ban nhân dân", "HĐND": "Hội đồng nhân dân"}
_ABBREVIATED = {name: short for short, name in _SPELLED_OUT.items()}
# Names are looked up where they are likely: in the head, the opening and the end.
_LOOK_UP_WITHIN = 50_000


def is_body(line: str) -> bool:
    """True for a line in capitals that names a body: `HỘI ĐỒNG NHÂN DÂN TỈNH LẠNG SƠN`."""
    return line.isupper() and _BODY.match(line) is not None


def issuer_of(
    text: str,
    letterhead: Sequence[str],
    enacting: Sequence[str],
    *,
    labelled: str | None,
    number: str | None,
    place: str | None,
) -> str | None:
    """The issuing body, spelled out; `None` where the document does not name it."""
    body = next(_bodies(enacting), None) or _letterhead_body(letterhead) or _body_in_number(number)
    if body is None:
        return labelled
    name = _in_small_letters(body, text)
    if name not in _ABBREVIATED or _HAS_A_TERRITORY.search(name):
        return name
    if labelled and _ONLY_A_TERRITORY.match(labelled):
        return f"{name} {labelled[0].lower()}{labelled[1:]}"
    return _with_territory(name, place, text) or labelled


def _letterhead_body(lines: Sequence[str]) -> str | None:
    """The last body of the letterhead: above it stands the one that it belongs to."""
    whole = _MOTTO.sub(" ", "\n".join(_joined_motto(lines)))
    found = list(_bodies(whole.split("\n")))
    return found[-1] if found else None


def _joined_motto(lines: Sequence[str]) -> Iterator[str]:
    """The lines, with the motto on one line where a narrow column broke it."""
    rest = list(lines)
    while rest:
        line = rest.pop(0)
        if re.match(r"CỘNG\s", line) and rest and not _MOTTO.match(line):
            line = f"{line} {rest.pop(0)}"
        yield line


def _bodies(lines: Iterable[str]) -> Iterator[str]:
    """The names of bodies among lines in capitals; a name may go on over several lines."""
    name: list[str] = []
    for line in (raw.strip() for raw in lines):
        if not line:
            continue
        starts = is_body(line)
        if name and (starts or not line.isupper()):
            yield " ".join(name)
            name = []
        if starts or (name and line.isupper() and not line.startswith(("KHÓA", "KHOÁ"))):
            name.append(line)
        elif name:
            yield " ".join(name)
            name = []
    if name:
        yield " ".join(name)


def _body_in_number(number: str | None) -> str | None:
    return next((name for short, name in _SPELLED_OUT.items() if (number or "").endswith(f"-{short}")), None)


def _with_territory(name: str, place: str | None, text: str) -> str | None:
    """The body's name with its territory, where the text gives both for the place of issue."""
    if place is None:
        return None
    names = f"{re.escape(name)}|{_ABBREVIATED[name]}"
    full = re.compile(rf"(?:{names})\s+(?P<territory>{_TERRITORY}\s+{re.escape(place)})\b", re.IGNORECASE)
    found = full.search(text, 0, _LOOK_UP_WITHIN) or full.search(text, max(0, len(text) - _LOOK_UP_WITHIN))
    if found is None:
        return None
    level, _, own = " ".join(found["territory"].split()).partition(place)
    return f"{name} {level.lower()}{place}{own}"


def _in_small_letters(name: str, text: str) -> str:
    """A name in capitals as the text writes it elsewhere, else by the rules of spelling."""
    first, _, rest = name.partition(" ")
    name = f"{_SPELLED_OUT.get(first, first)} {rest}".strip()
    pattern = re.compile(r"\s+".join(re.escape(word) for word in name.split()), re.IGNORECASE)
    for found in pattern.finditer(text, 0, _LOOK_UP_WITHIN):
        if not found.group().isupper() and found.group()[0].isupper():
            return _with_y_tone(" ".join(found.group().split()))
    return _with_y_tone(_spelled(name))


def _spelled(name: str) -> str:
    """With the territory's own name in capitals: `Hội đồng nhân dân tỉnh Lạng Sơn`, `Tỉnh ủy Lạng Sơn`."""
    found = _OWN_NAME.search(name)
    start = len(name) if found is None else found.start("own")
    body = _BODY_WITHIN.sub(_written_within, name[:start].capitalize())
    body = _FIELD.sub(lambda begun: begun.group()[:-1] + begun.group()[-1].upper(), body)
    return body + name[start:].title()


def _written_within(found: re.Match[str]) -> str:
    return _WRITTEN_WITHIN.get(found.group(), found.group()[0].upper() + found.group()[1:])


def _with_y_tone(name: str) -> str:
    return name.replace("Uỷ", "Ủy").replace("uỷ", "ủy")
