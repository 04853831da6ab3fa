"""Exports that somebody spoilt or made to do harm: one sentence that names the line, and nothing is written."""

from __future__ import annotations

import json

import pytest

from tests.unit.intake.exported.forgery import entry, forge, person
from tiendo.facts.errors import BrokenRecord, RecordNotEmpty, UnusableCopy
from tiendo.intake.exported import lines
from tiendo.intake.exported.proving import prove_export
from tiendo.ledger.canonical import canonical_text


def complaint(folder) -> str:
    with pytest.raises((UnusableCopy, BrokenRecord)) as caught:
        prove_export(folder)
    assert caught.value.vi
    return caught.value.en


def replace(path, old: bytes, new: bytes) -> None:
    content = path.read_bytes()
    assert old in content
    path.write_bytes(content.replace(old, new))


@pytest.fixture
def whole(tmp_path):
    return forge(
        tmp_path / "export", [entry(1), entry(2, entry="stored_file", sha256=SHA, size=1, name="x")], files=[b"x"]
    )


SHA = "2d711642b726b04401627ca9fbac32f5c8530fb1903cc4db02258717921a4881"


def test_a_whole_export_proves(whole):
    proof = prove_export(whole)
    assert (proof.acts, proof.entries) == (1, 2)


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("một tên".encode(), "hai tên".encode(), "from indicator_name 1 on: it was changed"),
        (b'"command":"forge"', b'"command":"forgd"', "from act 1 on: it was changed"),
        (b'"act":1,"code"', b'"act": 1,"code"', "record.jsonl:2: this is no JSON object in its canonical form"),
        (b'"act":1,"code"', b'"act":1,"act":1,"code"', "record.jsonl:2: this is no JSON object in its canonical form"),
        (b'{"digest":"', b'{"digesT":"', "record.jsonl:1: the line does not begin with a digest"),
        (b'"name":"x"', b'"name":NaN', "record.jsonl:3: this is no JSON"),
        (b'"size":1', b'"size":' + b"9" * 5000, "record.jsonl:3: this is no JSON"),
        (b'"size":1', b'"size":' + b"[" * 100_000, "record.jsonl:3: this is no JSON"),
        (b'"name":"x"', b'"name":"\xff"', "record.jsonl:3: this is no UTF-8"),
        (b'"id":2', b'"id":true', "record.jsonl:3: an entry needs entry, id and act"),
        (b'"format":1', b'"format":2', "record.jsonl:1: digests are not made in the way 1"),
        (b'"why":""', b'"why":"","x":1', "record.jsonl:1: an act needs"),
        (b'"at":"2026-01-05T08', b'"at":"2026-1-5T08', "record.jsonl:1: an act needs"),
    ],
)
def test_a_changed_line_is_named(whole, old, new, said):
    replace(whole / "record.jsonl", old, new)
    assert said in complaint(whole)


def test_lines_that_are_lost_added_or_swapped_are_named(whole):
    record = whole / "record.jsonl"
    act, one, two = record.read_bytes().splitlines(keepends=True)
    for content, said in (
        (act + one, "from entry 2 on: it is missing"),
        (act + two, "from entry 1 on"),
        (act + two + one, "from entry 1 on"),
        (act + one + two + two, "from entry 3 on"),
        (one + two, "no act made it"),
        (act + one + two[:-1], "record.jsonl:3: the line is cut off or too long"),
        (act + one + two + act, "from act 2 on"),
    ):
        record.write_bytes(content)
        assert said in complaint(whole)


def test_a_line_without_end_is_not_read_into_memory(whole, monkeypatch):
    monkeypatch.setattr(lines, "LONGEST_LINE", 100)
    assert "record.jsonl:1: the line is cut off or too long" in complaint(whole)


