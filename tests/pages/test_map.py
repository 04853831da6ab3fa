"""The map in a real browser: chosen, read by keyboard, on a narrow screen, in the dark, without scripts."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from tests.integration.processes import READY, command, run
from tests.pages.sites import Site, context_of, environment_of, served
from tiendo.reference.territories import LANG_SON, children

_PUBLISH = """
from datetime import UTC, datetime
from tiendo.ledger.actors import OPERATOR
from tiendo.ledger.commands.publish import publish
from tiendo.ledger.models import Submission
for root in Submission.objects.values_list("root", flat=True):
    publish(subject=root, by=OPERATOR, at=datetime.now(UTC), why="test")
"""


def _table() -> str:
    rows = ["indicator,territory,period,value,estimated"]
    for number, unit in enumerate(children(LANG_SON, date(2024, 12, 31))[:9]):
        rows.append(f"poverty_rate,{unit.code},2024,{5 + number * 1.5},")
    for number, unit in enumerate(children(LANG_SON, date(2025, 12, 31))[:60]):
        rows.append(f"poverty_rate,{unit.code},2025,{2 + number * 0.3:.1f},{'yes' if number % 7 == 0 else ''}")
        rows.append(f"health_insurance,{unit.code},2025,{80 + number * 0.3:.1f},")
    return "\n".join(rows) + "\n"


@pytest.fixture(scope="module")
def mapped(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """A site whose record holds made-up figures of districts and communes."""
    folder = tmp_path_factory.mktemp("mapped")
    record, table = folder / "record", folder / "so-lieu.csv"
    table.write_text(_table(), encoding="utf-8")
    loaded = command("load", str(table), "--agency", "STC", environ=environment_of(record))
    assert loaded.returncode == 0, loaded.stdout
    run(READY + _PUBLISH, environment_of(record))
    with served(record, folder / "site") as site:
        yield site


def test_a_citizen_goes_from_the_map_to_the_number_by_keyboard(mapped: Site, page: Page) -> None:
    page.goto(f"{mapped.address}/map?indicator=poverty_rate&period=2024")
    tile = page.get_by_role("link", name="Bình Gia: 8,0%")
    tile.focus()
    page.keyboard.press("Enter")
    line = page.locator("tr#unit-181")
    expect(line).to_be_focused()
    expect(line).to_contain_text("Sở Tài chính, so-lieu.csv")


def test_another_indicator_and_period_are_chosen_by_the_form(mapped: Site, page: Page) -> None:
    page.goto(f"{mapped.address}/map?indicator=poverty_rate")
    expect(page.locator("a.tile")).to_have_count(65)
    page.locator("select[name=period]").select_option("2024")
    expect(page.locator("a.tile")).to_have_count(11)
    page.locator("select[name=indicator]").select_option("health_insurance")
    expect(page.get_by_role("link", name="Kỳ gần nhất có số liệu: Năm 2025")).to_be_visible()


def test_the_same_without_scripts(mapped: Site, browser: Browser) -> None:
    context = context_of(browser, scripts=False)
    page = context.new_page()
    page.goto(f"{mapped.address}/map?indicator=poverty_rate")
    page.locator("select[name=period]").select_option("2024")
    page.get_by_role("button", name="Xem", exact=True).last.click()
    expect(page.locator("a.tile")).to_have_count(11)
    page.get_by_role("link", name="Đơn vị", exact=True).click()
    expect(page.locator("table.units tbody th").first).to_contain_text("Bắc Sơn")
    context.close()


@pytest.mark.parametrize("width", [390, 1440])
@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("english", [False, True], ids=["vi", "en"])
def test_everybody_can_read_it(mapped: Site, browser: Browser, width: int, dark: bool, english: bool) -> None:
    context = context_of(browser, width=width, dark=dark, english=english)
    page = context.new_page()
    for query in ("?indicator=poverty_rate&period=2025", "?indicator=poverty_rate&period=2024", "?asOf=2020-01-01"):
        page.goto(f"{mapped.address}/map{query}")
        found = Axe().run(page)
        assert found.violations_count == 0, found.generate_report()
        assert page.evaluate("document.documentElement.scrollWidth") <= width
    context.close()


def test_names_give_way_to_initials_where_tiles_are_small(mapped: Site, browser: Browser) -> None:
    context = context_of(browser, width=390)
    page = context.new_page()
    page.goto(f"{mapped.address}/map?indicator=poverty_rate&period=2025")
    tile = page.locator("a.tile[href='#unit-06172']")
    expect(tile.locator(".short")).to_have_text("HVT")
    expect(tile.locator(".short")).to_be_visible()
    expect(tile.locator(".name").first).to_be_hidden()
    box = tile.bounding_box()
    assert box is not None
    assert min(box["width"], box["height"]) >= 24  # pixels, the least of WCAG 2.2 for a finger
    context.close()


def test_no_label_reaches_over_its_tile(mapped: Site, browser: Browser) -> None:
    for width in (390, 1440):
        context = context_of(browser, width=width)
        page = context.new_page()
        page.goto(f"{mapped.address}/map?indicator=poverty_rate&period=2025")
        page.evaluate("document.fonts.ready")
        over = page.evaluate("""() => [...document.querySelectorAll("a.tile")].flatMap(tile => {
            const face = tile.querySelector(".face").getBoundingClientRect();
            return [...tile.querySelectorAll("text")].filter(text => {
                const box = text.getBoundingClientRect();
                return box.width && (box.left < face.left - 0.5 || box.right > face.right + 0.5);
            }).map(text => text.textContent);
        })""")
        assert over == []
        context.close()
