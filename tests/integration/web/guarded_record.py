"""A record with something of every kind in it, published, and the same hidden: for the tests of what must not get out.

The hidden document is read from a text, recomputed, reported on and cited like the published one, so that every kind
of entry has a hidden one. `HIDDEN_WORDS` stand in it and nowhere else.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path

from tests.integration.api.samples import reported
from tests.integration.web.accounts import made
from tests.integration.web.reviewing import taken_in
from tests.unit.ledger.samples import MORNING, moment
from tiendo.intake.evidence import keep_evidence
from tiendo.ledger.actors import OPERATOR
from tiendo.ledger.commands.accounts import make_token
from tiendo.ledger.commands.invitations import invite_account
from tiendo.ledger.commands.publish import publish
from tiendo.ledger.commands.update_task import update_task
from tiendo.ledger.models import Fact, Finding, Grant, Target, Task, TaskState, TaskUpdate
from tiendo.ledger.set_up import set_up
from tiendo.ledger.standing import FOREVER

HIDDEN_WORDS = (
    "thuyền rồng",
    "98765",
    "98.765",
    "987/NQ-HĐND",
    "ghi-chú-kín",
    "bằng-chứng-kín",
    "61,7",
    "61.7",
    "4321",
)

_OPEN = """HỘI ĐỒNG NHÂN DÂN
TỈNH LẠNG SƠN
Số: 901/NQ-HĐND
Lạng Sơn, ngày 10 tháng 12 năm 2021

NGHỊ QUYẾT
Về mục tiêu phát triển kinh tế - xã hội năm 2022

Căn cứ Nghị quyết số 55/NQ-HĐND ngày 10 tháng 12 năm 2020 của Hội đồng nhân dân tỉnh;

Điều 1. Mục tiêu chủ yếu
1. Tổng thu ngân sách nhà nước trên địa bàn năm 2022 đạt 7.850 tỷ đồng, gồm: thu nội địa 1.850 tỷ đồng, thu từ hoạt \
động xuất nhập khẩu 5.900 tỷ đồng.
2. Tỷ lệ che phủ rừng năm 2022 đạt 63,8%.
3. Tổng tiền góp quỹ đèn lồng phố cổ năm 2022 đạt 1.200 tỷ đồng.
Điều 2. Giao Sở Tài chính chủ trì, phối hợp với Cục Thuế tỉnh rà soát nguồn thu trước ngày 30 tháng 6 năm 2022.
"""

_HIDDEN = """HỘI ĐỒNG NHÂN DÂN
TỈNH LẠNG SƠN
Số: 987/NQ-HĐND
Lạng Sơn, ngày 12 tháng 12 năm 2022

NGHỊ QUYẾT
Về mục tiêu của hội thuyền rồng năm 2023

Căn cứ Nghị quyết số 901/NQ-HĐND ngày 10 tháng 12 năm 2021 của Hội đồng nhân dân tỉnh;

Điều 1. Mục tiêu của hội thuyền rồng
1. Tổng thu ngân sách nhà nước trên địa bàn năm 2023 đạt 98.765 tỷ đồng, gồm: thu nội địa 1.850 tỷ đồng, thu từ hoạt \
động xuất nhập khẩu 5.900 tỷ đồng.
2. Tỷ lệ che phủ rừng năm 2022 đạt 61,7%.
3. Tổng tiền góp quỹ thuyền rồng phố cổ năm 2023 đạt 4.321 tỷ đồng.
Điều 2. Giao Sở Tài chính chủ trì, phối hợp với Cục Thuế tỉnh đóng thuyền rồng trước ngày 30 tháng 6 năm 2023.
"""

_HIDDEN_ROWS = """indicator,territory,period,value
budget_revenue,20,2019-Q3,98765
forest_cover,20,2022,61.7
"""

Numbers = dict[str, object]


def make_open(folder: Path) -> Numbers:
    """A record with a published document, and people; the numbers for the addresses of all of it."""
    set_up(MORNING)
    document = taken_in(folder, "nghi-quyet.txt", _OPEN)
    publish(subject=document, by=OPERATOR, at=moment(1), why="đã ban hành")
    submission = reported("indicator,territory,period,value\nbudget_revenue,20,2022-Q1,2202.4\n", 2)
    publish(subject=submission, by=OPERATOR, at=moment(3), why="đã duyệt")
    for name, role, territory in (
        ("administrator", "administrator", None),
        ("officer", "officer", "20"),
        ("elsewhere", "officer", "04"),
        ("nobody", None, None),
        ("invited", None, None),
    ):
        made(name, role, territory=territory)
    return {
        "indicator": "budget_revenue",
        "agency": "STC",
        "submission": submission,
        "account": "officer",
        "secret": invite_account(username="invited", by=OPERATOR, at=moment(4)),
        "token": make_token(username="officer", name="máy", by=OPERATOR, at=moment(4)).number,
        "grant": Grant.objects.get(account="officer").root,
        **_numbers_of(document, folder, "bao-cao.pdf", "Đã rà soát xong"),
    }


def add_hidden(folder: Path, numbers: Numbers) -> Numbers:
    """The same again, hidden: the numbers of the hidden things, and the others as they were."""
    document = taken_in(folder, "thuyền rồng.txt", _HIDDEN)
    submission = reported(_HIDDEN_ROWS, 6)
    return {**numbers, **_numbers_of(document, folder, "bằng-chứng-kín.pdf", "ghi-chú-kín"), "submission": submission}


def _numbers_of(document: int, folder: Path, evidence: str, note: str) -> Numbers:
    task = Task.objects.standing(FOREVER).filter(document=document).values_list("root", flat=True)[0]
    kept = keep_evidence(evidence, f"%PDF-1.7 {note}".encode())
    update_task(
        task=task, on=date(2022, 5, 1), state=TaskState.RUNNING, note=note, agency="STC", evidence=kept.sha256,
        evidence_name=kept.name, by=OPERATOR, at=moment(5), why=note,
    )  # fmt: skip
    facts = Fact.objects.standing(FOREVER).filter(document=document).order_by("start")
    return {
        "document": document,
        "fact": facts.filter(state="waiting").values_list("root", flat=True)[0],
        "task": task,
        "target": Target.objects.standing(FOREVER).filter(document=document).values_list("root", flat=True)[0],
        "update": TaskUpdate.objects.filter(task=task).values_list("id", flat=True)[0],
        "finding": Finding.objects.order_by("-id").values_list("root", flat=True)[0],
        "version": facts.values_list("document", flat=True)[0],
    }
