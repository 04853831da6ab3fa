from __future__ import annotations

import json

import pytest

from tests.spec.checks.audit import plan, report
from tiendo.cli import check
from tiendo.cli.main import main
from tiendo.verification import CHECKS

RIGHT = report("Đã giải quyết 49/58 đơn, đạt 84,5%.")
WRONG = report("Đã giải quyết 49/58 đơn, đạt 48,5%.")
ASKING = report("Dự án có vốn 2.300 tỷ đồng (tương đương 10 triệu USD).")


@pytest.fixture
def file(tmp_path):
    """Writes a text to a file and gives its name."""

    def write(text: str, name: str = "bao-cao.txt") -> str:
        path = tmp_path / name
        path.write_text(text, encoding="utf-8")
        return str(path)

    return write


@pytest.fixture
def run(capsys):
    """Runs the command and gives its exit code and what it printed."""

    def command(*arguments: str) -> tuple[int, str, str]:
        code = main(["check", *arguments, "--jobs", "1"])
        said = capsys.readouterr()
        return code, said.out, said.err

    return command


def test_the_checks_that_can_be_named_are_those_of_the_audit_in_their_order():
    assert tuple(one.id for one in CHECKS) == check.CHECKS


@pytest.mark.parametrize(
    ("text", "fail_on", "code"),
    [
        (RIGHT, (), 0),
        (WRONG, (), 0),
        (RIGHT, ("--fail-on", "inconsistent"), 0),
        (WRONG, ("--fail-on", "inconsistent"), 3),
        (WRONG, ("--fail-on", "question"), 3),
        (ASKING, ("--fail-on", "inconsistent"), 0),
        (ASKING, ("--fail-on", "question"), 3),
    ],
    ids=["right", "wrong", "right, asked", "wrong, asked", "wrong, question asked", "question", "question, asked"],
)
def test_the_exit_code_tells_of_findings_where_that_is_asked_for(file, run, text, fail_on, code):
    assert run(file(text), *fail_on)[0] == code


def test_a_file_that_cannot_be_read_gives_code_1_and_the_others_are_audited(file, run):
    code, out, err = run(file(WRONG), "khong-co.txt", "--fail-on", "inconsistent", "--lang", "vi")
    assert code == 1
    assert "48,5%" in out
    assert "khong-co.txt" in err
    assert err.count("\n") == 1


def test_nothing_is_printed_where_no_file_could_be_read(run):
    code, out, err = run("khong-co.txt")
    assert (code, out) == (1, "")
    assert err


@pytest.mark.parametrize(
    "wrong",
    [
        ("--only", "sums,tổng"),
        ("--only", "sum"),
        ("--fail-on", "unknown"),
        ("--format", "csv"),
        ("--period", "2022-Q9"),
    ],
    ids=" ".join,
)
def test_wrong_use_gives_code_2_and_one_sentence(file, wrong, capsys):
    with pytest.raises(SystemExit) as stop:
        main(["check", file(RIGHT), *wrong])
    said = capsys.readouterr()
    assert stop.value.code == 2
    assert said.out == ""
    assert said.err.count("\n") == 1


@pytest.mark.parametrize("language", ["vi", "en"])
def test_an_unknown_check_is_named_with_those_that_there_are(file, language, capsys):
    with pytest.raises(SystemExit):
        main(["check", file(RIGHT), "--only", "sums,totals", "--lang", language])
    said = capsys.readouterr().err
    assert "totals" in said
    assert all(name in said for name in check.CHECKS)


def test_a_place_that_cannot_be_written_to_gives_code_2(file, run, tmp_path):
    code, out, err = run(file(RIGHT), "-o", str(tmp_path / "khong-co" / "ket-qua.md"))
    assert (code, out) == (2, "")
    assert err


def test_consistent_findings_are_shown_on_demand(file, run):
    right = file(RIGHT)
    assert "84,5%" not in run(right)[1]
    assert "84,5%" in run(right, "--all")[1]


def test_only_the_checks_asked_for_are_shown(file, run):
    name = file(report("Đã giải quyết 49/58 đơn, đạt 48,5%.", "Tỷ lệ che phủ rừng đạt 163,5%."))
    found = {json.loads(line)["check"] for line in run(name, "--format", "jsonl")[1].splitlines()}
    assert {"ratios", "sanity"} <= found
    asked = [json.loads(line)["check"] for line in run(name, "--format", "jsonl", "--only", "sanity")[1].splitlines()]
    assert asked == ["sanity"]


def test_several_files_are_audited_together(file, run):
    names = (
        file(report("Trồng rừng mới 2.530 ha, bằng 21,8% kế hoạch.")),
        file(plan("Trồng rừng mới 9.000 ha."), "b.txt"),
    )
    assert run(names[0], "--fail-on", "inconsistent")[0] == 0
    assert run(*names, "--fail-on", "inconsistent")[0] == 3


def test_each_format_tells_the_same_slip(file, run):
    name = file(WRONG)
    table, jsonl, markdown = (run(name, "--format", form, "--lang", "vi")[1] for form in ("table", "jsonl", "md"))
    assert "“48,5%” phải là “84,5%”" in table
    assert json.loads(jsonl)["suggestion"]["likely"] == "84,5%"
    assert markdown.startswith("# Kiểm tra số liệu")
    assert "“48,5%” phải là “84,5%”" in markdown


def test_the_language_is_that_asked_for(file, run):
    name = file(WRONG)
    assert "two digits swapped" in run(name, "--lang", "en")[1]
    assert "hai chữ số đổi chỗ" in run(name, "--lang", "vi")[1]


def test_the_result_goes_to_a_file_where_one_is_named(file, run, tmp_path):
    target = tmp_path / "kiem-tra.jsonl"
    code, out, _ = run(file(WRONG), "--format", "jsonl", "-o", str(target))
    assert (code, out) == (0, "")
    assert json.loads(target.read_text(encoding="utf-8"))["check"] == "ratios"
