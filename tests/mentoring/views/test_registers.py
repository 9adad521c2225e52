import re
from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from audit.models import Look
from mentoring.actions import groups
from mentoring.models import Attendance, Correction, Draft, Session
from people.actions import persons
from people.models import Concern
from tests.conftest import mentor_for

pytestmark = pytest.mark.django_db


def answers(*marks, **changes):
    """What is sent after an ordinary group session; `marks` are (person, mark, cause)."""
    day = timezone.localdate() - timedelta(days=1)
    sent = {
        "key": "abc123", "held_on_0": day.day, "held_on_1": day.month, "held_on_2": day.year, "held_at": "2.30pm",
        "planned": "yes", "setting": "community", "medium": "in_person", "happened": "yes", "minutes": "60",
    }  # fmt: skip
    for person, mark, cause in marks:
        sent |= {f"mark_{person.ref}": mark, f"cause_{person.ref}": cause}
    return sent | changes


@pytest.fixture
def as_sam(client, sign_in, sam):
    return sign_in(client, sam)


@pytest.fixture
def url(group):
    return reverse("mentoring:registers-take", args=[group.ref])


def test_choose_offers_the_groups_a_mentor_holds(as_sam, group):
    assert "Tuesday group" in as_sam.get(reverse("mentoring:registers-choose")).text


def test_a_register_shows_the_names_they_like_to_be_called_and_no_more(as_sam, url, jo, lee):
    page = as_sam.get(url).text

    assert "Jo" in page
    assert "Lee" in page
    assert "Hidden" not in page
    assert reverse("people:persons-detail", args=[lee.ref]) not in page


def test_a_register_is_kept_and_shown(as_sam, url, jo, lee):
    sent = answers((jo, "attended_late", ""), (lee, "not_attended", "prison_regime"))
    response = as_sam.post(url, sent, follow=True)

    session = Session.objects.get()
    assert response.redirect_chain[-1][0] == reverse("mentoring:sessions-detail", args=[session.ref])
    assert "Session with Tuesday group" in response.text
    assert "Did not come: The prison’s day changed" in response.text


def test_sent_five_times_it_makes_one(as_sam, url, jo, lee):
    for _ in range(5):
        as_sam.post(url, answers((jo, "attended", ""), (lee, "attended", "")))

    assert Session.objects.count() == 1


def test_whoever_was_not_expected_is_left_off(as_sam, url, jo, lee):
    as_sam.post(url, answers((jo, "attended", ""), (lee, "off", "")))

    assert Attendance.objects.get().person == jo


def test_what_is_wrong_is_said_in_the_row_and_everything_is_kept(as_sam, url, jo, lee):
    response = as_sam.post(url, answers((jo, "not_attended", ""), (lee, "", ""), what_we_did="Talked"))

    form = response.context["form"]
    assert response.status_code == 422
    assert form.errors[f"cause_{jo.ref}"] == ["Choose why they did not come"]
    assert form.errors[f"mark_{lee.ref}"] == ["Say whether Lee came"]
    assert "Talked" in response.text
    assert re.search(rf'name="mark_{jo.ref}"[^>]*value="not_attended"[^>]*checked', response.text)
    assert not Session.objects.exists()


@pytest.mark.parametrize("cause", ["", "nonsense"])
def test_the_cause_of_somebody_who_came_is_let_go(as_sam, url, jo, cause):
    as_sam.post(url, answers((jo, "attended", cause)))

    assert Attendance.objects.get().cause == ""


def test_a_nonsense_mark_is_said_in_the_row(as_sam, url, jo):
    response = as_sam.post(url, answers((jo, "nonsense", "")))

    assert list(response.context["form"].errors) == [f"mark_{jo.ref}"]


def test_two_of_a_name_are_told_apart(as_sam, url, group, yorkshire, rosa, now):
    other = persons.add(preferred_name="Jo", team=yorkshire, by=rosa, at=now)
    groups.join(group=group, person=other, by=rosa, at=now)

    assert "Jo (2)" in as_sam.get(url).text


def test_when_it_did_not_happen_no_row_is_asked(as_sam, url, jo, lee):
    as_sam.post(url, answers(happened="no", cause="prison_security", minutes=""))

    assert set(Attendance.objects.values_list("mark", "cause")) == {("not_attended", "prison_security")}
    assert Attendance.objects.count() == 2


