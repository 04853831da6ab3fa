"""Where a request comes from, and where one may be sent back to."""

from __future__ import annotations

from dataclasses import replace

import pytest
from django.test import RequestFactory

from tiendo.web.accounts.addresses import client_address, is_local, way_back
from tiendo.web.pages.profile.sessions import told


@pytest.mark.parametrize(
    ("proxies", "header", "found"),
    [
        (0, "192.0.2.1", "10.0.0.9"),
        (1, "192.0.2.1", "192.0.2.1"),
        (1, "203.0.113.66, 192.0.2.1", "192.0.2.1"),
        (2, "203.0.113.66, 192.0.2.1, 10.0.0.1", "192.0.2.1"),
        (2, "192.0.2.1", "10.0.0.9"),
        (1, "", "10.0.0.9"),
        (1, " , ", "10.0.0.9"),
    ],
)
def test_only_what_our_own_servers_wrote_is_believed(settings, proxies, header, found):
    settings.TIENDO = replace(settings.TIENDO, proxies=proxies)
    request = RequestFactory().get("/", REMOTE_ADDR="10.0.0.9", HTTP_X_FORWARDED_FOR=header)
    assert client_address(request) == found


@pytest.mark.parametrize("address", ["/", "/tasks?agency=STC", "/văn-bản", "/a//b"])
def test_paths_of_this_site_are_local(address):
    assert is_local(address)


@pytest.mark.parametrize("address", ["", "x", "//x", "/\\x", "https://x", "javascript:x", "/\n/x", "/" + "x" * 3000])
def test_all_else_is_not(address):
    assert not is_local(address)
    assert way_back(RequestFactory().get("/sign-in", {"next": address})) == "/"


@pytest.mark.parametrize(
    ("said", "known_as"),
    [
        ("Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/150 Safari/537.36 Edg/150", ("Edge", "Windows")),
        ("Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/150 Safari/537.36", ("Chrome", "Linux")),
        ("Mozilla/5.0 (iPhone; CPU iPhone OS 19 like Mac OS X) Version/19 Safari/604", ("Safari", "iPhone")),
        ("Mozilla/5.0 (Android 15; Mobile) Gecko/150 Firefox/150", ("Firefox", "Android")),
        ("curl/8", ("curl/8", "")),
        ("", ("–", "")),
    ],
)
def test_browsers_are_called_what_people_call_them(said, known_as):
    assert told(said) == known_as
