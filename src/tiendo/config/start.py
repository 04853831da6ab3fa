"""What has to be there before a command uses the record: Django, the data folder, the key, an up-to-date database.

There is no step of its own for any of it. The first command on an empty place sets it up, a command of a newer version
brings an older record up to date, and where nothing is to do it costs one query.
"""

from __future__ import annotations

import os

SETTINGS_MODULE = "tiendo.config.django_settings"


def start_django() -> None:
    """Set Django up in this process; a second call does nothing. Raises `InvalidSetting`."""
    import django
    from django.apps import apps

    if not apps.ready:
        # Whatever the variable held was meant for another program.
        os.environ["DJANGO_SETTINGS_MODULE"] = SETTINGS_MODULE
        django.setup()


def ensure_empty_tables() -> None:
    """Make ready as `ensure_ready`, but put nothing into the tables: another record is going to fill them."""
    _ready(lists=False)


def ensure_ready() -> None:
    """Make the record ready for use: the data folder, the secret key, and the database with all its tables.

    Several processes may call it at once, and one that was killed on the way leaves work that the next call does.
    Raises `InvalidSetting` or a `RecordNotReady`.
    """
    _ready(lists=True)


def _ready(*, lists: bool) -> None:
    start_django()
    from django.conf import settings

    from tiendo.config.secret_key import make_data_dir, secret_key
    from tiendo.config.set_up import bring_up_to_date, make_tables

    make_data_dir(settings.TIENDO.data_dir)
    secret_key(settings.TIENDO.key_file)
    if lists:
        bring_up_to_date()
    else:
        make_tables()
