"""`tiendo account` in processes of its own."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest


def account(record, *arguments, password=None):
    line = [sys.executable, "-m", "tiendo.cli", "--lang", "en", "account", *arguments]
    if password is None:
        return subprocess.run(line, env=record, capture_output=True, text=True, stdin=subprocess.DEVNULL)
    reader, writer = os.pipe()
    os.write(writer, password.encode())
    os.close(writer)
    try:
        line += ["--password-fd", str(reader)]
        return subprocess.run(line, env=record, capture_output=True, text=True, pass_fds=[reader])
    finally:
        os.close(reader)


@pytest.mark.usefixtures("own_record")
def test_an_account_is_made_granted_given_a_token_and_closed(own_record):
    assert account(own_record, "add", "mai", password="mot-mat-khau-bia-dat\n").returncode == 0
    assert account(own_record, "grant", "mai", "officer", "--territory", "20").returncode == 0
    token = account(own_record, "token", "mai", "--for", "test")
    assert token.stdout.startswith("tiendo_")
    assert len(token.stdout.splitlines()) == 1
    listed = account(own_record, "list").stdout
    assert "officer (20)" in listed
    assert token.stdout.strip() not in listed
    assert account(own_record, "list", "--by", "mai").returncode == 1
    assert account(own_record, "close", "mai").returncode == 0
    assert "mai (closed)" in account(own_record, "list").stdout


def test_an_address_is_handed_over_instead_of_a_password(own_record):
    assert account(own_record, "add", "mai", password="mot-mat-khau-bia-dat\n").returncode == 0
    told = account(own_record, "invite", "mai")
    assert told.stdout.startswith("http://127.0.0.1:8000/first-sign-in/")
    assert len(told.stdout.splitlines()) == 1
    there = own_record | {"TIENDO_PUBLIC_URL": "https://tiendo.example.vn"}
    assert account(there, "invite", "mai").stdout.startswith("https://tiendo.example.vn/first-sign-in/")
    assert account(own_record, "invite", "no-such-person").returncode == 1
    for action in ("reset-second-factor", "close", "reopen"):
        assert account(own_record, action, "mai", "--why", "x").returncode == 0
    assert "closed" not in account(own_record, "list").stdout


def test_a_password_is_never_an_argument_and_needs_somewhere_to_be_asked(own_record):
    answer = account(own_record, "add", "mai")
    assert answer.returncode == 2
    assert "--password-fd" in answer.stderr
    assert account(own_record, "add", "mai", "--password-fd", "77").returncode == 2
    assert account(own_record, "add", "mai", password="short").returncode == 1
