"""Files in the encodings of thirty years come out as the same Vietnamese text, and say how."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tiendo.text.encodings import Conversion, Decoded, Undecodable, decode, repair

SAMPLE = (
    "Cộng hòa xã hội chủ nghĩa Việt Nam\n"
    "Kế hoạch năm 2016: trồng mới 1.200 ha rừng, nâng độ che phủ lên 55,5%;\n"
    "\tphấn đấu thêm 8 xã đạt chuẩn nông thôn mới – “xanh, sạch, đẹp”.\n"
)
TONES = "\u0300\u0301\u0303\u0309\u0323"


def windows_1258(text: str) -> bytes:
    """Write a letter, then its tone: the only way this encoding has for most of them."""
    pieces = []
    for letter in unicodedata.normalize("NFC", text):
        parts = unicodedata.normalize("NFD", letter)
        tone = "".join(mark for mark in parts if mark in TONES)
        base = unicodedata.normalize("NFC", "".join(mark for mark in parts if mark not in TONES))
        pieces.append((base + tone).encode("cp1258"))
    return b"".join(pieces)


TCVN3_LINES = b"C\xe9ng h\xdfa x\xb7 h\xe9i ch\xf1 ngh\xdca Vi\xd6t Nam\nK\xd5 ho\xb9ch ph\xb8t tri\xd3n kinh t\xd5\n"
VNI_LINES = (
    "Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam\nKeá hoaïch phaùt trieån kinh teá, kyû luaät; ñöôøng thaúng\n"
).encode("latin-1")


@pytest.mark.parametrize(
    ("data", "encoding", "conversions"),
    [
        (SAMPLE.encode(), "utf-8", ()),
        (SAMPLE.encode("utf-8-sig"), "utf-8", ()),
        (SAMPLE.replace("\n", "\r\n").encode(), "utf-8", ()),
        (SAMPLE.encode("utf-16"), "utf-16-le", ()),
        (SAMPLE.encode("utf-16-le"), "utf-16-le", ()),
        (SAMPLE.encode("utf-16-be"), "utf-16-be", ()),
        (SAMPLE.encode("utf-32"), "utf-32-le", ()),
        (unicodedata.normalize("NFD", SAMPLE).encode(), "utf-8", (Conversion.COMPOSED,)),
        (windows_1258(SAMPLE), "windows-1258", (Conversion.WINDOWS_1258,)),
    ],
)
def test_every_encoding_gives_the_same_text(data: bytes, encoding: str, conversions: tuple[Conversion, ...]) -> None:
    assert decode(data) == Decoded(SAMPLE, encoding, conversions)


def test_tcvn3_becomes_unicode_and_says_so() -> None:
    assert decode(TCVN3_LINES) == Decoded(
        "Cộng hòa xã hội chủ nghĩa Việt Nam\nKế hoạch phát triển kinh tế\n", "tcvn3", (Conversion.TCVN3,)
    )


def test_tcvn3_capitals_with_small_marked_letters_become_capitals() -> None:
    heading = b"H\xe9I \xae\xe5NG NH\xa2N D\xa2N\n"

    assert decode(heading + TCVN3_LINES * 2).text.startswith("HỘI ĐỒNG NHÂN DÂN\n")


def test_vni_becomes_unicode_with_its_rare_letters() -> None:
    assert decode(VNI_LINES) == Decoded(
        "Cộng hòa xã hội chủ nghĩa Việt Nam\nKế hoạch phát triển kinh tế, kỷ luật; đường thẳng\n",
        "vni",
        (Conversion.VNI,),
    )


def test_font_text_that_was_saved_as_utf_8_is_converted_too() -> None:
    mistaken = TCVN3_LINES.decode("latin-1")

    assert repair(mistaken) == (decode(TCVN3_LINES).text, (Conversion.TCVN3,))
    assert decode(mistaken.encode()).conversions == (Conversion.TCVN3,)


def test_conversion_keeps_blanks_tabs_and_windows_dashes() -> None:
    data = TCVN3_LINES + b"  1.\tT\xe6ng  thu \x96 chi\n"

    assert decode(data).text.endswith("\n  1.\tTổng  thu – chi\n")


def test_utf_8_that_was_read_as_windows_1252_is_read_again() -> None:
    twice = SAMPLE.encode().decode("latin-1")

    assert repair(twice) == (SAMPLE, (Conversion.UTF_8_TWICE,))


def test_a_few_broken_bytes_do_not_spoil_a_file() -> None:
    data = SAMPLE.encode().replace(b"2016", b"20\xff16")

    assert decode(data) == Decoded(SAMPLE.replace("2016", "20\ufffd16"), "utf-8", (Conversion.REPLACED,))


@pytest.mark.parametrize(
    "text",
    ["", "abc", "12 xã", "Hà Nội", "café", "Công ty TNHH", "Une étude économique à la française, côté forêt", SAMPLE],
)
def test_good_text_is_left_alone(text: str) -> None:
    assert repair(text) == (text, ())


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 10, "nhị phân"),
        (b"\x00\x01", "nhị phân"),
        ("Straße für Mäuse über Öl, noch etwas größer".encode("latin-1"), "không nhận ra bảng mã"),
        (b"\xff\xfe\x41", "từ byte 0"),
    ],
)
def test_what_is_no_text_is_refused_with_a_reason(data: bytes, reason: str) -> None:
    with pytest.raises(Undecodable) as caught:
        decode(data)

    assert reason in caught.value.vi
    assert caught.value.en == str(caught.value) != ""


@given(st.binary(max_size=300))
def test_any_bytes_are_text_or_refused(data: bytes) -> None:
    try:
        decoded = decode(data)
    except Undecodable:
        return
    assert unicodedata.is_normalized("NFC", decoded.text)


@given(st.text(alphabet=st.characters(min_codepoint=32, exclude_categories=["Cs", "Cc"]), max_size=200))
def test_utf_8_of_any_text_is_read_as_utf_8(text: str) -> None:
    assert decode(b"\xef\xbb\xbf" + text.encode()).encoding == "utf-8"
