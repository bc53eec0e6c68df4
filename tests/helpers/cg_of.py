"""Run the program with the flows of another folder in place of its own: `cg_of.py FOLDER triage visit`."""

import sys
from pathlib import Path

from collector_guard.library import load as library
from collector_guard.start import main

if __name__ == "__main__":
    flows = Path(sys.argv[1])
    library.folder = lambda: flows
    sys.argv = ["cg", *sys.argv[2:]]
    sys.exit(main())
