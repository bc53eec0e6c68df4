"""How much a start of the installed program loads: counted, because times say more of the machine than of the program.

`benchmarks/benchmark_start.py` measures the times. Where a number here has to grow, measure there what that costs.
"""

import json
import os
import subprocess
import sys

import pytest

# The code and the data of ours that a start reads, in modules and kilobytes of source, and in files and kilobytes.
MOST = {
    "no command": ([], (36, 140), (0, 0)),
    "help": (["--help"], (37, 145), (0, 0)),
    "the emergency card": (["triage", "--now"], (49, 180), (1, 2)),
    "the first question": (["triage"], (74, 300), (1, 400)),
    "a search": (["laws", "隐私"], (62, 265), (2, 800)),
}
COUNTING = """
import atexit, json, os, sys
opened = set()
def hook(event, arguments):
    if event == "open" and isinstance(arguments[0], str):
        opened.add(arguments[0])
sys.addaudithook(hook)
from collector_guard.start import main
def told():
    import collector_guard
    ours = os.path.dirname(collector_guard.__file__)
    code = [module.__file__ for name, module in sys.modules.items() if name.startswith("collector_guard")]
    data = [path for path in opened if path.startswith(ours) and path.endswith((".json", ".yaml"))]
    sizes = [[len(files), round(sum(map(os.path.getsize, files)) / 1000, 1)] for files in (code, data)]
    sys.__stderr__.write("\\n" + json.dumps(sizes))
atexit.register(told)
sys.exit(main())
"""


@pytest.mark.parametrize("name", MOST)
def test_a_start_loads_no_more_than_it_may(installed, name):
    arguments, most_code, most_data = MOST[name]
    variables = {"PYTHONPATH": str(installed), "PYTHONUTF8": "1"}

    run = subprocess.run(
        [sys.executable, "-P", "-c", COUNTING, *arguments],
        env={**os.environ, **variables}, stdin=subprocess.DEVNULL, capture_output=True, encoding="utf-8", check=False,
    )  # fmt: skip

    code, data = json.loads(run.stderr.splitlines()[-1])
    assert code[0] <= most_code[0], code
    assert code[1] <= most_code[1], code
    assert data[0] <= most_data[0], data
    assert data[1] <= most_data[1], data
