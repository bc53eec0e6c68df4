"""Run the program as python -m collector_guard."""

import sys

from collector_guard.start import main

if __name__ == "__main__":
    sys.exit(main())
