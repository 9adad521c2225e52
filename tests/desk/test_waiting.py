from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from desk import waiting
from mentoring.models import Match, Mentor, Task
from mentoring.models.matches import Match as Walk
from tests.conftest import NOW

pytestmark = pytest.mark.django_db


def test_all_counts_come_from_one_question(rosa, match, django_assert_num_queries):
    counted = {"all": Match.objects.all(), "paused": Match.objects.filter(status=Walk.Status.PAUSED)}

    with django_assert_num_queries(1):
        assert waiting.count_all(rosa, counted) == {"all": 1, "paused": 0}


def test_rows_that_a_join_would_double_are_counted_once(rosa, match, jo):
    for n in range(3):
        Task.objects.create(key=f"k{n}", kind="review_due", team=jo.team, person=jo, match=match,
                            due_on=NOW.date(), raised_at=NOW)  # fmt: skip

    joined = Match.objects.filter(tasks__isnull=False)
    assert waiting.count_all(rosa, {"one": joined}) == {"one": 1}


def test_only_what_there_is_is_said_and_one_is_not_many():
    said = waiting.in_words({"claims": 1, "sheets": 0, "waiting": 2})

    assert [(one["count"], one["words"]) for one in said] == [(2, "people wait for a mentor"), (1, "claim to answer")]
    assert said[0]["url"] == reverse("mentoring:triage-waiting")


def test_a_mentor_is_told_that_somebody_waits_for_their_answer(client, sam, match):
    Match.objects.filter(pk=match.pk).update(status="suggested", started_on=None)

    assert [one["words"] for one in waiting.for_mentor(sam, timezone.now())] == ["person we thought of for you"]
    client.force_login(sam)
    assert "person we thought of for you" in client.get(reverse("desk:home")).content.decode()


def test_another_mentor_is_told_nothing_of_it(alex, match):
    Match.objects.filter(pk=match.pk).update(status="suggested", started_on=None)

    assert waiting.for_mentor(alex, timezone.now()) == []
    assert not Mentor.objects.filter(person__login=alex).exists()


def test_the_staffs_counts_stop_at_their_team(rosa, gwen, match):
    now = timezone.now() + timedelta(days=1)

    assert waiting.for_staff(gwen, now) == []
