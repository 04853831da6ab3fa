"""Documents in a record, and the people who look at them, for the tests of a document's page."""

from __future__ import annotations

from django.test import Client

from tests.integration.record.texts import write
from tests.integration.web.accounts import made
from tiendo.intake.ingest import ingest_job, keep_file, work_on
from tiendo.intake.jobs import do_job, take_job
from tiendo.ledger.actors import OPERATOR
from tiendo.ledger.models import Account, Document, Fact
from tiendo.ledger.standing import FOREVER


def taken_in(folder, name: str, text: str) -> int:
    """Take a text into the record as a file of that name; the root of its document."""
    job = ingest_job([keep_file(write(folder, name, text))], by=OPERATOR, why="thử")
    taken = take_job(job.pk)
    do_job(taken, lambda mine: work_on(mine, by=OPERATOR))
    return Document.objects.standing(FOREVER).order_by("-id").first().root


def browser_of(name: str, role: str | None = None, *, territory: str | None = None) -> Client:
    """A browser of somebody with that role who is signed in."""
    made(name, role, territory=territory)
    client = Client()
    client.force_login(Account.objects.get(username=name))
    return client


def waiting_root() -> int:
    """The root of the first fact that waits."""
    return Fact.objects.standing(FOREVER).filter(state="waiting").order_by("start").values_list("root", flat=True)[0]


def fact(root: int) -> Fact:
    """The fact with that root as it stands."""
    return Fact.objects.standing(FOREVER).get(root=root)


def page_of(answer) -> str:
    """The words of a page."""
    return answer.content.decode()
