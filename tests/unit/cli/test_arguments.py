from __future__ import annotations

import pytest

from tiendo.cli import extract
from tiendo.cli.main import build_parser
from tiendo.cli.messages import Messages
from tiendo.facts import contract
from tiendo.facts.period import Period


@pytest.fixture(params=["vi", "en"])
def parser(request):
    return build_parser(Messages(request.param))


@pytest.mark.parametrize(
    ("line", "name", "value"),
    [
        ("extract a.txt", "format", "table"),
        ("extract a.txt", "kind", ("target", "observation", "task", "citation")),
        ("extract a.txt --kind target,task", "kind", ("target", "task")),
        ("extract a.txt --period 2022-Q1", "period", Period.quarter(2022, 1)),
        ("extract a.txt b.txt", "files", ["a.txt", "b.txt"]),
        ("extract a.txt --jobs 3", "jobs", 3),
        ("--max-size 5MB extract a.txt", "max_size", 5_000_000),
        ("extract a.txt --max-size 5MB", "max_size", 5_000_000),
        ("--lang en extract a.txt", "lang", "en"),
        ("status a.txt --period 2022", "period", Period.of_year(2022)),
        ("status a.txt --period 2022 --format svg", "format", "svg"),
        ("catalogue show poverty_rate", "id", "poverty_rate"),
    ],
)
def test_the_line_is_understood(parser, line, name, value):
    assert getattr(parser.parse_args(line.split()), name) == value


@pytest.mark.parametrize(
    "line",
    [
        "",
        "extract",
        "extract a.txt --format xml",
        "extract a.txt --kind targets",
        "extract a.txt --period 2022-Q5",
        "extract a.txt --period hôm-qua",
        "extract a.txt --jobs 0",
        "extract a.txt --max-size lớn",
        "extract a.txt --form csv",
        "status a.txt",
        "outline a.txt b.txt",
        "catalogue burn",
        "completion fish",
        "reckon a.txt",
    ],
)
def test_wrong_use_ends_with_code_2_and_one_sentence(parser, line, capsys):
    with pytest.raises(SystemExit) as stop:
        parser.parse_args(line.split())
    said = capsys.readouterr()
    assert stop.value.code == 2
    assert said.out == ""
    assert said.err.count("\n") == 1
    assert "--help" in said.err


@pytest.mark.parametrize("command", ["", "extract", "outline", "status", "catalogue", "completion"])
@pytest.mark.parametrize(("language", "words"), [("vi", ("Cách dùng:", "Ví dụ:")), ("en", ("Usage:", "Examples:"))])
def test_help_is_in_the_language_asked_for_and_has_examples(command, language, words, capsys):
    parser = build_parser(Messages(language))
    with pytest.raises(SystemExit) as stop:
        parser.parse_args([*command.split(), "--help"])
    text = capsys.readouterr().out
    assert stop.value.code == 0
    assert all(word in text for word in words)
    assert f"  tiendo {command}" in text
    assert "usage:" not in text


def test_the_kinds_that_can_be_asked_for_are_those_of_the_contract():
    assert extract.KINDS == contract.KINDS
