"""Run the program on the small flows: `small_cg.py triage visit …`."""

import sys
from pathlib import Path

from collector_guard import library
from collector_guard.start import main

if __name__ == "__main__":
    library.folder = lambda: Path(__file__).with_name("small_flows")
    sys.exit(main(sys.argv[1:]))
