"""The page of a report before it leaves, and the files that it leaves as."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from django.conf import settings
from django.http import Http404, HttpResponse

from tiendo.facts.errors import InvalidSetting, ReportRefused
from tiendo.publishing.report.basis import Basis
from tiendo.publishing.report.compose import compose
from tiendo.publishing.report.forms import FORMS, Form
from tiendo.publishing.report.letterhead_words import addressee_lines
from tiendo.publishing.report.model import Report
from tiendo.web.handouts.reports import basis_of
from tiendo.web.pages.reading import Reading, reads
from tiendo.web.pages.report.asked import Asked, agencies_of, asked_for, kept_kind, kinds_of
from tiendo.web.pages.report.holding import holding_of
from tiendo.web.pages.report.preview import preview_of
from tiendo.web.pages.scoreboard.asked import choices_of_year, years_of
from tiendo.web.pages.shelf import PAGES
from tiendo.web.words import say

_SEAL_DIGITS = 16  # as the report prints it


@dataclass(frozen=True, slots=True)
class Composed:
    """A report with what it was composed from."""

    report: Report
    basis: Basis


@reads
def report(reading: Reading) -> HttpResponse:
    """The choice, what does not hold, and the report as it would leave."""
    asked = asked_for(reading)
    context: dict[str, Any] = {
        "asked": asked,
        "period_name": _named(asked, reading.language),
        "periods": choices_of_year(asked.period, reading),
        "years": years_of(asked.period, reading),
        "kept_kind": kept_kind(asked),
        "kinds": kinds_of(asked, reading.language),
        "agencies": agencies_of(asked, reading) if asked.agency or asked.lacks_agency else [],
        **_shown(asked, reading),
    }
    return reading.show("report/page.html", context)


@reads
def as_file(reading: Reading, ending: str) -> HttpResponse:
    """The report as a file of the form that the ending names; kept for the public as long as the record stays."""
    form = next((one for one in FORMS if one.suffix == f".{ending}"), None)
    if form is None:
        raise Http404
    asked = asked_for(reading)
    answer = HttpResponse(_bytes(form, asked, reading), content_type=form.media_type)
    # Saved and not shown: what stands in it never runs as a page of this site.
    answer["Content-Disposition"] = f'attachment; filename="{_file_name(asked)}{form.suffix}"'
    answer["X-Content-Type-Options"] = "nosniff"
    if reading.account is None:
        # Another making of the same report differs in its stamp alone.
        answer["ETag"] = f"W/{reading.etag}"
        answer["Vary"] = "Cookie"
        answer["Cache-Control"] = "public, no-cache"
    return answer


def _shown(asked: Asked, reading: Reading) -> dict[str, Any]:
    """The report for the template, or the sentence that says why there is none."""
    try:
        composed = _composed(asked, reading)
    except ReportRefused as fault:
        return {"refused": fault.sentence(reading.language)}
    except InvalidSetting as fault:
        return {"refused": _of_settings(fault, reading)}
    stamp = composed.report.stamp
    return {
        "report": composed.report,
        "addressees": addressee_lines(composed.report),
        "preview": preview_of(composed.report, composed.basis),
        "holding": holding_of(composed.basis, reading),
        "seal": stamp.seal[:_SEAL_DIGITS],
        "stamp": stamp,
        "files": [(one.suffix.removeprefix("."), one.suffix) for one in FORMS],
        "query": reading.request.GET.urlencode(),
    }


def _composed(asked: Asked, reading: Reading) -> Composed:
    if asked.lacks_agency:
        raise ReportRefused(vi=say("report.which-agency", "vi"), en=say("report.which-agency", "en"))
    basis = basis_of(asked.report(reading.language), reading.viewer, reading.known, at=datetime.now(UTC))
    return Composed(compose(basis, language=reading.language), basis)


def _bytes(form: Form, asked: Asked, reading: Reading) -> bytes:
    """The file; for the public from the shelf where it was made before."""
    has_session = settings.SESSION_COOKIE_NAME in reading.request.COOKIES
    # Pages lie there under their tags alone, and packed.
    tag = f"report {reading.etag}"
    kept = None if has_session else PAGES.get(tag)
    if kept is not None:
        return kept
    try:
        composed = _composed(asked, reading)
    except InvalidSetting as fault:
        raise ReportRefused(vi=_of_settings(fault, reading), en=_of_settings(fault, reading)) from fault
    made = form.write(composed.report, composed.basis)
    if not has_session:
        PAGES.put(tag, made)
    return made


def _of_settings(fault: InvalidSetting, reading: Reading) -> str:
    """What is wrong with the settings; only who is signed in is told where they lie."""
    if reading.account is None:
        return say("report.settings-wrong", reading.language)
    return fault.sentence(reading.language)


def _named(asked: Asked, language: str) -> str:
    return asked.period.vietnamese() if language == "vi" else asked.period.english()


def _file_name(asked: Asked) -> str:
    """`bao-cao-2022-Q1-quarter`: of letters that every system takes."""
    parts = ("bao-cao", str(asked.period).replace("/", "-").strip("."), asked.sort.value, asked.agency or "")
    return "-".join(part for part in parts if part)