@pytest.mark.parametrize(
    ("manifest", "said"),
    [
        (b"", "no JSON"),
        (b"[]", "no record that was exported"),
        (b"[" * 100_000, "no JSON"),
        (b'{"format": "tiendo-record", "version": 2}', "format 2 is not known"),
        (b'{"format": "tiendo-record", "version": 1}', "fields are missing or added"),
    ],
)
def test_a_manifest_that_is_none_is_refused(whole, manifest, said):
    (whole / "manifest.json").write_bytes(manifest)
    assert said in complaint(whole)


@pytest.mark.parametrize("name", ["acts", "entries", "digest", "accounts", "files", "kinds", "sums"])
def test_a_promise_that_is_not_kept_is_named(whole, name):
    path = whole / "manifest.json"
    told = json.loads(path.read_bytes())
    told[name] = {} if isinstance(told[name], dict) else 7
    path.write_text(json.dumps(told), encoding="utf-8")
    assert "manifest.json" in complaint(whole)


def test_files_that_are_lost_changed_or_added_are_named(whole):
    kept = whole / "files" / SHA[:2] / SHA
    kept.write_bytes(b"y")
    assert SHA in complaint(whole)
    kept.unlink()
    assert "the file is missing" in complaint(whole)
    kept.symlink_to("/etc/hostname")
    assert "names no such file" in complaint(whole)
    kept.unlink()
    kept.write_bytes(b"x")
    (whole / "files" / "aa").mkdir()
    (whole / "files" / "aa" / ("a" * 64)).touch()
    assert "names no such file" in complaint(whole)
    (whole / "files" / "aa" / ("a" * 64)).unlink()
    (whole / "letter.txt").touch()
    assert "letter.txt: it is no part of an export" in complaint(whole)


def test_an_entry_cannot_name_a_file_elsewhere(tmp_path):
    folder = forge(tmp_path / "export", [entry(1, entry="stored_file", sha256="../../../etc/passwd", size=1, name="x")])
    assert "stored_file 1 names a file that is no SHA-256" in complaint(folder)


def test_what_is_no_folder_is_refused(tmp_path):
    with pytest.raises(UnusableCopy):
        prove_export(tmp_path / "nothing")


FACT = {
    "entry": "fact",
    "document": 1,
    "kind": "target",
    "start": 0,
    "end": 1,
    "quote": "x",
    "record": {},
    "confidence": 1.0,
    "reasons": [],
    "state": "sure",
    "reader_version": "1",
}


