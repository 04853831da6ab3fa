"""One key for the many spellings of a measure's name: what carries no meaning is left out, nothing else.

Words that tell one measure from another (`nâng cao`, `thôn` and `xã`, `xuất` and `nhập`, `mới`) always stay.
"""

from __future__ import annotations

import re
from functools import lru_cache

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
_PLACES = (
    r"(?<=dia ban )(?:toan |ca )?tinh(?: [a-z]+){0,3}$",
    r"(?:cua|toan|trong) tinh(?: [a-z]+){0,3}$",
    r"tren dia ban(?! (?:huyen|xa|thi|thanh|quan|khu|phuong|vung))",
)
_FILLERS = (r"duoc", r"cua", r"o", r"va", r"theo qui dinh", r"(?:theo )?gia (?:so sanh|hien hanh)(?: nam)?(?: \d{4})?")
# "Tổng sản phẩm" is GRDP; "sản phẩm" is any product.
_OPENINGS = r"ti le|tong so|tong(?! san pham)|so luong|so|muc|cac|ket qua|phan dau|duy tri|bao dam|dam bao"


def _whole_words(patterns: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(r"\b(?:" + "|".join(patterns) + r")(?= |$)")


_REPLACED = re.compile(rf"\b(?:{'|'.join(_SAME_WORDS)})\b")
_LEFT_OUT = tuple(_whole_words(patterns) for patterns in (_TIMES, _PLACES, _FILLERS))
# A short name keeps its opening: "tỷ lệ hộ nghèo" is a rate, "hộ nghèo" may be any households that a task helps.
_OPENING = re.compile(rf"^(?:(?:{_OPENINGS}) )+(?=(?:[0-9a-z]+ ){{2}})")
_LEADING_NUMBER = re.compile(r"^(?:[0-9]+ )+(?=[a-z])")


@lru_cache(maxsize=_KEYS_REMEMBERED)
def measure_key(name: str) -> str:
    """The key of a measure's name: `Tỷ lệ che phủ của rừng` and `tỷ lệ che phủ rừng` share one.

    Left out: brackets, times, `trên địa bàn tỉnh …`, `được`, `của`, `ở`, `và`, and at the beginning
    numbers and, where three words stay behind, `Tỷ lệ`, `Tổng số`, `Số` and their like. Abbreviations
    are written out. Empty where nothing is left.
    """
    words = " ".join(_WORD.findall(name_key(_BRACKETS.sub(" ", name))))
    words = _REPLACED.sub(lambda match: _SAME_WORDS[match[0]], words)
    for left_out in _LEFT_OUT:
        words = left_out.sub("", words)
    words = " ".join(words.split())
    return _OPENING.sub("", _LEADING_NUMBER.sub("", words))


def bag_key(key: str) -> str:
    """The words of a key in alphabetical order: two orders of the same words share it."""
    return " ".join(sorted(key.split()))
