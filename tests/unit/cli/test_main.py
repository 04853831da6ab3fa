from __future__ import annotations

import pytest

from tiendo.cli import catalogue
from tiendo.cli.main import main
from tiendo.cli.output import OutputRefused
from tiendo.facts.errors import EmptyDocument, ReferenceDataError

SENTENCES = {"vi": "tệp hỏng.", "en": "the file is broken."}


@pytest.fixture
def ending_with(monkeypatch):
    """Lets the command end in a way of the test's choosing."""

    def arrange(ending: BaseException | int) -> None:
        def run(*_):
            if isinstance(ending, BaseException):
                raise ending
            return ending

        monkeypatch.setattr(catalogue, "run", run)

    return arrange


@pytest.mark.parametrize("code", [0, 1, 2])
def test_the_exit_code_is_that_of_the_command(ending_with, code, capsys):
    ending_with(code)
    assert main(["catalogue", "check"]) == code
    assert capsys.readouterr() == ("", "")


@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize(("error", "code"), [(EmptyDocument, 1), (ReferenceDataError, 1), (OutputRefused, 2)])
def test_an_error_of_ours_is_one_sentence_in_the_users_language(ending_with, error, code, language, capsys):
    ending_with(error(**SENTENCES))
    assert main(["catalogue", "check", "--lang", language]) == code
    assert capsys.readouterr() == ("", SENTENCES[language] + "\n")


def test_an_interrupt_ends_quietly_with_the_code_that_shells_expect(ending_with, capsys):
    ending_with(KeyboardInterrupt())
    assert main(["catalogue", "check"]) == 130
    assert capsys.readouterr() == ("", "")


def test_the_version_is_printed(capsys):
    with pytest.raises(SystemExit) as stop:
        main(["--version"])
    assert stop.value.code == 0
    assert capsys.readouterr().out.startswith("tiendo 0.")
