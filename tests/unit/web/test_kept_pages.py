"""What was made is kept in memory and in a folder, and never given out damaged."""

from __future__ import annotations

import os

import pytest

from tiendo.web.pages import shelf
from tiendo.web.pages.shelf import Folder, Shelf


@pytest.fixture
def place(tmp_path):
    return tmp_path / "made"


def test_another_process_finds_what_one_has_made(place):
    Shelf(folder=Folder(lambda: place)).put("tag", b"page")
    other = Shelf(folder=Folder(lambda: place))
    assert other.get("tag") == b"page"
    assert other.get("another tag") is None


def test_a_file_that_is_torn_is_made_again(place):
    folder = Folder(lambda: place)
    folder.put("tag", b"page" * 100)
    file = next(place.iterdir())
    whole = file.read_bytes()
    for damaged in (b"", whole[:30], whole[:-1] + b"?", b"\0" * len(whole)):
        file.write_bytes(damaged)
        assert folder.get("tag") is None


def test_the_folder_is_for_its_owner_alone(place):
    Folder(lambda: place).put("tag", b"page")
    assert place.stat().st_mode & 0o077 == 0


def test_what_is_oldest_makes_room(place, monkeypatch):
    monkeypatch.setattr(shelf, "_LOOKED_AFTER", 10)
    folder = Folder(lambda: place, largest=5_000)
    for number in range(10):
        folder.put(str(number), b"x" * 1_000)
        for file in place.iterdir():
            os.utime(file, (file.stat().st_atime, file.stat().st_mtime - 1))
    left = [number for number in range(10) if folder.get(str(number))]
    assert left == [7, 8, 9], "three quarters of what may lie there, the newest"


def test_a_place_that_cannot_be_written_holds_up_nobody(tmp_path, caplog):
    (tmp_path / "made").write_text("a file where a folder should be")
    kept = Shelf(folder=Folder(lambda: tmp_path / "made" / "pages"))
    kept.put("tag", b"page")
    assert kept.get("tag") == b"page", "from memory"
    assert "made pages are not kept" in caplog.text


def test_what_is_too_large_is_kept_nowhere(place):
    kept = Shelf(largest=16_000, folder=Folder(lambda: place))
    kept.put("tag", b"x" * 1_001)
    assert kept.get("tag") is None
