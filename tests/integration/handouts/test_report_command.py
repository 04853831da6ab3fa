"""`tiendo report`: a report from the record in each form, checked when it comes back, and nothing half done."""

from __future__ import annotations

import json

import pytest

from tests.integration.processes import command, run
from tests.integration.record.texts import REPORT, resolution, write

FORMS = ("docx", "pdf", "html", "md")


@pytest.fixture
def environ(own_record):
    return {**own_record, "LC_ALL": "en_US.UTF-8", "COLUMNS": "120"}


@pytest.fixture
def tiendo(environ, tmp_path):
    """The command on a record with a plan and a report; what it says, on standard output and standard error."""
    files = (str(write(tmp_path, "a.txt", resolution())), str(write(tmp_path, "b.txt", REPORT)))
    assert command("ingest", *files, environ=environ).returncode == 0

    def run(*arguments, ends_with=0, **more):
        done = command(*arguments, environ={**environ, **more})
        assert done.returncode == ends_with, done.stderr + done.stdout
        return done.stdout + done.stderr

    return run


def test_each_form_is_written_comes_back_and_adds_up(tiendo, tmp_path):
    for form in FORMS:
        path = tmp_path / f"report.{form}"
        tiendo("report", "--period", "2022-Q1", "--lang", "vi", "-o", str(path))
        said = tiendo("report", "--verify", str(path))
        assert "The report agrees with the record." in said, form
        assert "Audit of the text:" in said


def test_a_changed_record_marks_the_figures_that_rest_on_it(tiendo, tmp_path):
    path = tmp_path / "report.md"
    tiendo("report", "--period", "2022-Q1", "-o", str(path))
    tiendo("ingest", str(write(tmp_path, "c.txt", resolution("7.900"))))
    said = tiendo("report", "--verify", str(path), ends_with=3)
    assert "✗ changed: State budget revenue in the province, target: 7,850 → 7,900" in said
    assert "✗ changed: State budget revenue in the province, of the plan (%): 28.1 → 27.9" in said
    assert "does not agree with the record any more" in said


def test_a_withdrawn_document_takes_its_figures_out_of_the_record(tiendo, tmp_path):
    path = tmp_path / "report.html"
    tiendo("report", "--period", "2022-Q1", "-o", str(path))
    number = next(line.split()[0] for line in tiendo("documents").splitlines() if "902/BC-UBND" in line)
    tiendo("documents", "withdraw", number, "--why", "nhầm tệp")
    said = tiendo("report", "--verify", str(path), ends_with=3)
    assert "✗ withdrawn: State budget revenue in the province, result: 2,202.4" in said


def test_what_was_typed_by_hand_is_shown_and_checked(tiendo, tmp_path):
    path = tmp_path / "report.html"
    tiendo("report", "--period", "2022-Q1", "--lang", "vi", "-o", str(path))
    page = path.read_text(encoding="utf-8")
    over = page.replace(">2.202,4</data>", ">2.220,4</data>", 1)
    path.write_text(over.replace("Trên đây là", "Có 77 đơn vị. Trên đây là"), encoding="utf-8")
    said = tiendo("report", "--verify", str(path), ends_with=3)
    assert "✗ typed over: State budget revenue in the province, result: the record said 2.202,4" in said
    assert "? typed by hand, not bound: 77 (Có 77 đơn vị. Trên đây là" in said
    # The audit sees the slip too: the share of the plan does not fit the number any more.
    assert "two digits swapped" in said


def test_a_report_of_another_record_is_known_as_one(tiendo, environ, tmp_path):
    path = tmp_path / "report.md"
    tiendo("report", "--period", "2022-Q1", "-o", str(path))
    text = path.read_text(encoding="utf-8")
    start = text.index('"seal":"') + len('"seal":"')
    path.write_text(text[:start] + "0" * 64 + text[start + 64 :], encoding="utf-8")
    assert "never had the state" in tiendo("report", "--verify", str(path), ends_with=3)


