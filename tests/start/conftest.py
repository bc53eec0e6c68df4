"""The wheel of this checkout, built once."""

import zipfile
from pathlib import Path

import pytest
from wheels import build, copy_of_the_checkout


@pytest.fixture(scope="session")
def checkout(tmp_path_factory) -> Path:
    return copy_of_the_checkout(tmp_path_factory.mktemp("package") / "checkout")


@pytest.fixture(scope="session")
def wheel(checkout) -> zipfile.ZipFile:
    run = build(checkout, "wheel", checkout.parent / "dist")

    assert run.returncode == 0, run.stdout + run.stderr
    return zipfile.ZipFile(next((checkout.parent / "dist").glob("*.whl")))


@pytest.fixture(scope="session")
def installed(wheel, tmp_path_factory) -> Path:
    """The wheel's files, as an installer lays them out."""
    folder = tmp_path_factory.mktemp("installed")
    wheel.extractall(folder)
    return folder
