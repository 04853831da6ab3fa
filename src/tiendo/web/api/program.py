"""The API as a whole: its routers, its errors, its description."""

from __future__ import annotations

from django.http import Http404
from ninja import Swagger
from ninja.errors import HttpError, ValidationError

from tiendo.web.api.description import ABOUT, VERSION, DescribedAPI
from tiendo.web.api.errors import problem_answer
from tiendo.web.api.routers import (
    acts,
    documents,
    facts,
    findings,
    indicators,
    observations,
    publications,
    reviews,
    scoreboard,
    session,
    targets,
    tasks,
)

api = DescribedAPI(
    title="Tiến Độ",
    version=VERSION,
    description=ABOUT,
    urls_namespace="api-1",
    # The page would else send what somebody types there to the API of another origin.
    docs=Swagger(settings={"persistAuthorization": False, "validatorUrl": None}),
)

for _prefix, _router in (
    ("/indicators", indicators.router),
    ("/targets", targets.router),
    ("/observations", observations.router),
    ("/tasks", tasks.router),
    ("/documents", documents.router),
    ("", facts.router),
    ("", reviews.router),
    ("", publications.router),
    ("/findings", findings.router),
    ("/scoreboard", scoreboard.router),
    ("/acts", acts.router),
    ("/session", session.router),
):
    api.add_router(_prefix, _router)

for _fault in (Exception, Http404, HttpError, ValidationError):
    # Handlers are given exceptions and never their classes, whatever the signature says.
    api.add_exception_handler(_fault, problem_answer)  # type: ignore[arg-type]
