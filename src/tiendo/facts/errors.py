"""The error tree of the whole product.

    TiendoError                 anything we raise on purpose; one sentence in each language
    ├── InvalidFact             a value that the vocabulary does not allow (a programming error)
    │   └── InvalidPeriod       a string or a pair of dates that is no period
    ├── ReferenceDataError      a reference or catalogue file is wrong: names the file and the key
    ├── LookupRefused           a look-up that cannot be answered (no date, incompatible units …)
    │   └── IncompatibleUnits   two units that measure different things
    └── UnreadableDocument      a file that cannot be read, with the reason
        ├── DocumentNotFound    missing, or a folder
        ├── EmptyDocument       nothing in it
        ├── WrongFormat         the content is not what the name says, or no reader exists
        ├── DamagedDocument     truncated or broken inside
        ├── ProtectedDocument   needs a password
        ├── DocumentTooLarge    over a limit (bytes, expanded bytes, pages)
        └── MissingHelper       needs a program that is not installed (names the package)

Every message exists in Vietnamese and English and says what is wrong and what to do.
"""

from __future__ import annotations


class TiendoError(Exception):
    """What is wrong and what to do, in Vietnamese (`vi`) and English (`en`)."""

    def __init__(self, *, vi: str, en: str) -> None:
        super().__init__(en)
        self.vi = vi
        self.en = en

    def sentence(self, language: str) -> str:
        """The message in the language asked for, `"vi"` or `"en"`."""
        return self.vi if language == "vi" else self.en


class InvalidFact(TiendoError):
    """A value that the vocabulary does not allow."""


class InvalidPeriod(InvalidFact):
    """A string or a pair of dates that is no period."""


class ReferenceDataError(TiendoError):
    """A reference or catalogue file is wrong: the message names the file and the key."""


class LookupRefused(TiendoError):
    """A look-up that cannot be answered as it was asked."""


class IncompatibleUnits(LookupRefused):
    """Two units that measure different things."""


class UnreadableDocument(TiendoError):
    """A file that cannot be read; the message names the file."""


class DocumentNotFound(UnreadableDocument):
    """The file is missing, or the path is a folder."""


class EmptyDocument(UnreadableDocument):
    """There is no text in the file."""


class WrongFormat(UnreadableDocument):
    """The content is not what the name says, or nothing here reads such files."""


class DamagedDocument(UnreadableDocument):
    """The file is truncated or broken inside."""


class ProtectedDocument(UnreadableDocument):
    """The file needs a password."""


class DocumentTooLarge(UnreadableDocument):
    """The file, what it unpacks to, or its number of pages is over a limit."""


class MissingHelper(UnreadableDocument):
    """A program that this format needs is not installed."""
