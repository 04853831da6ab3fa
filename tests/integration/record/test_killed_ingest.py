"""An ingest that is killed leaves whole documents or none, and is finished by the next worker."""

from __future__ import annotations

import json

from tests.integration.processes import READY, command, run, start
from tests.integration.record.texts import resolution, write

DOCUMENTS = 4

SLOW = """
import sys, time
from tiendo.ledger.chain import Recorder
seal = Recorder.seal
def slowly(self, command, *rest):
    self.flush()
    if command == "record_document":
        print("in the middle", flush=True)
        time.sleep(1)
    return seal(self, command, *rest)
Recorder.seal = slowly
from tiendo.cli.main import main
sys.exit(main(["ingest", *sys.argv[1:]]))
"""

COUNTS = (
    READY
    + """
import json
from tiendo.intake.models import Job
from tiendo.ledger.models import Document, Fact, Target
from tiendo.ledger.proof import prove
from tiendo.ledger.stream import stream_chain
prove(stream_chain())
documents = list(Document.objects.values_list("id", flat=True))
facts = [Fact.objects.filter(document=one).count() for one in documents]
jobs = list(Job.objects.values_list("state", flat=True))
print(json.dumps({"facts": facts, "targets": Target.objects.count(), "jobs": jobs}))
"""
)

WORKER_IS_DEAD = (
    READY
    + """
from datetime import UTC, datetime, timedelta
from tiendo.intake.models import Job
Job.objects.update(heartbeat=datetime.now(UTC) - timedelta(days=1))
"""
)


def test_a_killed_ingest_leaves_no_half_document_and_is_finished_by_a_worker(own_record, tmp_path):
    run(READY, own_record)
    for number in range(DOCUMENTS):
        write(tmp_path, f"nghi-quyet-{number}.txt", resolution().replace("901/", f"91{number}/"))
    with start(f"import sys\nsys.argv[1:] = [{str(tmp_path)!r}]\n" + READY + SLOW, own_record) as process:
        assert process.stdout is not None
        for _ in range(2):  # in the middle of the second document
            assert process.stdout.readline() == "in the middle\n"
        process.kill()
    killed = json.loads(run(COUNTS, own_record))
    assert killed == {"facts": [killed["facts"][0]], "targets": 2, "jobs": ["running"]}

    run(WORKER_IS_DEAD, own_record)
    worked = command("worker", environ=own_record)
    assert worked.returncode == 0, worked.stderr
    done = json.loads(run(COUNTS, own_record))
    assert done == {"facts": killed["facts"] * DOCUMENTS, "targets": 2 * DOCUMENTS, "jobs": ["done"]}
