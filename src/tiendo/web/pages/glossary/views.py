"""The glossary."""

from __future__ import annotations

from django.http import HttpResponse

from tiendo.web.pages.glossary.terms import chapters
from tiendo.web.pages.reading import Reading, reads


@reads
def glossary(reading: Reading) -> HttpResponse:
    """Every term with its meaning."""
    return reading.show("glossary/page.html", {"chapters": chapters(), "english": reading.language == "en"})
