"""A certificate that Dee earned."""

import pytest

from tests.training.finishing import read_all, take_test
from training.models import Certificate


@pytest.fixture
def certificate(begun, dee):
    read_all(begun, by=dee)
    take_test(begun, right=5, by=dee)
    return Certificate.objects.get()
