"""The product's own settings, with what tests need otherwise: a folder of their own, and passwords that cost nothing.

Each process of a test run has a data folder of its own, which ends with it. The database is the one that
`TIENDO_DATABASE_URL` names, else a SQLite file in that folder; Django makes a test database beside it.
"""

from __future__ import annotations

import atexit
import os
import shutil
import tempfile
from pathlib import Path

from tiendo.config.settings import VARIABLES

for _variable in VARIABLES:
    # What somebody has set for an installation is no setting of the tests.
    if _variable.name != "TIENDO_DATABASE_URL":
        os.environ.pop(_variable.name, None)

_folder = Path(tempfile.mkdtemp(prefix="tiendo-tests-"))
atexit.register(shutil.rmtree, _folder, ignore_errors=True)
os.environ["TIENDO_DATA_DIR"] = str(_folder)

from tiendo.config.django_settings import *  # noqa: E402, F403 - the folder has to be known first
from tiendo.config.django_settings import DATABASES, STATIC_ROOT, STORAGES  # noqa: E402

# A file, as in use: the database in memory that Django would choose knows neither WAL nor a second process.
DATABASES["default"]["TEST"] = {
    "NAME": str(_folder / "test.sqlite3") if "sqlite" in DATABASES["default"]["ENGINE"] else "test_tiendo"
}
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
STORAGES["staticfiles"] = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
# Its absence is a warning, and warnings are errors here.
STATIC_ROOT.mkdir()
