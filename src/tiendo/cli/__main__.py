"""Lets `python -m tiendo.cli` be the command where the script `tiendo` is not on the path."""

import sys

from tiendo.cli.main import main

if __name__ == "__main__":
    sys.exit(main())
