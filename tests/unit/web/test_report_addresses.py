"""The addresses that reports name are those of the pages."""

from __future__ import annotations

from django.urls import reverse

from tiendo.web.handouts.reports import ADDRESSES


def test_every_address_is_that_of_its_page():
    for name, address in ADDRESSES.items():
        arguments = ["7"] if "{}" in address else []
        assert reverse(name, args=arguments) == address.format(*arguments)
