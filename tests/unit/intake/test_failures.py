from __future__ import annotations

import string

import pytest

from tiendo.facts.errors import DocumentTooLarge
from tiendo.intake import failures
from tiendo.intake.failures import failure, printable, refusal


def placeholders(sentence: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(sentence) if name}


@pytest.mark.parametrize("code", failures._SENTENCES)
def test_both_languages_name_the_file_and_say_the_same_values(code):
    wording = failures._SENTENCES[code]
    assert "path" in placeholders(wording.vi)
    assert placeholders(wording.vi) == placeholders(wording.en)


@pytest.mark.parametrize("code", failures._SENTENCES)
def test_a_failure_carries_its_code_and_the_path_as_it_was_given(code):
    values = dict.fromkeys(placeholders(failures._SENTENCES[code].vi) - {"path"}, "7")
    made = failure(code, "a/b.txt", **values)
    assert (made.code, made.path) == (code, "a/b.txt")
    assert made.sentence("vi").startswith("a/b.txt: ")
    assert made.sentence("en").startswith("a/b.txt: ")


def test_a_refused_document_is_known_by_the_name_of_its_refusal():
    made = refusal(DocumentTooLarge(vi="a.pdf: quá lớn.", en="a.pdf: too large."), "a.pdf")
    assert (made.code, made.vi, made.en) == ("document-too-large", "a.pdf: quá lớn.", "a.pdf: too large.")


def test_a_name_that_is_no_text_is_printed_with_escapes():
    assert printable("b\udce1o.txt") == "b\\xe1o.txt"
