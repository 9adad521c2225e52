"""A time to read: planned, put off, begun, ended with a check; and what follows it, made with it or not at all."""

from datetime import timedelta

import pytest

from audit.models import Event
from casefiles_support.actions import sittings
from casefiles_support.models import Checkpoint, Debrief, Duty, FollowUp, Journey, Sitting, Topic
from common.transitions import NotAllowed, Stale
from people.models import Concern
from tests.conftest import NOW
from tests.matrix.fixtures_files_parcels import TODAY, TUESDAY, chose, ending, slot

AFTER = TUESDAY + timedelta(hours=2)
FRIDAY = TUESDAY + timedelta(days=3)


def refused(act, *args, **kwargs):
    with pytest.raises(NotAllowed) as no:
        act(*args, **kwargs)
    return " ".join(no.value.reasons)


def plan(journey, finn, one, *, key="s9", at=NOW):
    return sittings.plan(journey=journey, plan=one, key=key, by=finn, at=at)


def finish(sitting, by, check, *, at=AFTER):
    return sittings.finish(sitting=sitting, check=check, by=by, at=at)


def test_it_is_planned_with_somebody_to_reach_on_both_days(sitting, finn, bea, journey):
    assert (sitting.status, sitting.cover_next_day, sitting.cover_day_after) == ("planned", finn, bea)
    assert sitting.told_wing == ""
    assert Checkpoint.objects.get(journey=journey, code="C8").outcome == "done"
    assert Event.objects.filter(verb="files.sitting.planned").count() == 1


def test_the_same_form_plans_it_once(sitting, journey, finn, bea):
    assert plan(journey, finn, slot(finn, bea), key="s1").pk == sitting.pk
    assert Sitting.objects.count() == 1


def test_we_do_not_book_without_a_back_up_or_for_a_name_that_is_not_beside_them(parcel, journey, finn, max_):
    assert "nobody yet who steps in" in refused(plan, journey, finn, slot(finn, finn))
    assert "Name somebody who can be reached" in refused(plan, journey, finn, slot(finn, max_))
    assert not Sitting.objects.exists()


def test_we_do_not_book_before_papers_are_here(journey, back_up, finn, bea):
    assert "No papers" in refused(plan, journey, finn, slot(finn, bea))


def test_their_own_choice_is_never_refused_and_is_written_down_in_their_words(journey, finn, max_):
    asked = slot(
        max_, None, starts_at=FRIDAY.replace(hour=20), minutes=30, where="cell", private=False, time_out=False,
        own_choice=True, words="I want it on my birthday",
    )  # fmt: skip
    sitting = plan(journey, finn, asked)
    promise = Checkpoint.objects.get(journey=journey, code="C8")

    assert (sitting.own_choice, sitting.cover_next_day) == (True, None)
    assert (promise.outcome, promise.words) == ("went_ahead_anyway", "I want it on my birthday")


def test_what_follows_is_made_after_their_own_choice_all_the_same(journey, finn):
    sitting = plan(journey, finn, slot(None, None, starts_at=FRIDAY, own_choice=True, alone=True))
    finish(sitting, finn, ending(None, beside=[]), at=FRIDAY + timedelta(hours=1))

    assert sorted(sitting.follow_ups.values_list("kind", flat=True)) == ["24h", "2w", "6w", "72h"]
    assert not Debrief.objects.exists()


def test_the_wing_is_asked_only_with_their_yes_and_never_told_more(sitting, journey, finn):
    said = {"sitting": sitting, "on": TODAY, "version": sitting.version, "by": finn, "at": NOW}
    for told in ("yes", "no"):
        assert "may be asked" in refused(sittings.tell_wing, told=told, **said)
    assert "do not want it" in refused(sittings.tell_wing, told="not_needed", **said)
    chose(journey, finn, Topic.TELL_SAFER_CUSTODY, "yes")

    sittings.tell_wing(told="yes", **said)

    assert (sitting.told_wing, sitting.told_wing_on) == ("yes", TODAY)
    with pytest.raises(Stale):
        sittings.tell_wing(told="no", **said)


def test_that_they_do_not_want_the_wing_asked_needs_nothing(sitting, finn):
    said = {"sitting": sitting, "told": "declined_by_person", "on": TODAY, "version": 1, "by": finn, "at": NOW}
    assert sittings.tell_wing(**said).told_wing == "declined_by_person"


