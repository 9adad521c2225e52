"""A story that two take back at once, and one that is published while it is taken back."""

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from audit.checking import check
from pages.actions import story_consents
from pages.models import ConsentEvent, StoryConsent, StoryPage
from tests.factories import stories
from tests.factories.pages import load_few
from tests.races.running import race

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def consent(rosa):
    load_few()
    return stories.say_yes(stories.a_story(), rosa)


def test_of_eight_who_take_it_back_at_once_one_does(consent):
    code = consent.code
    outcomes = race(8, lambda n: story_consents.take_back_by_code(code=code, by=None, at=timezone.now()))

    assert outcomes == [None] * 8
    assert ConsentEvent.objects.filter(kind="taken_back").count() == 1
    assert check().whole


def test_published_while_it_is_taken_back_nobody_can_read_it(consent):
    page = StoryPage.objects.get()

    def act(number):
        if number:
            return story_consents.take_back_by_code(code=consent.code, by=None, at=timezone.now())
        return stories.publish(StoryPage.objects.get(pk=page.pk))

    outcomes = race(2, act)

    assert isinstance(outcomes[0], StoryPage | ValidationError)
    assert StoryConsent.objects.get().status == "taken_back"
    assert not StoryPage.objects.get().live
