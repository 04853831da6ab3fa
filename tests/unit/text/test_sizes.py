from __future__ import annotations

import re

import pytest

from tiendo.text.sizes import read_size


@pytest.mark.parametrize(
    ("written", "size"),
    [
        ("1", 1),
        ("2048", 2048),
        ("500KB", 500_000),
        ("80mb", 80_000_000),
        ("1.5 GB", 1_500_000_000),
        ("1,5G", 1_500_000_000),
    ],
)
def test_a_size_is_read_with_its_unit(written, size):
    assert read_size(written) == size


@pytest.mark.parametrize("written", ["", "0", "-5", "MB", "10TB", "1.2.3", "mười"])
def test_what_is_no_size_is_refused(written):
    with pytest.raises(ValueError, match=f"^{re.escape(written)}$"):
        read_size(written)
