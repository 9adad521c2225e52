"""A request for records with a letter on each step of its way, and an answer that came."""

import pytest

from casefiles_support.actions import letters, replies
from people.actions import persons
from tests.casefiles_support.fixtures_letters import (
    TODAY,
    agreed,
    asked_of,
    council,  # noqa: F401
    fay,  # noqa: F401
    sent,
    with_papers,
    written,
)
from tests.conftest import NOW


@pytest.fixture
def lou(yorkshire):
    """Somebody who asks for records, with Finn beside them. Not in prison."""
    return persons.add(preferred_name="Lou", family_name="Wren", team=yorkshire, by=None, at=NOW)


@pytest.fixture
def letters_request(lou, finn, council):  # noqa: F811
    request = asked_of(council, lou, finn)
    with_papers(request, finn)
    return request


@pytest.fixture
def sent_request(letters_request, finn, fay):  # noqa: F811
    """Handed in, so that an answer can come."""
    sent(letters_request, finn, fay)
    return letters_request


@pytest.fixture
def a_letter(sent_request, finn):
    return written(sent_request, finn, "receipt")


@pytest.fixture
def a_letter_to_check(sent_request, fay):  # noqa: F811
    return agreed(written(sent_request, fay, "receipt"), fay)


@pytest.fixture
def a_checked_letter(sent_request, finn, fay):  # noqa: F811
    letter = agreed(written(sent_request, finn, "receipt"), finn)
    return letters.check(letter=letter, by=fay, at=NOW)


@pytest.fixture
def a_sent_letter(sent_request, finn):
    return sent_request.letters.get(status="sent")


@pytest.fixture
def an_answer(sent_request, finn):
    return replies.write_down(request=sent_request, kind="received", way="letter", on=TODAY, key="k1", by=finn, at=NOW)
