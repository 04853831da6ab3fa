"""An Atom feed by the rules of RFC 4287, whatever is said in it."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone
from xml.etree import ElementTree

import pytest

from tiendo.publishing.feed import Feed, FeedEntry, as_atom, tag_uri

ATOM = "{http://www.w3.org/2005/Atom}"
_MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:Z|[+-]\d\d:\d\d)")  # RFC 3339
_TAG = re.compile(r"tag:[A-Za-z0-9.-]+,\d{4}(-\d\d(-\d\d)?)?:[\w.~:@!$&'()*+,;=/-]+")  # RFC 4151

NOON = datetime(2026, 3, 1, 12, 0, tzinfo=timezone(timedelta(hours=7)))
ENTRY = FeedEntry(
    id=tag_uri("ke-hoach.example", date(2026, 3, 1), "document/7"),
    kind="document",
    title="Văn bản 1/KH-MẪU",
    summary="Ủy ban mẫu",
    updated=NOON,
    published=NOON - timedelta(days=1),
    address="https://ke-hoach.example/documents/7",
)
FEED = Feed(
    id=tag_uri("ke-hoach.example", date(2026, 1, 1), "feed/-/-/-"),
    title="Mới công bố",
    language="vi",
    author="Sở Mẫu",
    rights="",
    address="https://ke-hoach.example/feed.atom",
    page="https://ke-hoach.example/",
    updated=NOON,
    entries=(ENTRY, replace(ENTRY, id=f"{ENTRY.id}8", updated=NOON - timedelta(days=2))),
)


def faults_of(content: bytes) -> list[str]:
    """What RFC 4287 forbids in a feed (section 4.1), as far as a program can see it."""
    root = ElementTree.fromstring(content)
    entries = root.findall(f"{ATOM}entry")
    faults = [f"{name} of feed" for name in ("id", "title", "updated") if len(root.findall(f"{ATOM}{name}")) != 1]
    faults += [
        f"{name} of entry" for one in entries for name in ("id", "title", "updated")
        if len(one.findall(f"{ATOM}{name}")) != 1
    ]  # fmt: skip
    if not root.findall(f"{ATOM}author/{ATOM}name") and not all(one.findall(f"{ATOM}author") for one in entries):
        faults.append("no author")
    ids = [one.text or "" for one in root.iter(f"{ATOM}id")]
    faults += [f"id {one}" for one in ids if not _TAG.fullmatch(one)]
    faults += ["ids"] if len(set(ids)) != len(ids) else []
    moments = [one.text or "" for name in ("updated", "published") for one in root.iter(f"{ATOM}{name}")]
    faults += [f"moment {one}" for one in moments if not _MOMENT.fullmatch(one)]
    for one in (root, *entries):
        links = [link for link in one.findall(f"{ATOM}link") if link.get("rel", "alternate") == "alternate"]
        kinds = [(link.get("type"), link.get("hreflang")) for link in links]
        faults += ["alternates"] if len(set(kinds)) != len(kinds) or not links else []
    addresses = [link.get("href", "") for link in root.iter(f"{ATOM}link")]
    faults += [f"address {one}" for one in addresses if not re.fullmatch(r"https?://[^\s\"<>]+", one)]
    faults += ["category"] if any(not one.get("term") for one in root.iter(f"{ATOM}category")) else []
    if not any(link.get("rel") == "self" for link in root.findall(f"{ATOM}link")):
        faults.append("no self")
    return faults


def test_a_feed_keeps_the_rules():
    assert not faults_of(as_atom(FEED))
    assert not faults_of(as_atom(replace(FEED, entries=())))


def test_it_is_as_new_as_its_newest_entry_and_says_so_in_utc():
    root = ElementTree.fromstring(as_atom(FEED))
    assert root.findtext(f"{ATOM}updated") == "2026-03-01T05:00:00Z"
    assert root.get("{http://www.w3.org/XML/1998/namespace}lang") == "vi"
    assert root.findtext(f"{ATOM}rights") is None
    entry = root.find(f"{ATOM}entry")
    assert entry is not None
    assert entry.findtext(f"{ATOM}title") == "Văn bản 1/KH-MẪU"
    assert entry.findtext(f"{ATOM}published") == "2026-02-28T05:00:00Z"


@pytest.mark.parametrize(
    "words",
    ["</title><script>alert(1)</script>", "a & b < c", "]]>", "\x00\x1b[31m\ufffe", "&lt;b&gt;", "dài " * 2_000],
)
def test_whatever_is_said_stays_words_and_bounded(words):
    content = as_atom(replace(FEED, title=words, author=words, entries=(replace(ENTRY, title=words, summary=words),)))
    assert not faults_of(content)
    assert b"<script" not in content
    entry = ElementTree.fromstring(content).find(f"{ATOM}entry")
    assert entry is not None
    assert len(entry.findtext(f"{ATOM}title") or "") <= 300
    assert len(entry.findtext(f"{ATOM}summary") or "") <= 1_000


def test_a_moment_without_a_zone_is_never_written():
    moments = re.findall(r"<updated>([^<]+)</updated>", as_atom(FEED).decode())
    assert all(datetime.fromisoformat(one).tzinfo == UTC for one in moments)
