"""One JSON object a line, for programs that read line by line."""

from __future__ import annotations

import json
from typing import Any

# JSON leaves these as they are, but many programs take them for the end of a line.
_LINE_SEPARATORS = {letter: f"\\u{ord(letter):04x}" for letter in "\x85\u2028\u2029"}


def json_line(fields: dict[str, Any]) -> str:
    """The fields as one line with its line break; Vietnamese letters stay as they are."""
    line = json.dumps(fields, ensure_ascii=False)
    for separator, escape in _LINE_SEPARATORS.items():
        line = line.replace(separator, escape)
    return line + "\n"
