from __future__ import annotations

import os
import stat
import sys
import threading

import pytest

from tiendo.cli.output import OutputRefused, write_bytes, write_out


def broken_off(*chunks):
    yield from chunks
    raise RuntimeError("the reading stopped")


def test_chunks_are_written_in_order_as_utf8_with_plain_line_ends(tmp_path):
    target = tmp_path / "out.jsonl"
    write_out(["một\n", "hai\n"], target)
    assert target.read_bytes() == "một\nhai\n".encode()


def test_a_file_is_left_as_it_was_when_the_work_breaks_off(tmp_path):
    target = tmp_path / "out.jsonl"
    target.write_text("old")
    with pytest.raises(RuntimeError):
        write_out(broken_off("new\n"), target)
    assert target.read_text() == "old"
    assert [path.name for path in tmp_path.iterdir()] == ["out.jsonl"]


def test_a_file_is_left_as_it_was_when_nothing_could_be_read(tmp_path):
    target = tmp_path / "out.jsonl"
    target.write_text("old")
    write_out([], target)
    assert target.read_text() == "old"
    assert [path.name for path in tmp_path.iterdir()] == ["out.jsonl"]


def test_a_document_without_facts_gives_an_empty_file(tmp_path):
    target = tmp_path / "out.jsonl"
    write_out([""], target)
    assert target.read_bytes() == b""


def test_a_csv_file_begins_with_the_mark_that_excel_needs(tmp_path):
    target = tmp_path / "out.csv"
    write_out(["tên\n"], target)
    assert target.read_bytes() == b"\xef\xbb\xbf" + "tên\n".encode()


def test_a_replaced_file_keeps_its_permissions_and_a_new_one_gets_the_usual(tmp_path):
    kept, new, plain = tmp_path / "kept", tmp_path / "new", tmp_path / "plain"
    kept.write_text("old")
    kept.chmod(0o640)
    plain.touch()
    write_out(["x"], kept)
    write_out(["x"], new)
    assert stat.S_IMODE(kept.stat().st_mode) == 0o640
    assert stat.S_IMODE(new.stat().st_mode) == stat.S_IMODE(plain.stat().st_mode)


def test_a_link_stays_a_link_to_the_new_content(tmp_path):
    real, link = tmp_path / "real", tmp_path / "link"
    real.write_text("old")
    link.symlink_to(real)
    write_out(["new"], link)
    assert link.is_symlink()
    assert real.read_text() == "new"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_a_named_pipe_is_written_to_and_not_replaced(tmp_path):
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    received: list[str] = []
    reader = threading.Thread(target=lambda: received.append(pipe.read_text(encoding="utf-8")))
    reader.start()
    write_out(["một\n"], pipe)
    reader.join(timeout=10)
    assert received == ["một\n"]
    assert pipe.is_fifo()


@pytest.mark.parametrize("place", ["nowhere/out.csv", "."])
def test_a_place_that_cannot_be_written_is_named_in_both_languages(tmp_path, place):
    with pytest.raises(OutputRefused) as refusal:
        write_out(["x"], tmp_path / place)
    for sentence in (refusal.value.vi, refusal.value.en):
        assert str(tmp_path / place) in sentence
    assert refusal.value.vi.startswith("Không ghi được")


def test_a_closed_pipe_is_left_to_the_caller(monkeypatch):
    class Closed:
        def write(self, _):
            raise BrokenPipeError

    monkeypatch.setattr(sys, "stdout", Closed())
    with pytest.raises(BrokenPipeError):
        write_out(["x"], None)


def test_bytes_are_written_as_they_are_and_whole_or_not_at_all(tmp_path):
    target = tmp_path / "picture.png"
    write_bytes([b"\x89PNG\r\n", b"\x00"], target)
    assert target.read_bytes() == b"\x89PNG\r\n\x00"
    with pytest.raises(RuntimeError):
        write_bytes(broken_off(b"half"), target)
    assert target.read_bytes() == b"\x89PNG\r\n\x00"
    assert [path.name for path in tmp_path.iterdir()] == ["picture.png"]


def test_bytes_for_a_folder_that_is_not_there_are_refused_by_name(tmp_path):
    with pytest.raises(OutputRefused) as fault:
        write_bytes([b"x"], tmp_path / "nowhere" / "picture.png")
    assert "picture.png" in fault.value.sentence("vi")