@pytest.mark.parametrize("whom", ["put_off_by_person", "put_off_by_us"])
def test_it_may_be_put_off_by_either_and_is_over_then(sitting, finn, practitioner, whom):
    sittings.put_off(sitting=sitting, whom=whom, by=finn, at=NOW)

    assert sitting.status == whom
    for act in (
        lambda: sittings.put_off(sitting=sitting, whom=whom, by=finn, at=NOW),
        lambda: sittings.begin(sitting=sitting, light_before="green", version=1, by=finn, at=TUESDAY),
        lambda: finish(Sitting.objects.get(), finn, ending(practitioner)),
    ):
        assert refused(act)
    assert not FollowUp.objects.exists()


def test_it_begins_with_a_question_on_its_day(begun_sitting, journey):
    journey.refresh_from_db()

    assert (begun_sitting.light_before, journey.status) == ("green", Journey.Status.READING)


def test_it_does_not_begin_early_or_before_the_wing_was_spoken_of(sitting, finn):
    said = {"sitting": sitting, "version": sitting.version, "by": finn}
    reasons = refused(sittings.begin, light_before="", at=NOW, **said)

    assert "has not come yet" in reasons and "how they are" in reasons and "safer custody" in reasons


def test_nothing_is_handed_over_to_read_while_two_of_us_wait(wing_told, wait, finn):
    said = {"sitting": wing_told, "light_before": "green", "version": wing_told.version, "by": finn}
    wing_told.starts_at = NOW
    assert "Not before 09:30" in refused(sittings.begin, at=NOW, **said)

    assert sittings.begin(at=wait.ends_at, **said).light_before == "green"


def test_all_that_follows_is_made_with_the_end(held_sitting, practitioner, journey):
    journey.refresh_from_db()
    due = {one.kind: one.due_at - held_sitting.settled_at for one in held_sitting.follow_ups.all()}
    talk = held_sitting.debriefs.get()

    assert (held_sitting.status, held_sitting.pages_after) == ("went_ahead", "with_person")
    assert {kind: wait.days for kind, wait in due.items()} == {"24h": 1, "72h": 3, "2w": 14, "6w": 42}
    assert (talk.supporter, talk.due_on) == (practitioner, TUESDAY.date() + timedelta(days=7))
    assert Duty.objects.filter(kind="follow_up", status="open").count() == 4
    assert Duty.objects.filter(kind="debrief", status="open").count() == 1
    assert journey.status == Journey.Status.AFTER_CARE
    assert Event.objects.filter(verb="files.sitting.finished").count() == 1


def test_the_day_they_chose_is_asked_about_too(begun_sitting, journey, practitioner, finn):
    chose(journey, finn, Topic.CHOSEN_DAY, (TODAY + timedelta(days=30)).isoformat())
    finish(begun_sitting, finn, ending(practitioner))

    assert begun_sitting.follow_ups.get(kind="chosen").due_at.date() == TODAY + timedelta(days=30)


def test_stopping_early_is_as_good_an_end(begun_sitting, practitioner, finn):
    finish(begun_sitting, finn, ending(practitioner, stopped_early=True, light_after="green"))

    assert begun_sitting.status == "stopped_early" and begun_sitting.follow_ups.count() == 4


def test_it_ends_once(held_sitting, practitioner, finn):
    assert "already moved on" in refused(finish, Sitting.objects.get(), finn, ending(practitioner))
    assert FollowUp.objects.count() == 4


@pytest.mark.parametrize(
    ("said", "reason"),
    [
        ({"light_after": ""}, "how they are now"),
        ({"pages_after": ""}, "where the pages are"),
        ({"light_after": "red"}, "this hour"),
        ({"beside": []}, "who sat beside"),
    ],
)
def test_nobody_leaves_before_the_check(begun_sitting, practitioner, finn, said, reason):
    assert reason in refused(finish, begun_sitting, finn, ending(practitioner, **said))
    assert Sitting.objects.get().status == "planned" and not FollowUp.objects.exists()


@pytest.mark.parametrize("look_in", ["yes", "danger"])
def test_somebody_who_is_not_all_right_reaches_safer_custody_within_the_hour(
    begun_sitting, practitioner, finn, jo, look_in
):
    finish(begun_sitting, finn, ending(practitioner, light_after="red", look_in=look_in))

    concern = Concern.objects.get(about=jo)
    assert concern.acknowledge_by - concern.raised_at == timedelta(hours=1)
    assert {"safer_custody", "our_lead"} <= set(concern.routes)
    assert not any(word in concern.worry.lower() for word in ("file", "record", "paper", "care", "read"))


def test_who_says_no_and_is_in_no_danger_is_reported_to_nobody(begun_sitting, practitioner, finn):
    finish(begun_sitting, finn, ending(practitioner, light_after="red", look_in="no"))

    assert not Concern.objects.exists() and FollowUp.objects.count() == 4
