"""What Django makes of the settings, in processes that load them anew."""

from __future__ import annotations

import os
import sys

import pytest

from tests.integration.processes import command, run

HTTPS = {"TIENDO_PUBLIC_URL": "https://tiendo.example.vn"}

CHECK = """
from tiendo.config.start import start_django
start_django()
from django.core.management import call_command
call_command("check", deploy=True, fail_level="DEBUG")
"""


@pytest.fixture
def environ(tmp_path):
    return {**os.environ, "TIENDO_DATA_DIR": str(tmp_path / "record")}


def printed(expression, environ):
    code = (
        f"from tiendo.config.start import start_django\nstart_django()\nfrom django.conf import settings\n{expression}"
    )
    return run(code, environ).strip()


def test_with_https_djangos_own_check_for_deployment_has_nothing_to_say(environ):
    assert "no issues" in run(CHECK, environ | HTTPS)


def test_with_https_cookies_travel_only_encrypted(environ):
    names = "settings.SESSION_COOKIE_SECURE, settings.CSRF_COOKIE_SECURE, settings.SECURE_SSL_REDIRECT"
    assert printed(f"print({names})", environ | HTTPS) == "True True True"
    assert printed(f"print({names})", environ) == "False False False"


def test_loading_the_settings_leaves_nothing_behind(environ, tmp_path):
    printed("settings.INSTALLED_APPS", environ)
    assert list(tmp_path.iterdir()) == []


def test_the_secret_key_is_that_of_the_file(environ, tmp_path):
    key = printed("print(settings.SECRET_KEY)", environ)
    assert key == (tmp_path / "record" / "secret-key").read_text().strip()


def test_a_variable_of_another_django_program_is_of_no_account(environ):
    assert printed("print(settings.ROOT_URLCONF)", environ | {"DJANGO_SETTINGS_MODULE": "shop.settings"}) == (
        "tiendo.config.urls"
    )


def test_the_log_is_one_line_on_standard_error(environ):
    code = "import logging\nlogging.getLogger('tiendo.x').warning('a\\u00e1')\nlogging.getLogger('django').info('no')"
    assert printed(code, environ) == ""


LINES = [
    ["--help"],
    ["serve", "--help"],
    ["doctor", "--help"],
    ["extract", "{sample}", "--format", "jsonl"],
    ["outline", "{sample}"],
    ["check", "{sample}"],
    ["status", "{sample}", "--period", "2022"],
    ["catalogue", "check"],
    ["completion", "bash"],
]

WITHOUT_DJANGO = """
import contextlib, io, sys
from tiendo.cli.main import main
with contextlib.redirect_stdout(io.StringIO()), contextlib.suppress(SystemExit):
    main(sys.argv[1:])
print(sorted(name for name in sys.modules if name.split(".")[0] in ("django", "ninja", "psycopg", "gunicorn")))
"""


@pytest.mark.parametrize("line", LINES, ids=lambda line: " ".join(line))
def test_commands_that_need_no_record_load_no_django(line, environ, tmp_path):
    sample = tmp_path / "report.txt"
    sample.write_text("BÁO CÁO\nNăm 2022, tốc độ tăng trưởng kinh tế (GRDP) đạt 7,2%.\n", encoding="utf-8")
    import subprocess

    ended = subprocess.run(
        [sys.executable, "-c", WITHOUT_DJANGO, *(part.format(sample=sample) for part in line)],
        env=environ, text=True, capture_output=True, check=True,
    )  # fmt: skip
    assert ended.stdout == "[]\n"


def test_a_wrong_variable_does_not_disturb_a_command_that_needs_none(environ):
    assert command("catalogue", "check", environ=environ | {"TIENDO_PORT": "many"}).returncode == 0
