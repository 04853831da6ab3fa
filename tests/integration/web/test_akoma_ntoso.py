"""Documents as Akoma Ntoso on the site and for export: who sees them, what they say, and that nothing else changes."""

from __future__ import annotations

import io
from zipfile import ZipFile

import pytest
from django.test import Client
from lxml import etree

from tests.integration.record.texts import REPORT, resolution
from tests.integration.web.reviewing import browser_of, page_of, taken_in
from tests.unit.ledger.samples import moment
from tests.unit.publishing.akoma_ntoso.sample import AKN, FACTS, schema, without_space, words_of
from tiendo.ledger.actors import OPERATOR
from tiendo.ledger.commands.publish import publish
from tiendo.ledger.models import Document, Fact
from tiendo.ledger.selectors.viewing import Viewer, known_at
from tiendo.ledger.set_up import set_up
from tiendo.ledger.standing import FOREVER
from tiendo.web.handouts.documents import akn_archive, akn_documents

pytestmark = pytest.mark.django_db

CITING = """ỦY BAN NHÂN DÂN
TỈNH LẠNG SƠN
Số: 12/KH-UBND
Lạng Sơn, ngày 15 tháng 01 năm 2022

KẾ HOẠCH
Thực hiện mục tiêu năm 2022

I. NHIỆM VỤ
1. Thực hiện khoản 1 Điều 1 {number} ngày {day} của Hội đồng nhân dân tỉnh.
2. Giao Sở Tài chính chủ trì rà soát nguồn thu trước ngày 30 tháng 6 năm 2022.
3. Thực hiện Nghị quyết số 68/NQ-CP của Chính phủ.
"""


@pytest.fixture(autouse=True)
def record(db):
    set_up()


@pytest.fixture
def plan(tmp_path) -> int:
    return taken_in(tmp_path, "nghi-quyet.txt", resolution())


@pytest.fixture
def citing(tmp_path, plan) -> int:
    held = Document.objects.get(root=plan)
    text = CITING.format(number=f"{held.type_name} số {held.number}", day=f"{held.issued_date:%d/%m/%Y}")
    return taken_in(tmp_path, "ke-hoach.txt", text)


def opened_to_all(root: int) -> None:
    publish(subject=root, by=OPERATOR, at=moment(2), why="thử")


def file_of(root: int, **query: object) -> etree._Element:
    answer = Client().get(f"/documents/{root}/akn.xml", query)
    assert answer.status_code == 200
    found = etree.fromstring(answer.content)
    assert schema().validate(found), schema().error_log
    return found


def test_a_draft_is_no_file_for_the_public_but_for_its_officer(plan):
    address = f"/documents/{plan}/akn.xml"
    for reader in (Client(), browser_of("elsewhere", "officer", territory="04")):
        assert reader.get(address).status_code == 404
    answer = browser_of("officer", "officer", territory="20").get(address)
    assert answer.status_code == 200
    assert answer["Cache-Control"] == "private, no-store"
    assert b"publication" not in answer.content


def test_a_published_document_is_valid_whole_and_the_same_each_time(plan):
    opened_to_all(plan)
    answer = Client().get(f"/documents/{plan}/akn.xml")
    assert answer["Content-Type"].startswith("application/akn+xml")
    assert words_of(answer.content) == without_space(Document.objects.get(root=plan).text)
    again = Client().get(f"/documents/{plan}/akn.xml")
    assert again.content == answer.content
    known = Client().get(f"/documents/{plan}/akn.xml", headers={"If-None-Match": answer["ETag"]})
    assert (known.status_code, known.content) == (304, b"")


def test_the_page_of_a_document_leads_to_its_file(plan):
    opened_to_all(plan)
    assert f'href="/documents/{plan}/akn.xml"' in page_of(Client().get(f"/documents/{plan}"))


def test_a_citation_of_a_document_of_the_record_has_the_address_that_the_document_has(plan, citing):
    for root in (plan, citing):
        opened_to_all(root)
    work = file_of(plan).find(f".//{AKN}FRBRWork/{AKN}FRBRuri").get("value")
    cited = file_of(citing)
    assert [one.get("href") for one in cited.iter(f"{AKN}ref")] == [f"{work}/~art_1__para_1"]
    (unknown,) = cited.iter(f"{AKN}TLCReference")
    assert unknown.get("showAs") == "68/NQ-CP"


def test_the_body_that_leads_a_task_stands_among_the_references(citing):
    opened_to_all(citing)
    found = file_of(citing)
    (task,) = (one for one in found.iter(f"{FACTS}fact") if one.get("kind") == "task" and one.get("lead"))
    assert task.get("lead") == "STC"
    (body,) = found.xpath("//*[@eId='org-stc']")
    assert body.get("showAs") == "Sở Tài chính"


def test_what_waits_for_a_person_is_not_marked(plan):
    opened_to_all(plan)
    marked = {int(one.get("id")) for one in file_of(plan).iter(f"{FACTS}fact")}
    states = dict(Fact.objects.standing(FOREVER).values_list("root", "state"))
    assert marked
    assert {states[root] for root in marked} <= {"sure", "accepted", "merged"}


def test_an_older_version_has_a_file_of_its_own(tmp_path):
    first_root = taken_in(tmp_path, "nghi-quyet.txt", resolution())
    first = Document.objects.get().id
    root = taken_in(tmp_path, "nghi-quyet.txt", resolution().replace("7.850", "7.950"))
    assert root == first_root
    opened_to_all(root)
    now, before = file_of(root), file_of(root, version=first)
    assert [one.find(f".//{AKN}FRBRversionNumber").get("value") for one in (before, now)] == ["1", "2"]
    assert "7.950" in "".join(now.itertext())
    assert "7.950" not in "".join(before.itertext())


def test_a_link_to_a_provision_opens_its_place(plan):
    opened_to_all(plan)
    addresses = file_of(plan).xpath("//*[local-name()='article']/@eId")
    page = page_of(Client().get(f"/documents/{plan}?provision={addresses[-1]}"))
    assert f'id="{addresses[-1]}"' in page
    assert Client().get(f"/documents/{plan}?provision=art_99").status_code == 200


def test_the_archive_holds_what_one_may_see_and_always_the_same_bytes(plan, citing, tmp_path):
    taken_in(tmp_path, "bao-cao.txt", REPORT)
    opened_to_all(plan)
    public, known = Viewer(), known_at()
    (path, content), *others = akn_documents(public, known)
    assert not others
    assert path.startswith("akn/vn-20/act/nghi-quyet/")
    assert path.endswith(".xml")
    first = b"".join(akn_archive(public, known))
    assert first == b"".join(akn_archive(public, known))
    with ZipFile(io.BytesIO(first)) as archive:
        assert archive.namelist() == [path]
        assert archive.read(path) == content
    assert len(list(akn_documents(Viewer(OPERATOR), known))) == 3
