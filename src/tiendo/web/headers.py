"""What every answer tells the browser: what a page may load, and that nobody may put it into a frame.

The small pages that are made to stand in pages of others are the one exception.
"""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

# Everything comes from this site, and nothing of a page is code but the files that it names. Whatever a document or a
# name brings along stays text, even where a template should one day forget to escape it.
_POLICY = "; ".join(
    (
        "default-src 'none'",
        "base-uri 'none'",
        "connect-src 'self'",
        "font-src 'self'",
        "form-action 'self'",
        "frame-ancestors 'none'",
        "img-src 'self'",
        "manifest-src 'self'",
        "script-src 'self'",
        "style-src 'self'",
    )
)
# The page of the API's documentation begins with a script of its own, and draws its pictures from data.
_DOCUMENTATION = "/api/v1/docs"
_POLICY_OF_DOCUMENTATION = (
    _POLICY.replace("script-src 'self'", "script-src 'self' 'unsafe-inline'")
    .replace("style-src 'self'", "style-src 'self' 'unsafe-inline'")
    .replace("img-src 'self'", "img-src 'self' data:")
)

# What may stand in a page of others shows what all may see, and has neither scripts nor forms nor anything to press
# but links.
_POLICY_OF_EMBEDDED = "; ".join(
    (
        "default-src 'none'",
        "base-uri 'none'",
        "font-src 'self'",
        "form-action 'none'",
        "frame-ancestors *",
        "img-src 'self'",
        "style-src 'self'",
    )
)

_OLD_GUARD = "X-Frame-Options"
_ALWAYS = {
    # For browsers that do not know the policy. Django sets it where a request gets that far, which not every one does.
    _OLD_GUARD: "DENY",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    "Cross-Origin-Resource-Policy": "same-origin",
}

Answer = Callable[[HttpRequest], HttpResponse]


def let_be_framed(answer: HttpResponse) -> None:
    """Let other sites show the answer in a frame; for the pages of `pages/embed` alone."""
    answer["Content-Security-Policy"] = _POLICY_OF_EMBEDDED
    answer["Cross-Origin-Resource-Policy"] = "cross-origin"


def guards_pages(get_response: Answer) -> Answer:
    """Put the headers on every answer that has none of its own."""

    def answer(request: HttpRequest) -> HttpResponse:
        given = get_response(request)
        policy = _POLICY_OF_DOCUMENTATION if request.path == _DOCUMENTATION else _POLICY
        given.setdefault("Content-Security-Policy", policy)
        may_be_framed = given["Content-Security-Policy"] == _POLICY_OF_EMBEDDED
        for name, value in _ALWAYS.items():
            if not (may_be_framed and name == _OLD_GUARD):
                given.setdefault(name, value)
        return given

    return answer
