"""Where the checkout and the data of the tests are."""

from pathlib import Path

import yaml

TESTS = Path(__file__).parent.parent
ROOT = TESTS.parent
SMALL_FLOWS = TESTS / "small_flows"


def table(name):
    """What a YAML file of the tests holds: texts alone, in lists and by name."""
    return yaml.load((TESTS / name).read_text(encoding="utf-8"), Loader=yaml.BaseLoader)  # noqa: S506 no objects
