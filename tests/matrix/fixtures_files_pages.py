"""What stands in Jo’s own way for the URLs that name it: a mentor whom Jo named, and papers that were printed."""

import pytest

from casefiles_support.actions import packs
from casefiles_support.models import Journey
from mentoring.models import Mentor
from tests.conftest import NOW
from tests.factories.files import beside


@pytest.fixture
def sam_beside(journey, finn, sam):
    """Jo named Sam as their mentor in this."""
    return beside(journey, "peer_mentor", mentor=Mentor.objects.get(person__login=sam), by=finn)


@pytest.fixture
def pack(journey, finn):
    return packs.print_(
        journey=journey, ref="pack00000001", large_print=False, language="en", establishment=None, key="pack00000001",
        by=finn, at=NOW,
    )  # fmt: skip


def crowd_of_files(person, sam, finn):
    """Sam is named in one more journey: the one that there is."""
    made = Journey.objects.open().get(person=person)
    beside(made, "peer_mentor", mentor=Mentor.objects.get(person__login=sam), by=finn)
