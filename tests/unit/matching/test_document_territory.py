"""Which territory a document speaks of: its issuer's province, the country, or nobody knows."""

from __future__ import annotations

import pytest

from tiendo.documents.model import Document, Metadata
from tiendo.matching import document_territory
from tiendo.reference.territories import LANG_SON, NATIONAL


@pytest.mark.parametrize(
    ("issuer", "place", "territory"),
    [
        ("Ủy ban nhân dân tỉnh Lạng Sơn", "Lạng Sơn", LANG_SON),
        ("Hội đồng nhân dân tỉnh Sơn La", None, "14"),
        ("UBND tỉnh", "Lạng Sơn", LANG_SON),
        # Central bodies are dated from Hà Nội, and their figures are not those of Hà Nội.
        ("Chính phủ", "Hà Nội", NATIONAL),
        ("Thủ tướng Chính phủ", "Hà Nội", NATIONAL),
        ("Bộ Công Thương", "Hà Nội", NATIONAL),
        ("Văn phòng Chính phủ", "Hà Nội", NATIONAL),
        ("Ủy ban nhân dân thành phố Hà Nội", "Hà Nội", "01"),
        (None, None, None),
    ],
)
def test_a_document_speaks_of_its_issuers_territory(issuer: str | None, place: str | None, territory: str) -> None:
    document = Document("a.txt", "txt", "", (), metadata=Metadata(issuer=issuer, place=place))

    assert document_territory(document) == territory
