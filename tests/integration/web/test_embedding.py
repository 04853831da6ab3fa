"""What other sites show in a frame: for all alike, without scripts, and nothing else of the site with it."""

from __future__ import annotations

import re
from html import unescape

import pytest

from tests.integration.web.guarded_record import HIDDEN_WORDS, add_hidden, make_open
from tests.integration.web.site_addresses import EMBEDDED, LINES, browser_of, public, told

pytestmark = pytest.mark.django_db

RULER, CHART = "/embed/indicators/budget_revenue/ruler", "/embed/indicators/budget_revenue/chart"
OUTLINES = re.compile(r"<(?:script|form|input|button|iframe|object|link[^>]+(?:preload|manifest))")


@pytest.fixture
def numbers(db, tmp_path):
    return make_open(tmp_path)


def words(answer) -> str:
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", answer.text)).split())


def is_framed(answer) -> bool:
    policy = answer.headers["content-security-policy"]
    return "frame-ancestors *" in policy and "x-frame-options" not in answer.headers


@pytest.mark.usefixtures("numbers")
def test_other_sites_may_show_these_pages_and_no_others():
    reader = public()
    assert {name for name in LINES if name.startswith("embed")} == EMBEDDED
    for path in (RULER, CHART, f"{RULER}?period=2022", "/embed/indicators/nothing/ruler", f"{RULER}?theme=pink",
                 f"{CHART}?asOf=x", f"{CHART}?asOf=1950-01-01"):  # fmt: skip
        assert is_framed(told(reader, path)), path
    for path in ("/", "/indicators/budget_revenue", "/embed", "/embed/indicators/budget_revenue", "/nothing/embed/"):
        assert not is_framed(told(reader, path)), path


@pytest.mark.usefixtures("numbers")
def test_what_stands_in_a_frame_runs_nothing_and_loads_only_from_this_site():
    for path in (RULER, CHART, "/embed/indicators/nothing/ruler"):
        answer = told(public(), path)
        policy = dict(rule.split(" ", 1) for rule in answer.headers["content-security-policy"].split("; "))
        assert policy["default-src"] == policy["base-uri"] == policy["form-action"] == "'none'"
        assert "script-src" not in policy
        assert not OUTLINES.search(answer.text), path
        assert not answer.cookies


@pytest.mark.usefixtures("numbers")
def test_the_ruler_says_value_target_status_source_and_day_and_leads_to_the_page():
    said = told(public(), f"{RULER}?period=2022")
    assert said.status == 200
    text = words(said)
    for part in ("Tổng thu ngân sách nhà nước trên địa bàn", "mục tiêu 7.850", "Tỉnh Lạng Sơn", "năm 2022",
                 "901/NQ-HĐND", "Số liệu đến"):  # fmt: skip
        assert part in text, part
    link = re.search(r'<a href="([^"]+)" target="_blank" rel="noopener">', said.text)
    assert link
    assert told(public(), unescape(link[1])).status in (200, 302)
    assert '<svg class="ruler"' in said.text


@pytest.mark.usefixtures("numbers")
def test_the_chart_tells_what_the_page_tells():
    said = told(public(), CHART)
    assert 'class="chart chart-wide"' in said.text
    assert "7.850" in said.text


@pytest.mark.usefixtures("numbers")
def test_language_and_theme_stand_in_the_address_and_in_no_cookie():
    english = told(public(), f"{RULER}?lang=en&theme=dark&period=2022")
    assert english.status == 200
    assert 'lang="en"' in english.text
    assert "State budget revenue" in english.text
    assert not english.cookies
    assert re.search(r'tokens-dark[^"]*css">', english.text)
    assert "tokens-dark" not in told(public(), f"{RULER}?theme=light").text
    follows = told(public(), RULER).text
    assert re.search(r'tokens-dark[^"]*css" media="screen and \(prefers-color-scheme: dark\)"', follows)


@pytest.mark.usefixtures("numbers")
def test_what_cannot_be_shown_is_a_small_page_that_names_nobody():
    administrator = browser_of("administrator")
    for path, status in (
        ("/embed/indicators/nothing/ruler", 404),
        (f"{RULER}?period=2050", 404),
        (f"{CHART}?territory=99", 404),
        (f"{CHART}?period=hom-nay", 400),
    ):
        answer = told(administrator, path)
        assert answer.status == status, path
        assert "Không có gì để hiện" in answer.text
        assert "administrator" not in answer.text
    assert told(administrator, RULER, method="POST").status == 405


def test_drafts_are_shown_to_nobody_in_a_frame(numbers, tmp_path):
    before = {path: told(public(), path).text for path in (RULER, CHART)}
    add_hidden(tmp_path, numbers)
    for reader in (public(), browser_of("administrator")):
        for path in (RULER, CHART, f"{RULER}?period=2023", f"{RULER}?period=2019-Q3"):
            said = words(told(reader, path))
            assert not [word for word in HIDDEN_WORDS if word in said], path
    assert {path: told(public(), path).text for path in before} == before


@pytest.mark.usefixtures("numbers")
def test_a_kept_page_may_still_be_framed_and_is_not_sent_twice():
    reader = public()
    first, second = told(reader, RULER), told(reader, RULER)
    assert is_framed(first)
    assert is_framed(second)
    held = told(reader, RULER, headers={"If-None-Match": second.headers["etag"]})
    assert held.status == 304
    assert is_framed(held)


@pytest.mark.usefixtures("numbers")
def test_the_page_of_an_indicator_gives_the_code_of_both_frames():
    page = told(public(), "/indicators/budget_revenue").text
    codes = [unescape(code) for code in re.findall(r"<textarea[^>]*>(.*?)</textarea>", page, re.S)]
    assert len(codes) == 2
    for code, path in zip(codes, (RULER, CHART), strict=True):
        source = re.search(r'<iframe src="http://testserver([^"]+)"', code)
        assert source
        address = unescape(source[1])
        assert address.startswith(f"{path}?territory=")
        assert told(public(), address).status == 200
        assert "<script" not in code
