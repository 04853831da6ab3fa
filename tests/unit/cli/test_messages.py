from __future__ import annotations

import re
import string

import pytest

from tiendo.cli import messages
from tiendo.cli.messages import Messages

VIETNAMESE, ENGLISH = Messages("vi"), Messages("en")
PERCENT_STYLE = re.compile(r"%\(\w+\)s")


def placeholders(sentence: str) -> set[str]:
    named = {name for _, name, _, _ in string.Formatter().parse(sentence) if name}
    return named | set(PERCENT_STYLE.findall(sentence))


@pytest.mark.parametrize("key", messages._SENTENCES)
def test_both_languages_say_something_about_the_same_values(key):
    vietnamese, english = VIETNAMESE(key), ENGLISH(key)
    assert vietnamese.strip()
    assert english.strip()
    assert placeholders(vietnamese) == placeholders(english)


@pytest.mark.parametrize(
    ("english", "vietnamese"),
    [
        ("the following arguments are required: FILE, --period", "thiếu đối số: FILE, --period"),
        ("unrecognized arguments: --peroid 2022", "không hiểu đối số: --peroid 2022"),
        (
            "argument --format: invalid choice: 'xml' (choose from 'table', 'csv')",
            "đối số --format: không có lựa chọn 'xml' (chọn trong 'table', 'csv')",
        ),
        ("argument --jobs: expected one argument", "đối số --jobs: thiếu giá trị"),
        ("argument --jobs: '0' không phải là số nguyên dương.", "đối số --jobs: '0' không phải là số nguyên dương."),
        ("something argparse has not said before", "something argparse has not said before"),
    ],
)
def test_what_argparse_finds_wrong_is_said_in_vietnamese(english, vietnamese):
    assert VIETNAMESE.wrong_use(english) == vietnamese
    assert ENGLISH.wrong_use(english) == english
