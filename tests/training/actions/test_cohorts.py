import pytest

from common.transitions import NotAllowed
from tests.conftest import NOW
from tests.training import leading
from training.actions import cohorts
from training.models import Cohort

pytestmark = pytest.mark.django_db


@pytest.fixture
def cohort(asking, leeds, hana):
    course = asking.get_parent().specific
    return cohorts.add(establishment=leeds, name="Autumn", course=course, due_on=NOW.date(), key="k1", by=hana, at=NOW)


def test_whoever_joins_is_on_its_course_by_its_day(cohort, leeds, hana):
    bo = leading.add("Bo Lane", leeds, by=hana)
    enrolment = cohorts.join(cohort=cohort, learner=bo, by=hana, at=NOW)

    assert (enrolment.course_title, enrolment.due_on, enrolment.establishment) == (
        "Care experience",
        NOW.date(),
        leeds,
    )


def test_joined_twice_they_are_in_it_once(cohort, leeds, hana):
    bo = leading.add("Bo Lane", leeds, by=hana)
    for _ in range(2):
        cohorts.join(cohort=cohort, learner=bo, by=hana, at=NOW)

    assert cohort.members.count() == bo.enrolments.count() == 1


def test_somebody_of_another_prison_cannot_join(cohort, leeds, hana):
    with pytest.raises(NotAllowed, match="at this prison"):
        cohorts.join(
            cohort=cohort, learner=leading.add("Cy Holt", leading.another_prison(leeds), by=hana), by=hana, at=NOW
        )


def test_nobody_joins_what_has_ended(cohort, leeds, hana):
    cohorts.close(cohort=cohort, by=hana, at=NOW)

    with pytest.raises(NotAllowed, match="has ended"):
        cohorts.join(cohort=cohort, learner=leading.add("Bo Lane", leeds, by=hana), by=hana, at=NOW)


def test_a_form_sent_twice_makes_one_cohort(leeds, hana):
    said = {"establishment": leeds, "name": "Autumn", "course": None, "due_on": None, "by": hana, "at": NOW}

    assert cohorts.add(**said, key="k2") == cohorts.add(**said, key="k2")


def test_a_lead_of_another_prison_does_not_see_it(cohort, hana, max_, marion):
    seen = {user.username: Cohort.objects.visible_to(user).count() for user in (hana, max_, marion)}

    assert seen == {"hana": 1, "max": 0, "marion": 1}
