"""The API as a whole: its routers, its errors, its description."""

from __future__ import annotations

from typing import Final

from django.http import Http404
from ninja import NinjaAPI
from ninja.errors import HttpError, ValidationError

from tiendo.web.api.errors import problem_answer
from tiendo.web.api.routers import documents, observations

VERSION: Final = "1.0.0"

api = NinjaAPI(title="Tiến Độ", version=VERSION, urls_namespace="api-1")

for _prefix, _router in (
    ("/observations", observations.router),
    ("/documents", documents.router),
):
    api.add_router(_prefix, _router)

for _fault in (Exception, Http404, HttpError, ValidationError):
    # Handlers are given exceptions and never their classes, whatever the signature says.
    api.add_exception_handler(_fault, problem_answer)  # type: ignore[arg-type]
