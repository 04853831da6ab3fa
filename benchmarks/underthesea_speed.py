"""Times underthesea on the text of standard input: a program for an environment that has underthesea.

Prints, as JSON, the characters a second of processor time of each function. Text is given line by line, as the
library is meant to be used: the time of its tagger grows with the square of the length of a sentence.
"""

from __future__ import annotations

import json
import sys
import time

FUNCTIONS = ("word_tokenize", "ner")


def main() -> None:
    """Time each function once over all lines, after a first call that loads its model."""
    import underthesea  # type: ignore[import-not-found,unused-ignore]

    text = sys.stdin.buffer.read().decode("utf-8")
    lines = [line for line in text.splitlines() if line.strip()]
    speeds = {}
    for name in FUNCTIONS:
        function = getattr(underthesea, name)
        function(lines[0])
        begin = time.process_time()
        for line in lines:
            function(line)
        speeds[name] = len(text) / (time.process_time() - begin)
    json.dump(speeds, sys.stdout)


if __name__ == "__main__":
    main()
