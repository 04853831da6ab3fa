from __future__ import annotations

import pytest

from tiendo.cli.language import choose_language


@pytest.mark.parametrize(
    ("arguments", "environment", "language"),
    [
        ([], {}, "vi"),
        ([], {"LANG": "C.UTF-8"}, "vi"),
        ([], {"LANG": "vi_VN.UTF-8"}, "vi"),
        ([], {"LANG": "fr_FR.UTF-8"}, "vi"),
        ([], {"LANG": "en_GB.UTF-8"}, "en"),
        ([], {"LANG": "en"}, "en"),
        ([], {"LANG": "enm_XX"}, "vi"),
        ([], {"LC_ALL": "", "LANG": "en_US.UTF-8"}, "en"),
        ([], {"LC_MESSAGES": "vi_VN", "LANG": "en_US.UTF-8"}, "vi"),
        ([], {"LC_ALL": "en_US.UTF-8", "LC_MESSAGES": "vi_VN"}, "en"),
        (["--lang", "en"], {"LANG": "vi_VN.UTF-8"}, "en"),
        (["extract", "a.txt", "--lang=vi"], {"LANG": "en_US.UTF-8"}, "vi"),
        (["--lang", "en", "extract", "--lang", "vi"], {}, "vi"),
        (["--lang"], {"LANG": "en_US.UTF-8"}, "en"),
        (["--lang", "de"], {}, "vi"),
        (["extract", "--", "--lang", "en"], {}, "vi"),
    ],
)
def test_the_language_is_what_the_user_asks_for_then_the_locale_then_vietnamese(arguments, environment, language):
    assert choose_language(arguments, environment) == language
