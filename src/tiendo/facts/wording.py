"""The same words in Vietnamese and English."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Wording:
    """The same words in Vietnamese and English."""

    vi: str
    en: str

    def sentence(self, language: str) -> str:
        """The words in the language asked for, `"vi"` or `"en"`."""
        return self.vi if language == "vi" else self.en
