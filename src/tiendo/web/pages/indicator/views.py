"""One indicator as a page, and as the files that people take along."""

from __future__ import annotations

from django.http import HttpResponse
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.safestring import SafeString, mark_safe

from tiendo.publishing.chart_layout import COMPACT, WIDE
from tiendo.publishing.chart_values import Chart
from tiendo.publishing.chart_within_year import within_year
from tiendo.publishing.indicator_chart import on_page
from tiendo.publishing.picture import CONTENT_TYPES, Form, written
from tiendo.web.handouts.charts import alone
from tiendo.web.pages.embed.snippets import snippets_of
from tiendo.web.pages.indicator import about
from tiendo.web.pages.indicator.asked import Asked, asked_for
from tiendo.web.pages.indicator.charting import chart
from tiendo.web.pages.indicator.rows import years_of
from tiendo.web.pages.indicator.values_table import as_csv
from tiendo.web.pages.reading import Reading, reads
from tiendo.web.words import say


@reads
def indicator(reading: Reading, code: str) -> HttpResponse:
    """One line through all horizons, and every value behind it."""
    asked = asked_for(reading, code)
    shown = asked.indicator
    language = reading.language
    drawn = chart(asked)
    run = within_year(drawn)
    place = about.place_words(asked.territory, asked) if asked.territory else ""
    context = {
        "asked": asked,
        "indicator": shown,
        "name": shown.names.sentence(language),
        "crumbs": [
            (reverse("indicators"), say("section.indicators", language)),
            (_of_sector(asked), about.sector_of(asked)),
            *([("", place)] if place else []),
        ],
        "place": place,
        "places": [(one, about.place_words(one, asked)) for one in asked.territories],
        "is_switched": len(asked.territories) > 1 or asked.territory not in asked.territories,
        "definition": shown.definition.sentence(language),
        "direction": about.direction_of(shown, language),
        "frequency": say(f"indicator.frequency-{shown.frequency}", language),
        "semantics": say(f"indicator.semantics-{shown.semantics}", language),
        "owner": about.owner_of(asked),
        "standing": about.standing_of(asked),
        "charts": _drawings(drawn),
        "within_year": _drawings(run) if run is not None else [],
        "left_out": drawn.left_out,
        "unit": drawn.unit,
        "years": years_of(asked),
        "breaks": [(str(one.year), one.what.sentence(language)) for one in shown.definition_breaks],
        "related": about.related_to(asked),
        "near_names": [(one.name, one.warning.sentence(language)) for one in shown.near_aliases],
        "findings": about.findings_of(asked),
        "query": _query(asked),
        # What others may show is what all may see: a draft is no reason to offer a frame.
        "snippets": snippets_of(asked) if reading.account is None and not drawn.is_empty else [],
    }
    return reading.show("indicator/page.html", context)


@reads
def as_drawing(reading: Reading, code: str) -> HttpResponse:
    """The chart as SVG."""
    return _drawn(asked_for(reading, code), Form.SVG)


@reads
def as_picture(reading: Reading, code: str) -> HttpResponse:
    """The chart as PNG."""
    return _drawn(asked_for(reading, code), Form.PNG)


@reads
def as_print(reading: Reading, code: str) -> HttpResponse:
    """The chart as PDF."""
    return _drawn(asked_for(reading, code), Form.PDF)


@reads
def as_table(reading: Reading, code: str) -> HttpResponse:
    """Every value with its past, as CSV."""
    asked = asked_for(reading, code)
    return _file(as_csv(asked).encode("utf-8-sig"), "text/csv", asked, "csv")


def _drawings(drawn: Chart) -> list[SafeString]:
    """The wide one and the one for narrow screens; none of an empty chart."""
    # The drawing escapes every word that it takes from names and documents.
    return [] if drawn.is_empty else [mark_safe(on_page(drawn, layout)) for layout in (WIDE, COMPACT)]  # noqa: S308


def _drawn(asked: Asked, form: Form) -> HttpResponse:
    drawing = alone(chart(asked), asked.territory, asked.reading.known, day=asked.day, recorded=asked.day)
    return _file(written(drawing, form), CONTENT_TYPES[form], asked, form)


def _file(content: bytes, content_type: str, asked: Asked, ending: str) -> HttpResponse:
    answer = HttpResponse(content, content_type=content_type)
    # Saved and not shown: what stands in it never runs as a page of this site.
    answer["Content-Disposition"] = f'attachment; filename="{asked.indicator.id}-{asked.territory}.{ending}"'
    return answer


def _query(asked: Asked) -> str:
    """The same territory and moment for other addresses."""
    said = {"territory": asked.territory, "asOf": asked.reading.as_of}
    return urlencode({name: str(value) for name, value in said.items() if value is not None})


def _of_sector(asked: Asked) -> str:
    return f"{reverse('indicators')}?{urlencode({'sector': asked.indicator.sector})}"
