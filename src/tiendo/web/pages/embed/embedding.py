"""A view whose every answer is a small page that may stand in a page of others, also where it has nothing to show."""

from __future__ import annotations

import functools
from collections.abc import Callable
from http import HTTPStatus
from typing import Concatenate

from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.views.decorators.clickjacking import xframe_options_exempt

from tiendo.web.headers import let_be_framed
from tiendo.web.language import language_of
from tiendo.web.pages import questions
from tiendo.web.pages.reading import P, View, reads_for_all

THEMES = ("light", "dark")
"""What `?theme=` may ask for; without it the page is dark where the reader's screen is."""

_SHOWN = (HTTPStatus.OK, HTTPStatus.NOT_MODIFIED)


def embeds(view: View[P]) -> Callable[Concatenate[HttpRequest, P], HttpResponse]:
    """A view that answers for all and lets its page be framed.

    The page of the site that would say what went wrong is for one reader, and has forms: no other site may show it.
    """
    made = reads_for_all(view)

    @xframe_options_exempt
    @functools.wraps(view)
    def answer(request: HttpRequest, /, *arguments: P.args, **named: P.kwargs) -> HttpResponse:
        given = made(request, *arguments, **named)
        if given.status_code not in _SHOWN:
            given = _nothing_to_show(request, given.status_code)
        let_be_framed(given)
        return given

    return answer


def _nothing_to_show(request: HttpRequest, status: int) -> HttpResponse:
    page = render_to_string("embed/nothing.html", {"language": language_of(request)})
    answer = HttpResponse(page, status=status)
    answer["Cache-Control"] = "no-store"
    return answer


def theme_of(request: HttpRequest) -> str:
    """The theme that the address asks for, empty where it leaves that to the screen; raises `WrongQuestion`."""
    return questions.choice(request, "theme", THEMES) or ""
