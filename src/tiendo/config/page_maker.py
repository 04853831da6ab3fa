"""The process that makes pages for readers ahead: `python -m tiendo.config.page_maker ADDRESS PID`.

It ends with the process of that number, and takes the processor only where nobody else wants it.
"""

from __future__ import annotations

import os
import sys

from tiendo.config.own_worker import end_with

_POLITELY = 19  # the lowest of the priorities that a process can take


def command_of_page_maker(address: str) -> tuple[str, ...]:
    """The command that starts one for the site at that address, which ends with this process."""
    return sys.executable, "-m", "tiendo.config.page_maker", address, str(os.getpid())


def main(address: str, parent: int) -> None:
    """Make pages until the parent ends."""
    end_with(parent)
    os.nice(_POLITELY)
    from tiendo.config.start import ensure_ready

    ensure_ready()
    from tiendo.web.warming import make_pages_ahead

    make_pages_ahead(address)


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]))
