"""The small flow as a reviewer sees it."""

import pytest
from folders import SMALL_FLOWS

from collector_guard.library.load import load_flow_from_yaml
from collector_guard.wording.sentences import LANGUAGES


@pytest.fixture(scope="module", params=LANGUAGES)
def small(request):
    """The small flow, whose names know their lines."""
    return load_flow_from_yaml("visit", request.param, SMALL_FLOWS)
