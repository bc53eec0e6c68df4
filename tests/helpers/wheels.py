"""Build the package from a copy of the checkout."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

from folders import ROOT

SHIPPED = ("collector_guard", "flows", "tests", "pyproject.toml", "README.md", ".gitignore")


def copy_of_the_checkout(folder: Path) -> Path:
    folder.mkdir()
    ignored = shutil.ignore_patterns("__pycache__", ".*_cache", ".hypothesis")
    for name in SHIPPED:
        if (ROOT / name).is_dir():
            shutil.copytree(ROOT / name, folder / name, ignore=ignored)
        else:
            shutil.copy(ROOT / name, folder)
    return folder


def build(checkout: Path, target: str, into: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "hatchling", "build", "-t", target, "-d", str(into)]
    environ = {**os.environ, "CG_LANG": "en", "PYTHONUTF8": "1"}
    environ.pop("PYTHONDONTWRITEBYTECODE", None)  # it would hide what is left behind
    return subprocess.run(command, cwd=checkout, env=environ, capture_output=True, encoding="utf-8", check=False)
