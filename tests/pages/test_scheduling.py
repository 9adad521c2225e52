"""Pages that come and go by the clock: agreed first, seen at once, and noticed where the clock stands still."""

from datetime import timedelta

import pytest
import time_machine
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Revision

from pages import health
from pages.models import GuidePage
from tests.pages.reviewing import agreed, answer, submit
from worker.health import State
from worker.tasks import publish_scheduled

pytestmark = pytest.mark.django_db
WHEN = "%Y-%m-%d %H:%M"


def in_days(days):
    return (timezone.localtime(timezone.now()) + timedelta(days=days)).replace(second=0, microsecond=0)


def agree(desk, page, **dates):
    submit(desk["evie"], page, **{name: when.strftime(WHEN) for name, when in dates.items()})
    for name in ("lee", "marion"):
        answer(desk[name], page, "approve")


def status(address="/help/letters/"):
    return Client().get(address).status_code


def at(when, act=None):
    """What a reader gets at that moment, once the worker has looked at the clock."""
    with time_machine.travel(when + timedelta(minutes=1), tick=False):
        publish_scheduled.call()
        return (act or status)()


def test_a_page_that_is_agreed_goes_out_at_its_hour_and_not_before(desk, guide):
    agree(desk, guide, go_live_at=in_days(2))

    assert agreed(guide) == [("lived", "approved"), ("publish", "approved")]
    assert status() == 404
    assert at(in_days(1)) == 404
    assert at(in_days(2)) == 200


def test_lists_that_are_kept_know_it_at_that_moment(desk, guide):
    agree(desk, guide, go_live_at=in_days(2))

    def seen():
        return "Letters" in Client().get("/help/").content.decode()

    when = in_days(2)
    with time_machine.travel(when + timedelta(minutes=1), tick=False):
        assert not seen()
        publish_scheduled.call()
        assert seen()


def test_a_page_goes_at_its_hour_and_no_kept_one_is_given_again(desk, guide):
    agree(desk, guide, expire_at=in_days(2))
    assert status() == 200

    when = in_days(2)
    with time_machine.travel(when + timedelta(minutes=1), tick=False):
        assert status() == 200  # kept from here on, until the worker has looked
        publish_scheduled.call()
        assert status() == 404
        assert "Letters" not in Client().get("/help/").content.decode()
        assert "Letters" not in Client().get("/search/?q=letters").content.decode().split("</h1>")[1]
    assert GuidePage.objects.get(pk=guide.pk).expired


def test_a_page_whose_words_were_changed_after_both_said_yes_does_not_go_out(desk, guide):
    """Whoever writes over the very revision that waits for its day, as a draft that saves itself does."""
    agree(desk, guide, go_live_at=in_days(2))
    waiting = Revision.objects.get(approved_go_live_at__isnull=False)
    waiting.content = {**waiting.content, "summary": "Something that nobody has read."}
    waiting.save(update_fields=["content"])

    assert at(in_days(2)) == 404
    assert not Revision.objects.filter(approved_go_live_at__isnull=False).exists()


def test_while_it_waits_for_its_day_nobody_changes_it_and_a_change_after_that_is_agreed_again(desk, guide):
    agree(desk, guide, go_live_at=in_days(2))
    other = {"summary": "Said in other words.", "go_live_at": in_days(2).strftime(WHEN)}
    submit(desk["evie"], GuidePage.objects.get(pk=guide.pk), **other)
    assert GuidePage.objects.get(pk=guide.pk).current_workflow_state is None  # it is locked until somebody lets go

    waiting = Revision.objects.get(approved_go_live_at__isnull=False)
    desk["marion"].post(reverse("wagtailadmin_pages:revisions_unschedule", args=[guide.pk, waiting.pk]))
    submit(desk["evie"], GuidePage.objects.get(pk=guide.pk), **other)

    assert at(in_days(2)) == 404
    for name in ("lee", "marion"):
        answer(desk[name], guide, "approve")
    assert "Said in other words." in at(in_days(3), lambda: Client().get("/help/letters/").content.decode())


def test_twice_at_one_moment_is_once(desk, guide):
    agree(desk, guide, go_live_at=in_days(2))
    with time_machine.travel(in_days(2) + timedelta(minutes=1), tick=False):
        publish_scheduled.call()
        first = GuidePage.objects.get(pk=guide.pk).last_published_at
        publish_scheduled.call()
        assert GuidePage.objects.get(pk=guide.pk).last_published_at == first


def test_health_says_when_the_clock_stands_still(desk, guide, make_guide):
    agree(desk, guide, go_live_at=in_days(2))
    make_guide("Visits", expire_at=in_days(4))

    assert health.clock(timezone.now()).state == State.OK
    assert health.clock(in_days(2) + timedelta(minutes=5)).state == State.OK
    late = health.clock(in_days(2) + timedelta(minutes=11))
    assert (late.state, "Letters" in late.says) == (State.LOOK, False)
    Revision.objects.update(approved_go_live_at=None)
    assert health.clock(in_days(2) + timedelta(minutes=11)).state == State.OK
    assert health.clock(in_days(4) + timedelta(minutes=11)).state == State.LOOK
