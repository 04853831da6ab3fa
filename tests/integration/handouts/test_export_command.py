"""`tiendo export --format` in processes of its own: files whole or not at all, one sentence for what is wrong."""

from __future__ import annotations

import pytest

from tests.integration.processes import command
from tests.integration.record.texts import REPORT, resolution, write


@pytest.fixture
def tiendo(own_record, tmp_path):
    environ = {**own_record, "LC_ALL": "vi_VN.UTF-8", "COLUMNS": "120"}
    files = (str(write(tmp_path, "a.txt", resolution())), str(write(tmp_path, "b.txt", REPORT)))
    assert command("ingest", *files, "--publish", environ=environ).returncode == 0
    return lambda *arguments: command("export", *arguments, environ=environ)


def test_a_file_and_standard_output_get_the_same_bytes(tiendo, tmp_path):
    target = tmp_path / "ket-qua.csv"
    done = tiendo("--format", "csv", "-o", str(target))
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    content = target.read_bytes()
    assert content.startswith(b"\xef\xbb\xbfid,entry,indicator,")
    assert tiendo("--format", "csv", "-o", "-").stdout.encode() == content.replace(b"\r\n", b"\n")


def test_the_whole_record_still_goes_into_a_folder(tiendo, tmp_path):
    assert tiendo(str(tmp_path / "so")).returncode == 0
    assert (tmp_path / "so" / "manifest.json").exists()


def test_what_is_wrong_is_said_in_one_sentence_and_an_older_file_stays(tiendo, tmp_path):
    target = tmp_path / "cu.csv"
    target.write_text("cũ", encoding="utf-8")
    for arguments, code, says in (
        ((), 2, "Hãy nêu một thư mục"),
        (("so", "--year", "2022"), 2, "chỉ dùng với --format"),
        (("--format", "docx"), 2, "docx"),
        (("--format", "csv", "--year", "22"), 2, "'22' không phải là năm"),
        (("--format", "csv", "--year", "1990", "-o", str(target)), 1, "Không có gì đã công bố"),
        (("--format", "parquet", "--indicator", "nothing", "-o", str(target)), 1, "mang mã nothing"),
        (("--format", "csv", "-o", str(tmp_path / "none" / "x.csv")), 2, "Không ghi được"),
    ):
        done = tiendo(*arguments)
        assert done.returncode == code, done.stderr
        assert says in done.stderr
        assert done.stderr.count("\n") == 1
    assert target.read_text(encoding="utf-8") == "cũ"
    assert {one.name for one in tmp_path.iterdir()} <= {"a.txt", "b.txt", "cu.csv", "record"}
