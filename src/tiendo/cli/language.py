"""Which language the command speaks: `--lang`, else the locale, else Vietnamese."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise

LANGUAGES = ("vi", "en")

# The order in which POSIX lets them decide the language of messages.
_LOCALE_VARIABLES = ("LC_ALL", "LC_MESSAGES", "LANG")


def choose_language(arguments: Sequence[str], environment: Mapping[str, str]) -> str:
    """`"vi"` or `"en"`, from the raw arguments (help itself depends on it) and the locale.

    The interface is Vietnamese first: only a locale that says English changes that.
    """
    return _asked_for(arguments) or _of_locale(environment)


def _asked_for(arguments: Sequence[str]) -> str | None:
    asked = None
    for argument, following in pairwise([*arguments, ""]):
        if argument == "--":
            break
        name, separator, value = argument.partition("=")
        if name == "--lang":
            asked = value if separator else following
    return asked if asked in LANGUAGES else None


def _of_locale(environment: Mapping[str, str]) -> str:
    locale = next(filter(None, (environment.get(name) for name in _LOCALE_VARIABLES)), "")
    return "en" if locale.lower().split(".")[0].split("_")[0] == "en" else "vi"
