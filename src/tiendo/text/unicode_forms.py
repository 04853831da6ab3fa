"""The one form in which text is read: composed letters (NFC) and `\\n` line ends.

Every offset in the product counts code points of this form, so nothing else is changed: no-break
and zero-width characters stay where they are, and whoever matches text allows for them.
"""

from __future__ import annotations

import unicodedata

_BYTE_ORDER_MARK = "\ufeff"


def to_nfc(text: str) -> str:
    """Compose letters and marks; text that is composed already is returned as it is."""
    return text if unicodedata.is_normalized("NFC", text) else unicodedata.normalize("NFC", text)


def canonical_text(text: str) -> str:
    """The text of a document: NFC, `\\n` line ends, no byte-order mark at its beginning."""
    text = text.removeprefix(_BYTE_ORDER_MARK)
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    return to_nfc(text)
