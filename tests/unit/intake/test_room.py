from __future__ import annotations

import subprocess
import sys

import pytest

# What reads, and what compares readings, is used where there is no record.
WITHOUT_A_RECORD = ("audit", "differences", "exchange", "reading", "sandbox", "sandbox_process", "whole_reading")


@pytest.mark.parametrize("module", WITHOUT_A_RECORD)
def test_reading_needs_no_web_framework(module):
    program = f"import sys, tiendo.intake.{module}; sys.exit('django' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0
