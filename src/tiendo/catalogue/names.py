"""One key for the many spellings of a measure's name: what carries no meaning is left out, nothing else.

Words that tell one measure from another (`nâng cao`, `thôn` and `xã`, `xuất` and `nhập`, `mới`) always stay.
"""

from __future__ import annotations

import re
from functools import lru_cache

from tiendo.reference.territories import all_provinces
from tiendo.text.folding import name_key

_BRACKETS = re.compile(r"\([^()]*\)")
_WORD = re.compile(r"[0-9a-z]+")
_KEYS_REMEMBERED = 65_536  # documents repeat their names; a key costs about thirty times a look-up

# `name_key` spells final y as i: `quý` is `qui`, `tỷ lệ` is `ti le`.
_SAME_WORDS = {
    "xnk": "xuat nhap khau",
    "gcnqsdd": "giay chung nhan quyen su dung dat",
    "gcn qsdd": "giay chung nhan quyen su dung dat",
    "thanh thi": "do thi",
    "truong hoc": "truong",
    "dan cu": "dan so",
    "vacxin": "vac xin",
    "vaccine": "vac xin",
    "luong khach": "khach",
}
_TIMES = (
    r"(?:binh quan |trung binh )?(?:trong |ca )?giai doan \d{4} \d{4}",
    r"(?:binh quan|trung binh) (?:hang nam|moi nam|nam|ca giai doan|giai doan|5 nam)",
    r"(?:hang|moi) nam",
    r"trong ki",
    r"(?:den |trong |ca )?(?:het )?nam \d{4}",
    r"(?:trong )?(?:qui|thang) (?:[0-9]+|iv|i{1,3})(?: nam)?(?: \d{4})?",
    r"[369] thang(?: dau nam)?(?: \d{4})?",
)
_FILLERS = (r"duoc", r"cua", r"o", r"va", r"theo qui dinh", r"(?:theo )?gia (?:so sanh|hien hanh)(?: nam)?(?: \d{4})?")
_CITY = "thành phố"  # as a province: a city under the central government
# "Tổng sản phẩm" is GRDP; "sản phẩm" is any product.
_OPENINGS = r"ti le|tong so|tong(?! san pham)|so luong|so|muc|cac|ket qua|phan dau|duy tri|bao dam|dam bao"


def _whole_words(patterns: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(r"\b(?:" + "|".join(patterns) + r")(?= |$)")


_REPLACED = re.compile(rf"\b(?:{'|'.join(_SAME_WORDS)})\b")
_TIME = _whole_words(_TIMES)
_FILLER = _whole_words(_FILLERS)
# A short name keeps its opening: "tỷ lệ hộ nghèo" is a rate, "hộ nghèo" may be any households that a task helps.
_OPENING = re.compile(rf"^(?:(?:{_OPENINGS}) )+(?=(?:[0-9a-z]+ ){{2}})")
_LEADING_NUMBER = re.compile(r"^(?:[0-9]+ )+(?=[a-z])")


@lru_cache(maxsize=1)
def _place() -> re.Pattern[str]:
    """The province as a whole, named or not; `trên địa bàn huyện …` or `thành phố Lạng Sơn` is a part and stays."""
    provinces = all_provinces()
    names = "|".join(sorted({name_key(one.name) for one in provinces}))
    cities = "|".join(sorted({name_key(one.name) for one in provinces if one.kind == _CITY}))
    whole = rf"(?:tinh(?: (?:{names}))?|thanh pho (?:{cities}))"
    part = rf"(?:huyen|xa|thi|khu|quan|phuong|vung|thanh pho(?! (?:{cities})))"
    return _whole_words(
        (rf"(?<=dia ban )(?:toan |ca )?{whole}", rf"(?:cua|toan|trong) {whole}", rf"tren dia ban(?! {part})")
    )


@lru_cache(maxsize=_KEYS_REMEMBERED)
def measure_key(name: str) -> str:
    """The key of a measure's name: `Tỷ lệ che phủ của rừng` and `tỷ lệ che phủ rừng` share one.

    Left out: brackets, times, `trên địa bàn tỉnh …`, `được`, `của`, `ở`, `và`, and at the beginning
    numbers and, where three words stay behind, `Tỷ lệ`, `Tổng số`, `Số` and their like. Abbreviations
    are written out. Empty where nothing is left.
    """
    words = " ".join(_WORD.findall(name_key(_BRACKETS.sub(" ", name))))
    words = _REPLACED.sub(lambda match: _SAME_WORDS[match[0]], words)
    for left_out in (_TIME, _place(), _FILLER):
        words = left_out.sub("", words)
    words = " ".join(words.split())
    return _OPENING.sub("", _LEADING_NUMBER.sub("", words))


def bag_key(key: str) -> str:
    """The words of a key in alphabetical order: two orders of the same words share it."""
    return " ".join(sorted(key.split()))
