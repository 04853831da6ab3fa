from __future__ import annotations

from argparse import Namespace

import pytest

from tests.unit.cli.samples import LINKED
from tiendo.cli import reading
from tiendo.cli.messages import Messages
from tiendo.cli.reading import Readings
from tiendo.documents.model import Note
from tiendo.facts.period import Period
from tiendo.intake.failures import Failure
from tiendo.intake.reading import Reading

CONVERTED = Note("converted-tcvn3", vi="đã chuyển từ bảng mã TCVN3.", en="converted from TCVN3.")


@pytest.fixture
def outcomes(monkeypatch):
    """Stands for the files: what reading each path gives. Keeps the requests that were made."""
    requests = []
    prepared = {
        "good.txt": Reading("good.txt", "62/NQ-HĐND", LINKED, (CONVERTED,)),
        "bad.txt": Failure("bad.txt", "empty-document", vi="bad.txt: tệp rỗng.", en="bad.txt: the file is empty."),
    }

    def read(request):
        requests.append(request)
        return prepared[request.path]

    monkeypatch.setattr(reading, "read_facts", read)
    return requests


def call(*files: str, **options) -> Namespace:
    return Namespace(files=list(files), jobs=1, **options)


@pytest.mark.usefixtures("outcomes")
@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("vi", "bad.txt: tệp rỗng.\ngood.txt: đã chuyển từ bảng mã TCVN3.\n"),
        ("en", "bad.txt: the file is empty.\ngood.txt: converted from TCVN3.\n"),
    ],
)
def test_failures_and_notes_go_to_standard_error_and_the_rest_is_handed_on(language, said, capsys):
    readings = Readings(call("bad.txt", "good.txt"), Messages(language))
    assert [one.path for one in readings] == ["good.txt"]
    assert readings.failed == 1
    assert capsys.readouterr() == ("", said)


def test_the_limit_and_the_default_period_reach_every_file(outcomes):
    year = Period.of_year(2022)
    list(Readings(call("good.txt", "bad.txt", max_size=500), Messages("vi"), default_period=year))
    assert [(one.max_bytes, one.default_period) for one in outcomes] == [(500, year)] * 2
