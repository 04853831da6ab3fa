"""The code that puts a ruler or a chart of an indicator into another page."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape

from django.urls import reverse
from django.utils.http import urlencode

from tiendo.web.pages.indicator.asked import Asked
from tiendo.web.words import say

# Name of the address, key of its words, and the height that it takes at the width of a column of text.
_KINDS = (("embed-ruler", "embed.ruler", 230), ("embed-chart", "embed.chart", 480))


_REST = 'loading="lazy" frameborder="0"'


@dataclass(frozen=True, slots=True)
class Snippet:
    """A frame: what it shows, the name of its form field, and its code as text, which a page has to escape."""

    words: str
    name: str
    code: str


def snippets_of(asked: Asked) -> list[Snippet]:
    """The frames of the indicator in its territory, in the language of the page."""
    language = asked.reading.language
    said = {"territory": asked.territory, "lang": language}
    query = urlencode({name: value for name, value in said.items() if value is not None})
    made = []
    for name, key, height in _KINDS:
        address = f"{reverse(name, args=[asked.indicator.id])}?{query}"
        title = f"{asked.indicator.names.sentence(language)} · {say(key, language)}"
        source = escape(asked.reading.request.build_absolute_uri(address))
        code = f'<iframe src="{source}" title="{escape(title)}" width="100%" height="{height}" {_REST}></iframe>'
        made.append(Snippet(say(key, language), name, code))
    return made
