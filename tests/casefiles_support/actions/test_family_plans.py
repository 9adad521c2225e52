from datetime import timedelta

import pytest

from audit.models import Event
from casefiles_support.actions import family_plans
from casefiles_support.models import FamilyPlan
from common.transitions import NotAllowed, Stale
from tests.casefiles_support.fixtures_after import TODAY, closed
from tests.conftest import NOW

pytestmark = pytest.mark.django_db
PLAN = {"whom": "sister", "share": "some", "contact": "may", "recorded_told": True, "at": NOW}


def revise(plan, finn, **more):
    plan.refresh_from_db()
    told = {"share": plan.share, "contact": plan.contact, "recorded_told": plan.recorded_told} | more
    return family_plans.revise(family_plan=plan, seen=plan.version, by=finn, at=NOW, **told)


def mediate(plan, to, finn):
    plan.refresh_from_db()
    return family_plans.mediate(family_plan=plan, to=to, seen=plan.version, by=finn, at=NOW)


def test_a_plan_says_who_it_is_to_them_and_no_name(journey, finn):
    plan = family_plans.make(journey=journey, key="p", by=finn, **PLAN)

    assert (plan.whom, plan.share, plan.mediation) == ("sister", "some", "not_wanted")
    assert family_plans.make(journey=journey, key="p", by=finn, **PLAN) == plan
    assert FamilyPlan.objects.count() == 1
    assert Event.objects.get(verb="files.family_plan.made").detail == {}


def test_in_prison_they_hear_first_that_calls_are_recorded(journey, finn):
    with pytest.raises(NotAllowed, match="recorded"):
        family_plans.make(journey=journey, key="p", by=finn, **PLAN | {"recorded_told": False})


def test_a_closed_journey_takes_no_plan(journey, finn):
    closed(journey)

    with pytest.raises(NotAllowed, match="closed"):
        family_plans.make(journey=journey, key="p", by=finn, **PLAN)


def test_a_plan_changes_as_often_as_they_like(family_plan, finn):
    revise(family_plan, finn, share="nothing_yet", hoped_for_on=TODAY + timedelta(days=9))
    revise(family_plan, finn, contact="may")

    assert (family_plan.share, family_plan.contact, family_plan.version) == ("nothing_yet", "may", 3)


def test_we_bring_two_people_together_only_on_their_wish_and_where_contact_is_allowed(family_plan, finn):
    with pytest.raises(NotAllowed, match="Only the person"):
        mediate(family_plan, "referred", finn)
    mediate(family_plan, "asked", finn)
    with pytest.raises(NotAllowed, match="Ask probation first"):
        mediate(family_plan, "referred", finn)
    revise(family_plan, finn, contact="may_not")
    with pytest.raises(NotAllowed, match="not allowed now"):
        mediate(family_plan, "referred", finn)
    revise(family_plan, finn, contact="may")
    mediate(family_plan, "referred", finn)

    assert mediate(family_plan, "happened", finn).mediation == "happened"


def test_telling_is_theirs_whatever_the_plan_says(family_plan, finn):
    revise(family_plan, finn, contact="may_not")

    family_plans.tell(family_plan=family_plan, on=TODAY, seen=family_plan.version, by=finn, at=NOW)

    assert family_plan.told_on == TODAY
    with pytest.raises(NotAllowed, match="already"):
        family_plans.tell(family_plan=family_plan, on=TODAY, seen=family_plan.version, by=finn, at=NOW)
    with pytest.raises(NotAllowed, match="new plan"):
        revise(family_plan, finn)


def test_whoever_was_first_is_not_written_over(family_plan, finn):
    revise(family_plan, finn, share="some")

    with pytest.raises(Stale):
        family_plans.mediate(family_plan=family_plan, to="asked", seen=1, by=finn, at=NOW)
