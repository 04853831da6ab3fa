"""Styles, scripts and pictures of the pages, gathered in one folder under names that change with their content."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import Any

from django.conf import settings
from django.contrib.staticfiles.finders import get_finders
from django.core.management import call_command
from whitenoise.compress import Compressor
from whitenoise.storage import CompressedManifestStaticFilesStorage

from tiendo import __version__
from tiendo.config.one_at_a_time import file_lock
from tiendo.config.refusals import no_place

# Written last: a folder without it was not finished.
_MARK = ".gathered"


class PackedStaticFiles(CompressedManifestStaticFilesStorage):  # type: ignore[misc] # whitenoise has no types
    """Each file under a name that changes with its content, packed by gzip alone.

    Brotli, which is here for the typeface, would make the scripts of the API's documentation a tenth smaller, and the
    first start half a minute longer.
    """

    def create_compressor(self, **options: Any) -> Compressor:
        """What packs the files."""
        return Compressor(use_brotli=False, **options)


def gather_static_files() -> None:
    """Gather them where they are missing or have changed since; a second process waits and finds them done.

    Raises `RecordOutOfReach` where the folder cannot be written to.
    """
    folder = Path(settings.STATIC_ROOT)
    # A developer is given the files from where they lie.
    if settings.DEBUG or _is_current(folder):
        return
    try:
        with file_lock(folder.with_name(folder.name + ".lock")):
            if not _is_current(folder):
                call_command("collectstatic", interactive=False, verbosity=0)
                (folder / _MARK).write_text(_fingerprint(), encoding="ascii")
    except OSError as fault:
        raise no_place(folder, fault) from fault


def _is_current(folder: Path) -> bool:
    mark = folder / _MARK
    return mark.is_file() and mark.read_text(encoding="ascii", errors="replace") == _fingerprint()


def _fingerprint() -> str:
    """The version, and the name, size and time of every file; reading them all would take longer."""
    known = hashlib.sha256(__version__.encode())
    for finder in get_finders():
        for name, storage in finder.list([]):
            file = Path(storage.path(name)).stat()
            known.update(f"\n{name} {file.st_size} {file.st_mtime_ns}".encode())
    return known.hexdigest()
