"""One import from another system."""

import pytest

from mentoring.actions import imports
from mentoring.reading import read


@pytest.fixture
def an_import(marion, yorkshire, now):
    rows = read(b"key,preferred_name,team\n1,Ada,Yorkshire\n2,Bea,Nowhere\n", "people")
    return imports.check(kind="people", source="Old", rows=rows, reason="Moving in", by=marion, at=now)
