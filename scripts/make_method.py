"""Writes docs/method.md from the sentences of the rules."""

from __future__ import annotations

from pathlib import Path

from tiendo.assessment.method import as_markdown

METHOD = Path(__file__).resolve().parent.parent / "docs" / "method.md"

if __name__ == "__main__":
    METHOD.parent.mkdir(exist_ok=True)
    METHOD.write_text(as_markdown(), encoding="utf-8")
