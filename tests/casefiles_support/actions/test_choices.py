import pytest
from django.db import connection

from audit.models import Event
from casefiles_support.actions import choices
from casefiles_support.models import Choice
from common.transitions import NotAllowed
from tests.conftest import NOW


@pytest.fixture
def choose(journey, finn):
    def act(topic="who_opens", value="me", key="k1", **more):
        return choices.choose(journey=journey, topic=topic, value=value, key=key, by=finn, at=NOW, **more)

    return act


def standing(journey):
    return {topic: one.value for topic, one in Choice.objects.standing(journey).items()}


def test_the_newest_choice_stands_and_the_older_are_kept(choose, journey):
    choose()
    choose(value="together", key="k2", words="With Finn")

    assert standing(journey) == {"who_opens": "together"}
    assert Choice.objects.count() == 2
    with connection.cursor() as cursor:
        cursor.execute("SELECT words FROM casefiles_support_choice ORDER BY id DESC")
        assert "Finn" not in cursor.fetchone()[0]


def test_taken_back_it_stands_no_more(choose, journey, finn):
    choose()

    choices.take_back(journey=journey, topic="who_opens", key="k2", by=finn, at=NOW)

    assert standing(journey) == {}


def test_what_never_stood_is_not_taken_back(journey, finn):
    assert choices.take_back(journey=journey, topic="who_opens", key="k2", by=finn, at=NOW) is None
    assert not Choice.objects.exists()


def test_choose_refuses_what_is_not_in_the_list(choose):
    with pytest.raises(NotAllowed, match="answers in the list"):
        choose(value="the_wing")
    with pytest.raises(NotAllowed, match="at most 300"):
        choose(words="x" * 301)


def test_they_may_choose_whatever_the_state(choose, journey):
    journey.__class__.objects.filter(pk=journey.pk).update(status="paused_by_person", back_to="waiting")

    assert choose().value == "me"


def test_the_same_form_sent_twice_chooses_once(choose, journey, finn):
    assert choose().pk == choose().pk
    for _ in range(2):
        choices.take_back(journey=journey, topic="who_opens", key="k2", by=finn, at=NOW)

    assert Choice.objects.count() == 2
    assert Event.objects.filter(verb="files.choice.made").count() == 1
    assert Event.objects.filter(verb="files.choice.taken_back").count() == 1
