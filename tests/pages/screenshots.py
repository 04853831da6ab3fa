"""Pictures of every page, narrow and wide, light and dark, for people to look at: `make screenshots`."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright

from tests.pages.addresses import OF_STAFF, PUBLIC
from tests.pages.browsers import QUIET, chromium
from tests.pages.numbers import Numbers
from tests.pages.sites import context_of, make_record, served

_WIDTHS = (1440, 390)
_SETTLED = 250  # milliseconds: typeface and transitions


def main(folder: Path) -> int:
    """Write the pictures into the folder."""
    found = chromium()
    if found is None:
        sys.stderr.write("no chromium: apt-get install chromium\n")
        return 1
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as place, sync_playwright() as playwright:
        make_record(Path(place) / "record")
        browser = playwright.chromium.launch(executable_path=found, args=list(QUIET))
        with served(Path(place) / "record", Path(place) / "site") as site:
            numbers = Numbers.of(site)
            for width, dark in ((width, dark) for width in _WIDTHS for dark in (False, True)):
                contexts = {}
                for address in (*PUBLIC, *OF_STAFF):
                    if address.reader not in contexts:
                        contexts[address.reader] = context_of(browser, width=width, dark=dark)
                        if address.reader is not None:
                            page = contexts[address.reader].new_page()
                            site.sign_in(page, address.reader)
                            page.close()
                    page = contexts[address.reader].new_page()
                    page.goto(site.address + numbers.path(address))
                    page.wait_for_timeout(_SETTLED)
                    name = f"{address.name}-{width}{'-dark' if dark else ''}.png"
                    page.screenshot(path=folder / name, full_page=True)
                    page.close()
                for context in contexts.values():
                    context.close()
    sys.stdout.write(f"· {len(list(folder.glob('*.png')))} pictures in {folder}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
