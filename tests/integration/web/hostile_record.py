"""A record in which everything that people and documents can name is written to become code on a page."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

from tests.integration.web.guarded_record import Numbers, make_open
from tests.integration.web.reviewing import taken_in
from tests.unit.ledger.samples import citation, document, moment, read, recorded, result, target, task
from tiendo.intake.evidence import keep_evidence
from tiendo.intake.observations import load_observations
from tiendo.ledger.actors import OPERATOR
from tiendo.ledger.commands.accounts import make_token
from tiendo.ledger.commands.agencies import add_agency
from tiendo.ledger.commands.dismiss_finding import dismiss_finding
from tiendo.ledger.commands.publish import publish
from tiendo.ledger.commands.record_document import ReadFact, ReadProvision
from tiendo.ledger.commands.record_findings import FoundFinding, record_findings
from tiendo.ledger.commands.review_fact import make_indicator
from tiendo.ledger.commands.update_task import update_task
from tiendo.ledger.models import Fact, Finding, Submission, Task, TaskState, TaskUpdate
from tiendo.ledger.standing import FOREVER

PLACES = (
    *("title", "subject", "issuer", "signer", "file", "text", "heading", "task", "lead", "cited"),
    *("indicator", "alias", "meaning", "agency", "note", "evidence", "submission", "message", "working", "dismissal"),
    *("quote", "token", "paragraph", "upload"),
)
"""Where hostile words stand; each is told apart by its name at the end of the words."""

INDICATOR = "made_up_measure"


def hostile(place: str) -> str:
    """Words that leave every element, attribute, script and template that they could be written into."""
    begin = "</title></textarea></script><script class=evil>alert(1)</script>"
    return begin + f"\"' onfocus=alert(2) <img class=evil src=/evil onerror=alert(3)>{{{{7|add:7}}}}evil-{place}"


def make_hostile(folder: Path) -> Numbers:
    """The record, with all of it published; the numbers of the hostile things."""
    return {**make_open(folder), **add_hostile(folder)}


def add_hostile(folder: Path) -> Numbers:
    """The hostile things in a record that has an administrator; their numbers."""
    uploaded = _text_with_markup(folder)
    root = _document()
    facts = Fact.objects.standing(FOREVER).filter(document=root)
    made = facts.get(state="waiting").root
    make_indicator(fact=made, definition=_definition(), by=OPERATOR, at=moment(31), why="x")
    hung = Task.objects.standing(FOREVER).filter(document=root).values_list("root", flat=True)[0]
    kept = keep_evidence(hostile("evidence").replace("/", "∕"), b"<script>alert(1)</script>")
    update_task(
        task=hung, on=date(2022, 5, 1), state=TaskState.RUNNING, note=hostile("note"), agency="STC",
        evidence=kept.sha256, evidence_name=kept.name, by=OPERATOR, at=moment(32), why="x",
    )  # fmt: skip
    name = hostile("agency")
    add_agency(code="EVIL", name=name, level="province", valid_from=None, by=OPERATOR, at=moment(33), why="x")
    make_token(username="administrator", name=hostile("token")[-90:], by=OPERATOR, at=moment(33))
    return {
        "uploaded": uploaded,
        "document": root,
        "fact": made,
        "indicator": INDICATOR,
        "agency": "EVIL",
        "task": hung,
        "update": TaskUpdate.objects.get(task=hung).id,
        "submission": _submission(),
        "finding": _findings(root),
    }


def _text_with_markup(folder: Path) -> int:
    text = f"BÁO CÁO\nVề tình hình quý I năm 2022\n\nI. Kết quả {hostile('paragraph')}\n"
    text += f"1. Tỷ lệ che phủ rừng ước đạt 63,8%. {hostile('paragraph')}\n"
    root = taken_in(folder, hostile("upload").replace("/", "∕"), text)
    publish(subject=root, by=OPERATOR, at=moment(29), why="x")
    return root


def _document() -> int:
    words = hostile("task")
    whole = document(
        read(target("10000", start=0, subject=hostile("quote")), INDICATOR, "reading-doubtful"),
        read(result("2500", "2022-Q1", start=15)),
        ReadFact(record=task(words, start=40, lead=hostile("lead")), territory="20", lead_codes=("STC",)),
        read(citation(hostile("cited"), start=400)),
        identity="evil",
        file="e" * 64,
        title=hostile("title"),
    )
    text = whole.text.replace("x" * 200, hostile("text").ljust(200)[:200], 1)
    names = {"organ_name": hostile("issuer"), "signer_full_name": hostile("signer"), "subject": hostile("subject")}
    root = recorded(
        replace(
            whole,
            text=text,
            name=hostile("file"),
            register={**whole.register, **names},
            provisions=(ReadProvision(path=(hostile("heading"),), heading=hostile("heading"), start=0, end=390),),
        ),
        hours=30,
    ).root
    publish(subject=root, by=OPERATOR, at=moment(30), why="x")
    return root


def _definition() -> dict[str, object]:
    return {
        "id": INDICATOR,
        "names": {"vi": hostile("indicator"), "en": hostile("indicator")},
        "aliases": [hostile("alias")],
        "unit": {"measure": "VND", "multiplier": "9", "written": "tỷ đồng"},
        "semantics": "flow",
        "direction": "up",
        "frequency": "annual",
        "sector": "budget",
        "owner": "STC",
        "definition": {"vi": hostile("meaning"), "en": hostile("meaning")},
    }


def _submission() -> int:
    rows = f"indicator,territory,period,value\n{INDICATOR},20,2022-Q1,5\n".encode()
    load_observations(rows, name=hostile("submission"), agency="STC", by=OPERATOR, at=moment(34), why="x")
    root: int = Submission.objects.order_by("-id").values_list("root", flat=True)[0]
    publish(subject=root, by=OPERATOR, at=moment(35), why="x")
    return root


def _findings(root: int) -> int:
    words = {"vi": hostile("message"), "en": hostile("message")}
    place = {"document": str(root), "start": 0, "end": 5, "quote": hostile("working")}
    content = {"check": "sums", "verdict": "inconsistent", "severity": "high", "message": words, "places": [place]}
    found = [
        FoundFinding(
            key=letter * 64, check_name="sums", verdict="inconsistent", severity="high", documents=(root,),
            content=content,
        )
        for letter in "ab"
    ]  # fmt: skip
    record_findings(territory="20", findings=found, auditor_version="x", by=OPERATOR, at=moment(36), why="x")
    first, second = Finding.objects.standing(FOREVER).order_by("-id").values_list("root", flat=True)[:2]
    dismiss_finding(finding=first, by=OPERATOR, at=moment(37), why=hostile("dismissal"))
    return int(second)
