"""The error tree of the whole product.

    TiendoError                 anything we raise on purpose; one sentence in each language
    ├── InvalidFact             a value that the vocabulary does not allow (a programming error)
    │   └── InvalidPeriod       a string or a pair of dates that is no period
    ├── ReferenceDataError      a reference or catalogue file is wrong: names the file and the key
    ├── LookupRefused           a look-up that cannot be answered (no date, incompatible units …)
    │   └── IncompatibleUnits   two units that measure different things
    ├── RecordRefused           a change or a question that the record does not take
    │   ├── NotPermitted        the one who asks may not do that, there
    │   ├── NoSuchEntry         nothing of that number or code stands in the record
    │   ├── InvalidChange       a value that the record does not take, with the field
    │   ├── SupersededMeanwhile somebody else changed the entry first
    │   ├── RecordBusy          somebody else is writing, for longer than one waits
    │   ├── RecordFull          there is no room left for what should be recorded
    │   └── RecordNotEmpty      another record would have to be written over
    ├── BrokenRecord            the hash chain does not hold: names the first broken entry
    ├── UnusableCopy            an export or backup that this program did not write, or not so: names the place
    ├── PlaceRefused            a copy cannot be written, or not there
    ├── ExportRefused           nothing to hand out, or more than the form takes
    ├── ReportRefused           a report that cannot be written as it was asked for
    ├── UnusableReport          a report without a stamp, or with one that this program did not write
    ├── InvalidSetting          an environment variable is wrong: names it and what is expected
    ├── RecordNotReady          the record cannot be used as it is
    │   ├── UnsafeKey           the file with the secret key can be read by others, or holds no key
    │   ├── RecordOutOfReach    the database does not answer, or its place cannot be written to
    │   ├── RecordDamaged       the database file is no database, or broken inside
    │   └── RecordIsNewer       a newer version of the program wrote it
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


class RecordRefused(TiendoError):
    """A change or a question that the record does not take."""


class NotPermitted(RecordRefused):
    """The one who asks may not do that, there."""


class NoSuchEntry(RecordRefused):
    """Nothing of that number or code stands in the record."""


class InvalidChange(RecordRefused):
    """A value that the record does not take; the message names the field."""


class SupersededMeanwhile(RecordRefused):
    """The entry that a change starts from was changed by somebody else first."""


class RecordBusy(RecordRefused):
    """Somebody else is writing, for longer than one waits."""


class RecordFull(RecordRefused):
    """There is no room left for what should be recorded."""


class RecordNotEmpty(RecordRefused):
    """The record holds something, and another one would have to be written over it."""


class BrokenRecord(TiendoError):
    """The hash chain does not hold; the message names the first broken entry."""


class UnusableCopy(TiendoError):
    """An export or a backup that is not as the program writes them; the message names file and line."""


class PlaceRefused(TiendoError):
    """A copy of the record cannot be written, or not to that place."""


class ExportRefused(TiendoError):
    """There is nothing to hand out, the form cannot hold it, or what is asked for fits no form."""


class ReportRefused(TiendoError):
    """A report that cannot be written as it was asked for; the message says what can be asked for."""


class UnusableReport(TiendoError):
    """A file that should be a report of ours and holds no stamp, or one that cannot be read."""


class InvalidSetting(TiendoError):
    """An environment variable is wrong: the message names it, what is wrong with it, and what is expected."""


class RecordNotReady(TiendoError):
    """The record cannot be used as it is; the message says what has to be done first."""


class UnsafeKey(RecordNotReady):
    """The file with the secret key can be read by others, or holds no key."""


class RecordOutOfReach(RecordNotReady):
    """The database does not answer, or the place where it is kept cannot be used."""


class RecordDamaged(RecordNotReady):
    """The database file is no database, or is broken inside."""


class RecordIsNewer(RecordNotReady):
    """A newer version of the program wrote the record, and this one does not know how to read it."""


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
