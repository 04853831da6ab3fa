"""Tiến Độ: from resolution to result.

Reads Vietnamese planning documents, turns every target, result, task and citation into a
fact that knows its place in the text, and says how the plan stands.
"""

__version__ = "0.1.0"
