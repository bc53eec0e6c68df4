"""Where the checkout and the data of the tests are."""

from pathlib import Path

TESTS = Path(__file__).parent.parent
ROOT = TESTS.parent
SMALL_FLOWS = TESTS / "small_flows"
