"""Every word of the pages stands in their catalogue, in both languages, and everything there is used."""

from __future__ import annotations

import re
import string
from pathlib import Path

import pytest

from tiendo.web.words import catalogue

_WEB = Path("src/tiendo/web")
_TEMPLATES = sorted(_WEB.rglob("*.html"))
# What is no text for people: tags and comments of templates and of HTML, entities, and what scripts and styles hold.
_NO_TEXT = re.compile(r"\{%.*?%\}|\{\{.*?\}\}|\{#.*?#\}|<!--.*?-->|<!doctype[^>]*>|<[^>]*>|&[a-z#0-9]+;", re.DOTALL)
_READ_ALOUD = re.compile(r'\b(?:aria-label|title|alt|placeholder|aria-description)="([^"]*)"')
_KEYS = re.compile(r"""["'`]([a-z][a-z0-9-]*(?:\.[a-z0-9-]+)+)["'`]""")
# Names of languages and of the product, keys of a keyboard, units of measure, names of file formats.
_ALIKE_EVERYWHERE = re.compile(r"\b(?:API|CSV|JSON|SVG|PNG|OpenAPI|TOTP|[a-z?]|Enter|Esc|ms|kB|MB|GeoJSON)\b")


@pytest.mark.parametrize("template", _TEMPLATES, ids=lambda one: one.as_posix().removeprefix("src/tiendo/web/"))
def test_a_template_holds_no_words_of_its_own(template: Path) -> None:
    text = template.read_text(encoding="utf-8")
    if "<" not in text:
        return  # attributes, which stand inside the element of another template
    shown = _NO_TEXT.sub(" ", text)
    read_aloud = " ".join(re.sub(r"\{[%{].*?[%}]\}", " ", said) for said in _READ_ALOUD.findall(text))
    left = _ALIKE_EVERYWHERE.sub(" ", f"{shown} {read_aloud}")
    assert not re.findall(r"[^\W\d_]{2,}", left), re.findall(r"[^\W\d_]{2,}", left)


@pytest.mark.parametrize("template", _TEMPLATES, ids=lambda one: one.as_posix().removeprefix("src/tiendo/web/"))
def test_a_template_holds_nothing_that_the_security_policy_refuses(template: Path) -> None:
    text = re.sub(r"\{%.*?%\}", "", template.read_text(encoding="utf-8"), flags=re.DOTALL)
    assert not re.search(r"\sstyle=|\son[a-z]+=|javascript:|<script(?![^>]*\bsrc=)|<style", text)


def test_both_languages_have_the_same_places_for_values() -> None:
    for key, phrase in catalogue().items():
        vietnamese, english = _places(phrase.words.vi), _places(phrase.words.en)
        assert vietnamese == english, key
        if phrase.one is not None:
            assert _places(phrase.one) <= english, key


def test_every_key_that_is_named_exists_and_every_key_is_named() -> None:
    sources = [*_WEB.rglob("*.py"), *_TEMPLATES, *_WEB.rglob("*.js")]
    text = "\n".join(one.read_text(encoding="utf-8") for one in sources)
    beginnings = {key.split(".")[0] for key in catalogue()}
    named = {
        key
        for key in _KEYS.findall(text)
        if key.split(".")[0] in beginnings and not key.endswith((".html", ".css", ".js", ".svg"))
    }
    composed = tuple(re.findall(r"""["']([a-z][a-z0-9.-]*[.-])\{""", text)) + tuple(
        re.findall(r"""["']([a-z][a-z0-9.-]*[.-])["']\s*(?:\||\+)""", text)
    )
    unused = [key for key in catalogue() if key not in named and not key.startswith(composed)]
    assert not unused, unused
    missing = [key for key in named if key not in catalogue() and "." in key and not _is_other(key)]
    assert not missing, missing


def _places(words: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(words) if name is not None}


def _is_other(key: str) -> bool:
    """Names with dots that are no keys of words: files, modules, permissions."""
    return key.split(".")[-1] in {"py", "yaml", "json", "csv", "png", "pdf", "atom"} or key.startswith(
        ("tiendo.", "django.")
    )
