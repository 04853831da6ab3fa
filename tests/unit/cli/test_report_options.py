"""`tiendo report` and Word: a template is handed out, what cannot be poured or marked is one sentence."""

from __future__ import annotations

from pathlib import Path

import pytest

from tiendo.cli.main import main
from tiendo.publishing.report.word_template import shipped


def test_the_shipped_template_is_handed_out(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "mau.docx"
    assert main(["report", "--new-template", str(path)]) == 0
    assert path.read_bytes() == shipped("vi").data
    assert "mở bằng Word để sửa" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("output", "template", "sentence"),
    [
        ("bao-cao.pdf", "mau.docx", "chỉ dùng cho báo cáo .docx"),
        ("bao-cao.docx", "khong-co.docx", "Không có mẫu báo cáo"),
        ("bao-cao.docx", ".", "Không đọc được mẫu báo cáo"),
    ],
)
def test_a_template_that_cannot_be_used_is_one_sentence_and_no_file(
    output: str, template: str, sentence: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    written = tmp_path / output
    code = main(["report", "--period", "2022-Q1", "-o", str(written), "--template", str(tmp_path / template)])
    said = capsys.readouterr().err
    assert code != 0
    assert sentence in said
    assert said.count("\n") == 1
    assert not written.exists()


def test_only_word_files_are_marked(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code = main(["report", "--verify", str(tmp_path / "a.pdf"), "--marked", str(tmp_path / "b.docx")])
    assert code != 0
    assert "Chỉ đánh dấu được (--marked) trong báo cáo Word" in capsys.readouterr().err
