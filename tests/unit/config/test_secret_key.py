from __future__ import annotations

import multiprocessing
import os
import stat

import pytest

from tiendo.config.secret_key import make_data_dir, secret_key
from tiendo.facts.errors import RecordOutOfReach, UnsafeKey

KEY = "k" * 64


def mode(path):
    return stat.S_IMODE(path.stat().st_mode)


@pytest.fixture
def file(tmp_path):
    return tmp_path / "data" / "secret-key"


@pytest.fixture
def written_key(file):
    file.parent.mkdir()
    file.write_text(KEY + "\n")
    file.chmod(0o600)
    return file


def test_the_first_request_makes_a_key_that_only_the_owner_can_read(file):
    previous = os.umask(0)
    try:
        key = secret_key(file)
    finally:
        os.umask(previous)
    assert len(key) == 64
    assert mode(file) == 0o600
    assert mode(file.parent) == 0o700
    assert [one.name for one in file.parent.iterdir()] == ["secret-key"]


def test_later_requests_get_the_same_key(file, tmp_path):
    assert secret_key(file) == secret_key(file)
    assert secret_key(file) != secret_key(tmp_path / "other" / "secret-key")


def test_processes_that_ask_at_once_get_one_key(file):
    with multiprocessing.get_context("spawn").Pool(4) as pool:
        assert len(set(pool.map(secret_key, [file] * 16, chunksize=1))) == 1
    assert [one.name for one in file.parent.iterdir()] == ["secret-key"]


def test_a_key_that_another_process_wrote_meanwhile_stays(written_key, monkeypatch):
    from tiendo.config import secret_key as module

    module._make_key(written_key)
    assert secret_key(written_key) == KEY


@pytest.mark.parametrize("permissions", [0o640, 0o604, 0o660, 0o777])
def test_a_key_that_others_can_read_is_refused_with_what_to_do(written_key, permissions):
    written_key.chmod(permissions)
    with pytest.raises(UnsafeKey) as refusal:
        secret_key(written_key)
    assert f"chmod 600 {written_key}" in refusal.value.en
    assert f"chmod 600 {written_key}" in refusal.value.vi
    assert KEY not in refusal.value.en


@pytest.mark.parametrize("content", ["", "\n", "short", "khóa bí mật " * 10])
def test_a_file_without_a_key_is_refused(written_key, content):
    written_key.write_text(content)
    with pytest.raises(UnsafeKey, match="holds no secret key"):
        secret_key(written_key)


def test_a_place_that_cannot_hold_the_key_is_named(tmp_path):
    (tmp_path / "data").write_text("a file, no folder")
    with pytest.raises(RecordOutOfReach, match="TIENDO_DATA_DIR"):
        make_data_dir(tmp_path / "data")
    (tmp_path / "folder" / "secret-key").mkdir(parents=True)
    with pytest.raises(RecordOutOfReach, match="secret-key cannot be used"):
        secret_key(tmp_path / "folder" / "secret-key")


def test_a_data_folder_that_exists_is_left_as_it_is(tmp_path):
    tmp_path.chmod(0o755)
    make_data_dir(tmp_path)
    assert mode(tmp_path) == 0o755
