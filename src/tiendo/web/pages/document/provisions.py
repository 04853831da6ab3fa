"""Addresses of provisions on the page of a document: the same as in its Akoma Ntoso file."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from tiendo.ledger.remembered import Remembered
from tiendo.ledger.selectors.document_outline import outline_of
from tiendo.ledger.selectors.document_text import TextVersion
from tiendo.publishing.akoma_ntoso import Outlined, provision_addresses

_KEPT = 32  # documents that people read at one time, as their layouts are kept
_PROVISIONS: Remembered[bytes, Mapping[int, str]] = Remembered(_KEPT)


def provisions_of(version: TextVersion) -> Mapping[int, str]:
    """The address of each numbered provision (`art_1__para_2`) by the place where its content begins."""

    def make(_: Sequence[bytes]) -> list[Mapping[int, str]]:
        read = outline_of(version)
        return [provision_addresses(Outlined(read.text, read.blocks, read.tables))]

    return _PROVISIONS.of([version.digest], make)[0]


def place_of(version: TextVersion, provision: str) -> int | None:
    """Where the provision with that address begins; `None` where there is none."""
    return next((place for place, address in provisions_of(version).items() if address == provision), None)
