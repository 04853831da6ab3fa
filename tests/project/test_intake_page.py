from __future__ import annotations

import re

from tests.project.repository import ROOT
from tiendo.intake.certainty import REASONS


def test_the_page_lists_every_reason_to_wait_with_its_sentence():
    page = (ROOT / "docs" / "intake.md").read_text(encoding="utf-8")
    rows = dict(re.findall(r"^\| `([a-z-]+)` \| (.+) \|$", page, re.MULTILINE))
    assert rows == {code: sentence.en for code, sentence in REASONS.items()}
