import pytest
from django.urls import reverse

from mentoring.actions import preferences
from mentoring.models import Preferences
from tests.conftest import NOW

pytestmark = pytest.mark.django_db
SAID = {"languages": ["welsh", "english"], "mentor_gender": "woman", "notes": "Quiet", "version": 0}


@pytest.fixture
def as_rosa(client, sign_in, rosa):
    return sign_in(client, rosa)


@pytest.fixture
def there(jo):
    return reverse("mentoring:preferences-edit", args=[jo.ref])


def test_what_somebody_would_like_is_kept_once(as_rosa, there, jo):
    as_rosa.post(there, SAID)

    kept = Preferences.objects.get(person=jo)
    assert (kept.languages, kept.mentor_gender, kept.notes) == (["english", "welsh"], "woman", "Quiet")
    assert "Quiet" in as_rosa.get(there).text


def test_nothing_must_be_answered(as_rosa, there):
    assert as_rosa.post(there, {"version": 0}).status_code == 302


def test_a_coordinator_of_another_team_finds_nothing(client, sign_in, gwen, there):
    assert sign_in(client, gwen).get(there).status_code == 404


@pytest.mark.parametrize("seen", [0, 1])
def test_two_who_write_at_once_see_both_versions(as_rosa, there, jo, rosa, seen):
    preferences.say(person=jo, seen=0, notes="Theirs", by=rosa, at=NOW)
    if seen:
        preferences.say(person=jo, seen=1, notes="Theirs, newer", by=rosa, at=NOW)

    answer = as_rosa.post(there, SAID | {"version": seen})

    assert answer.status_code == 409
    assert "Theirs" in answer.text
