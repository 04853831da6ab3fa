"""What raw keystrokes of Telex and VNI mean, one word a line; and what is no such word."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tiendo.text.folding import fold
from tiendo.text.keystrokes import typed_word

_TELEX = """
tinhr       tỉnh        the tone behind the word
tirnh       tỉnh        or behind its vowel
ddoanf      đoàn        dd is đ
dduwowngf   đường       both w of ươ
dduowngf    đường       one w for both
duongdwf    đường       marks behind the word
nguwowif    người
nguoiwf     người
vieetj      việt        ee is ê
vietje      việt        also where the second e comes late
hoaj        họa         the tone on the first of two open vowels
toans       toán        and on the second of two closed ones
hoawcj      hoặc        ă behind o
quys        quý         the u of qu is no vowel
giaf        già         nor is the i of gi
gif         gì          unless nothing follows
giuwax      giữa
nghieepj    nghiệp
khuyeens    khuyến
chuwa       chưa        a mark without a tone
ddoan       đoan        đ alone is mark enough
LUAATJ      luật        capitals make no difference
"""
_VNI = """
tinh3       tỉnh
d9oan2      đoàn
d9u7o7ng2   đường
thu7o7ng    thương
ngan6       ngân        a mark without a tone
sach1       sách
khoa1n      khoán
a8n         ăn
"""
_NOTHING = """
nam         no key for a mark
access      two tones
budget      no Vietnamese syllable
class       two tones of one kind
raatf       no grave before t
ngan6h      no nh behind â
m2          no vowel
62          no letter
nq62        no syllable
2025        a year
tw          the abbreviation of trung ương
tr5o0       no such key
nghieeengs  three e
tỉnh        typed already
"""


def _table(text: str) -> list[tuple[str, str]]:
    return [tuple(line.split()[:2]) for line in text.strip().splitlines()]  # type: ignore[misc] # two words each


@pytest.mark.parametrize(("keys", "word"), _table(_TELEX) + _table(_VNI))
def test_keystrokes_make_the_word(keys: str, word: str) -> None:
    assert typed_word(keys) == word


@pytest.mark.parametrize("keys", [line.split()[0] for line in _NOTHING.strip().splitlines()])
def test_other_keys_make_none(keys: str) -> None:
    assert typed_word(keys) is None


@given(st.text(max_size=15))
def test_no_input_is_too_strange(keys: str) -> None:
    word = typed_word(keys)

    assert word is None or (word.isalpha() and fold(word).isascii())
