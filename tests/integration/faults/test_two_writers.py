"""Two who change the same thing at once: one is first, the other is told, and nothing is lost."""

from __future__ import annotations

from collections import Counter

from tests.integration.keeping.records import digest
from tests.integration.processes import PATIENCE, READY, run, start

FACT = """
from tests.unit.ledger.samples import document, read, recorded, result
from tiendo.ledger import files
from tiendo.ledger.models import Fact
recorded(document(read(result("7")), file=files.keep(b"seven")))
entry = Fact.objects.get()
print(entry.root, entry.id)
"""

# They wait for each other before they write, so that they do it at the same moment.
WRITER = """
import pathlib, time
from datetime import UTC, datetime
from tiendo.facts.errors import RecordRefused
{ready}
pathlib.Path({ready_file!r}).touch()
while not pathlib.Path({go!r}).exists():
    time.sleep(0.001)
try:
    {change}
    print("done")
except RecordRefused as refusal:
    print(type(refusal).__name__)
"""

REVIEW = (
    "from tiendo.ledger.commands.review_fact import accept_fact, reject_fact, correct_fact\n"
    "from tiendo.ledger.actors import OPERATOR\n"
)


def at_once(environ, tmp_path, changes):
    """How often each outcome came, where all these changes were made at the same moment."""
    go = tmp_path / f"go-{len(list(tmp_path.iterdir()))}"
    writers = []
    for number, change in enumerate(changes):
        ready_file = tmp_path / f"{go.name}-{number}"
        code = WRITER.format(ready=READY + REVIEW, ready_file=str(ready_file), go=str(go), change=change)
        writers.append((ready_file, start(code, environ)))
    while not all(ready_file.exists() for ready_file, _ in writers):
        assert all(writer.poll() is None for _, writer in writers)
    go.touch()
    answers = [writer.communicate(timeout=PATIENCE) for _, writer in writers]
    assert all(not complaint for _, complaint in answers), answers
    return Counter(answer.strip() for answer, _ in answers)


def test_of_four_who_review_one_fact_at_once_one_is_first_and_the_others_are_told(own_record, tmp_path):
    root, entry = map(int, run(READY + FACT, own_record).split())
    call = "{}(fact={}, expected={}, by=OPERATOR, at=datetime.now(UTC))"
    for _ in range(2):
        outcomes = at_once(
            own_record, tmp_path, [call.format(name, root, entry) for name in ("accept_fact", "reject_fact") * 2]
        )
        assert outcomes == {"done": 1, "SupersededMeanwhile": 3}
        told = run(
            READY + "from tiendo.ledger.models import Fact\nprint(Fact.objects.order_by('-id')[0].id)", own_record
        )
        entry = int(told)
    versions = run(
        READY + f"from tiendo.ledger.models import Fact\nprint(Fact.objects.filter(root={root}).count())", own_record
    )
    assert versions.strip() == "3"
    digest(own_record)


def test_changes_that_do_not_say_what_they_saw_all_happen_one_after_the_other(own_record, tmp_path):
    root, _ = map(int, run(READY + FACT, own_record).split())
    call = "accept_fact(fact={}, by=OPERATOR, at=datetime.now(UTC))"
    assert at_once(own_record, tmp_path, [call.format(root)] * 3) == {"done": 3}
    digest(own_record)


def test_of_two_new_versions_of_one_document_at_once_the_second_is_told(own_record, tmp_path):
    first = (
        "from tests.unit.ledger.samples import document, read, recorded, result\n"
        "from tiendo.ledger import files\n"
        "print(recorded(document(read(result('7')), file=files.keep(b'one'))).entry)\n"
    )
    entry = int(run(READY + first, own_record))
    change = (
        "from tests.unit.ledger.samples import document, read, recorded, result; from tiendo.ledger import files;"
        " from tiendo.ledger.commands.record_document import DocumentRecorded, Recorded;"
        f" recorded(document(read(result({{value!r}})), file=files.keep(b'two')), hours=1,"
        f" before=DocumentRecorded(Recorded.NEW, {entry}, {entry}, 1, 0))"
    )
    outcomes = at_once(own_record, tmp_path, [change.format(value="8"), change.format(value="9")])
    assert outcomes == {"done": 1, "SupersededMeanwhile": 1}
    digest(own_record)