def test_a_worry_needs_a_name(as_sam, url, jo, lee):
    sent = answers((jo, "attended", ""), (lee, "attended", ""), worried="on", worry="He is thin")
    assert "Choose who you are worried about" in as_sam.post(url, sent).text
    as_sam.post(url, sent | {"worry_about": lee.ref})

    assert Concern.objects.get().about == lee


def test_it_can_be_finished_later_and_taken_up_again(as_sam, url, jo, lee):
    as_sam.post(url, answers((jo, "attended", ""), register=url.rstrip("/").rsplit("/", 1)[1], draft="1"))
    draft = Draft.objects.get()
    desk = as_sam.get(reverse("desk:home")).text

    assert f"{url}?draft={draft.ref}" in desk
    page = as_sam.get(f"{url}?draft={draft.ref}")
    assert page.context["form"].initial[f"mark_{jo.ref}"] == "attended"


def test_a_mentor_without_a_group_registers_those_they_are_matched_with(as_sam, match, jo):
    url = reverse("mentoring:registers-take_own")
    assert as_sam.get(url).context["form"].fields[f"mark_{jo.ref}"].initial == "off"
    as_sam.post(url, answers((jo, "attended", "")))

    assert Session.objects.get().group is None


def test_staff_say_which_mentor_held_it(client, sign_in, rosa, url, group, sams_mentor, make_user, jo, leeds, now):
    other = mentor_for(make_user("bryn", "peer_mentor"), group.team, leeds)
    groups.lead(group=group, mentor=other, by=rosa, at=now - timedelta(days=3))
    as_rosa = sign_in(client, rosa)
    assert "Choose who held it" in as_rosa.post(url, answers((jo, "attended", ""))).text
    as_rosa.post(url, answers((jo, "attended", ""), mentor=sams_mentor.ref))

    session = Session.objects.get()
    assert (session.mentor, session.recorded_by) == (sams_mentor, rosa)


def test_staff_write_for_a_mentor_and_their_own_people(client, sign_in, rosa, match, jo, sams_mentor):
    as_rosa = sign_in(client, rosa)
    as_rosa.post(reverse("mentoring:registers-take_for", args=[sams_mentor.ref]), answers((jo, "attended", "")))

    assert Session.objects.get().recorded_by == rosa


def test_correct_shows_the_register_as_it_stands_and_keeps_what_it_said(as_sam, url, jo, lee):
    sent = answers((jo, "attended", ""), (lee, "not_attended", "mentor"))
    as_sam.post(url, sent)
    session = Session.objects.get()
    correct = reverse("mentoring:registers-correct", args=[session.ref])
    initial = as_sam.get(correct).context["form"].initial
    assert (initial[f"mark_{lee.ref}"], initial[f"cause_{lee.ref}"]) == ("not_attended", "mentor")

    as_sam.post(correct, sent | {f"cause_{lee.ref}": "released", "reason": "I was wrong", "version": "1"})

    assert Correction.objects.get().fields == ["attendance"]
    assert Attendance.objects.get(person=lee).cause == "released"


def test_two_corrections_at_once_are_shown_side_by_side(as_sam, url, jo):
    sent = answers((jo, "attended", ""))
    as_sam.post(url, sent)
    correct = reverse("mentoring:registers-correct", args=[Session.objects.get().ref])
    as_sam.post(correct, sent | {"minutes": "50", "reason": "x", "version": "1"})

    assert as_sam.post(correct, sent | {"minutes": "55", "reason": "y", "version": "1"}).status_code == 409


def test_the_page_to_correct_a_session_leads_to_the_register(as_sam, register):
    response = as_sam.get(reverse("mentoring:sessions-correct", args=[register.ref]))

    assert response["Location"] == reverse("mentoring:registers-correct", args=[register.ref])


def test_a_mentor_who_no_longer_holds_the_group_finds_nothing(as_sam, url, facilitator, rosa, now):
    groups.stand_down(facilitator=facilitator, by=rosa, at=now)

    assert as_sam.get(url).status_code == 404
    assert as_sam.post(url, {}).status_code == 404


def test_opening_a_register_leaves_a_look_with_everybody_on_it(as_sam, url, jo, lee):
    as_sam.get(url)

    assert Look.objects.get(verb="mentoring.register.opened").detail["shown"] == [jo.ref, lee.ref]