def test_the_settings_of_the_province_fill_head_and_end(tiendo, tmp_path):
    names = write(
        tmp_path, "tinh.yaml", "issuer: ỦY BAN TỈNH MẪU\nrole: CHỦ TỊCH MẪU\nsigner: Lê Thị Mẫu\nplace: Mẫu\n"
    )
    path = tmp_path / "report.md"
    tiendo(
        "report", "--period", "2022-Q1", "--date", "2022-04-05", "--lang", "vi", "-o", str(path),
        TIENDO_REPORT_SETTINGS=str(names),
    )  # fmt: skip
    text = path.read_text(encoding="utf-8")
    for words in ("ỦY BAN TỈNH MẪU", "CHỦ TỊCH MẪU", "Lê Thị Mẫu", "Mẫu, ngày 05 tháng 4 năm 2022"):
        assert words in text


WRONG = [
    (("--period", "2030-Q1", "-o", "a.docx"), 1, "holds no result for Q1 2030"),
    (("--period", "2022-Q1", "--kind", "year", "-o", "a.docx"), 1, "has to be like 2022."),
    (("--period", "2022-03", "-o", "a.docx"), 1, "No kind of report belongs to 2022-03"),
    (("--period", "2022-Q1", "--agency", "so-phep-thuat", "-o", "a.docx"), 1, "no agency with the code"),
    (("--period", "2022-Q1", "--kind", "agency", "-o", "a.docx"), 1, "needs its code: --agency"),
    (("--period", "2022-Q1", "-o", "a.odt"), 1, "has to end in one of .docx"),
    (("--period", "2022-Q1", "-o", "missing/a.docx"), 2, "missing/a.docx"),
    (("--period", "2022-Q1"), 2, "--period and -o are needed"),
    (("-o", "a.docx"), 2, "--period and -o are needed"),
    (("--period", "2022-Q1", "--territory", "99", "-o", "a.md"), 1, "holds no result"),
    (("--verify", "missing.docx"), 1, "missing.docx"),
    (("--verify", "a.txt"), 1, "has to end in one of"),
]


# One process for all of them: a start takes longer than a refusal.
ALL_AT_ONCE = """
import contextlib, io, json
from tiendo.cli.main import main
told = []
for arguments in json.loads({arguments!r}):
    said = io.StringIO()
    with contextlib.redirect_stdout(said), contextlib.redirect_stderr(said):
        exit_code = main(["report", *arguments])
    told.append([exit_code, said.getvalue()])
print(json.dumps(told))
"""


def test_what_cannot_be_done_is_one_sentence_and_leaves_nothing(tiendo, environ, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    before = sorted(tmp_path.iterdir())
    code = ALL_AT_ONCE.format(arguments=json.dumps([arguments for arguments, _, _ in WRONG]))
    told = json.loads(run(code, environ))
    for (arguments, exit_code, says), (ended, said) in zip(WRONG, told, strict=True):
        assert ended == exit_code, arguments
        assert says in said, arguments
        assert said.strip().count("\n") == 0, said
    assert sorted(tmp_path.iterdir()) == before


def test_settings_that_cannot_be_used_are_named(tiendo, tmp_path):
    path = tmp_path / "a.md"
    missing = tiendo(
        "report", "--period", "2022-Q1", "-o", str(path), TIENDO_REPORT_SETTINGS="/nowhere.yaml", ends_with=1
    )
    assert "/nowhere.yaml" in missing
    wrong = str(write(tmp_path, "tinh.yaml", "chủ tịch: A\n"))
    assert "no key is 'chủ tịch'" in tiendo(
        "report", "--period", "2022-Q1", "-o", str(path), TIENDO_REPORT_SETTINGS=wrong, ends_with=1
    )
    assert not path.exists()


def test_a_record_that_says_nothing_of_a_province_asks_for_settings(environ, tmp_path):
    done = command("report", "--period", "2022-Q1", "-o", str(tmp_path / "a.md"), environ=environ)
    assert done.returncode == 1
    assert "holds no result" in done.stderr
