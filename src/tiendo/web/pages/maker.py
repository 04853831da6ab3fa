"""Which program makes the pages: what is kept over a restart must not outlive an update or another setting."""

from __future__ import annotations

import hashlib
from functools import cache
from pathlib import Path

import django
from django.conf import settings

import tiendo

_PACKAGE = Path(tiendo.__file__).parent


@cache
def maker() -> str:
    """The same as long as code, templates, styles and settings are the same."""
    files = sorted(path for path in _PACKAGE.rglob("*") if path.suffix not in (".pyc", "") and path.is_file())
    made_of = [(str(path.relative_to(_PACKAGE)), path.stat().st_size, path.stat().st_mtime_ns) for path in files]
    return hashlib.sha256(repr((tiendo.__version__, django.VERSION, settings.TIENDO, made_of)).encode()).hexdigest()
