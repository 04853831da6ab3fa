"""Settings that all tests share."""

from __future__ import annotations

import os

from hypothesis import settings

# A loaded machine is slow, not wrong: no deadline. On CI the same examples every time: a red run can be repeated.
settings.register_profile("tiendo", deadline=None, derandomize=bool(os.environ.get("CI")))
settings.load_profile("tiendo")