@pytest.mark.django_db
class TestImport:
    """Every digest fits; what does not fit is the content."""

    @pytest.mark.parametrize(
        ("given", "said"),
        [
            (entry(1, entry="secret"), "record.jsonl:2: there is no kind of entry 'secret'"),
            (entry(1, digest="x"), "record.jsonl:2"),
            (entry(1, colour="red"), "record.jsonl:2: column colour: there is no such column"),
            (entry(1, name=None), "record.jsonl:2: column name: the value None does not fit"),
            (entry(1, name=5), "record.jsonl:2: column name: the value 5 does not fit"),
            (entry(1, code="x" * 101), "record.jsonl:2: column code"),
            ({**entry(1), "root": 2}, "record.jsonl:2: column root, supersedes"),
            (entry(1, withdrawn=True), "record.jsonl:2: column root, supersedes"),
            (entry(1, supersedes=1), "record.jsonl:2: column root, supersedes"),
            (entry(1, supersedes="1"), "record.jsonl:2: column root, supersedes"),
            ({**entry(1), **FACT}, "record.jsonl:2: column code: there is no such column"),
        ],
    )
    def test_an_entry_that_fits_no_column_is_named(self, tmp_path, given, said):
        assert said in self.refusal(forge(tmp_path / "export", [given]))

    @pytest.mark.parametrize(
        ("column", "value"),
        [
            ("confidence", 1),
            ("state", "mine"),
            ("start", 2**31),
            ("start", True),
            ("record", None),
            ("indicator", 5),
            ("quote", None),
        ],
    )
    def test_a_value_of_the_wrong_kind_is_named(self, tmp_path, column, value):
        given = {"id": 1, "act": 1, "root": 1, **FACT, column: value}
        assert f"record.jsonl:2: column {column}" in self.refusal(forge(tmp_path / "export", [given]))

    def test_a_missing_value_is_named(self, tmp_path):
        given = {"id": 1, "act": 1, "root": 1, "entry": "indicator_name", "code": "x"}
        assert "column name: the value is missing" in self.refusal(forge(tmp_path / "export", [given]))

    def test_an_entry_that_follows_nothing_or_something_else_is_refused(self, tmp_path):
        other = entry(1, entry="publication", subject=1)
        del other["code"], other["name"]
        given = [other, {**entry(2), "root": 1, "supersedes": 1}]
        assert "indicator_name 2 supersedes nothing" in self.refusal(forge(tmp_path / "export", given))

    def test_an_entry_that_is_superseded_twice_is_refused(self, tmp_path):
        given = [entry(1), *({**entry(number), "root": 1, "supersedes": 1} for number in (2, 3))]
        assert "superseded twice" in self.refusal(forge(tmp_path / "export", given))

    @pytest.mark.parametrize(
        "columns",
        [
            {"username": "operator"},
            {"username": "a b"},
            {"username": "x" * 151},
            {"email": "x"},
            {"joined": "yesterday"},
            {"active": 1},
            {"password": "x"},
        ],
    )
    def test_an_account_that_cannot_be_is_refused(self, tmp_path, columns):
        said = self.refusal(forge(tmp_path / "export", [entry(1)], people=[person(**columns)]))
        assert "accounts.jsonl:1" in said

    def test_two_accounts_of_one_name_are_refused(self, tmp_path):
        said = self.refusal(forge(tmp_path / "export", [entry(1)], people=[person(), person()]))
        assert "accounts.jsonl:2" in said

    @pytest.mark.parametrize("act", [{"by": "x" * 151}, {"command": "x" * 61}, {"at": "2026-13-05T08:00:00.000000Z"}])
    def test_an_act_that_fits_no_column_is_refused(self, tmp_path, act):
        assert "record.jsonl:1" in self.refusal(forge(tmp_path / "export", [entry(1)], **act))

    def test_a_good_one_is_taken_in_once(self, tmp_path):
        from tiendo.intake.exported.taking import import_record
        from tiendo.ledger.actors import OPERATOR
        from tiendo.ledger.models import Account, IndicatorName

        folder = forge(tmp_path / "export", [entry(1, name="đ\u0302 \U0001f600")], people=[person()])
        import_record(folder, by=OPERATOR)
        assert IndicatorName.objects.get().name == "đ\u0302 \U0001f600"
        assert not Account.objects.get().has_usable_password()
        with pytest.raises(RecordNotEmpty):
            import_record(folder, by=OPERATOR)

    def test_nobody_without_the_permission_imports(self, tmp_path):
        from tiendo.facts.errors import NotPermitted
        from tiendo.intake.exported.taking import import_record
        from tiendo.ledger.actors import PUBLIC

        with pytest.raises(NotPermitted):
            import_record(forge(tmp_path / "export", [entry(1)]), by=PUBLIC)

    def refusal(self, folder) -> str:
        from tiendo.intake.exported.taking import import_record
        from tiendo.ledger.actors import OPERATOR
        from tiendo.ledger.models import ENTRY_MODELS, Account, Act

        with pytest.raises(UnusableCopy) as caught:
            import_record(folder, by=OPERATOR)
        assert not any(model.objects.exists() for model in (Act, Account, *ENTRY_MODELS))
        assert caught.value.vi
        return caught.value.en


def test_the_text_of_rows_is_the_canonical_text(db):
    """Rows are written as text without an object for each; the text is the one that digests are made of."""
    from tests.unit.ledger.samples import MORNING
    from tiendo.ledger.canonical_rows import sealed_rows
    from tiendo.ledger.models import Territory, as_record
    from tiendo.ledger.set_up import set_up

    set_up(MORNING)
    rows = [sealed.text for sealed in sealed_rows(Territory, 2**62)]
    assert rows == [canonical_text(as_record(one)) for one in Territory.objects.order_by("id")]
