"""A register of a group, typed in from paper, and the names on it that were written by hand."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from audit.models import Look
from mentoring.actions import groups, stacks
from mentoring.actions.stacks import Wanted
from mentoring.models import Attendance, Cause, PaperSheet, Session, Task
from people.actions import persons
from tests.mentoring.views.test_registers import answers

pytestmark = pytest.mark.django_db


@pytest.fixture
def as_rosa(client, sign_in, rosa):
    return sign_in(client, rosa)


@pytest.fixture
def sheet(group, lee, yorkshire, rosa, leeds):
    wanted = Wanted(kind="group_register", team=yorkshire, of_group=group, establishment=leeds)
    return stacks.print_(wanted=wanted, count=1, key="s1", by=rosa, at=timezone.now() - timedelta(days=5))[0]


def typed(*marks, leeds, **changes):
    """What is sent from a paper register; it was written on the day of the session."""
    sent = answers(*marks, setting="custody", establishment=leeds.pk, **changes)
    return sent | {f"written_on_{n}": sent[f"held_on_{n}"] for n in range(3)}


def key(client, sheet, *marks, **changes):
    return client.post(reverse("mentoring:sheets-key", args=[sheet.ref]), typed(*marks, **changes), follow=True)


def test_it_is_keyed_on_one_screen_as_the_groups_own_register(as_rosa, sheet, group, sams_mentor, jo, lee, leeds):
    page = key(
        as_rosa, sheet, (jo, "attended_late", ""), (lee, "not_attended", "prison_regime"), leeds=leeds
    )  # fmt: skip

    session = Session.objects.get()
    assert (session.group, session.mentor, session.sheet) == (group, sams_mentor, sheet)
    assert "Did not come: The prison’s day changed" in page.text
    assert not Task.objects.exists()


def test_a_number_chooses_the_reason_as_it_stands_on_the_paper(as_rosa, sheet, jo):
    form = as_rosa.get(reverse("mentoring:sheets-key", args=[sheet.ref])).context["form"]

    labels = [label for _, label in form.fields[f"cause_{jo.ref}"].choices]
    assert labels[1:] == [f"{n} {cause.label}" for n, cause in enumerate(Cause, 1)]


def test_whoever_joined_after_the_printing_is_there_as_not_expected(as_rosa, sheet, group, rosa, yorkshire):
    late = persons.add(preferred_name="Late", team=yorkshire, by=rosa, at=timezone.now())
    groups.join(group=group, person=late, by=rosa, at=timezone.now())

    form = as_rosa.get(reverse("mentoring:sheets-key", args=[sheet.ref])).context["form"]
    assert list(form.people.values()) == ["Jo", "Lee", "Late"]
    assert form.fields[f"mark_{late.ref}"].initial == "off"


def test_a_blank_register_asks_whose_it_is_and_may_be_a_groups(as_rosa, group, jo, lee, yorkshire, rosa, leeds):
    wanted = Wanted(kind="group_register", team=yorkshire)
    blank = stacks.print_(wanted=wanted, count=1, key="s2", by=rosa, at=timezone.now())[0]
    there = as_rosa.post(reverse("mentoring:sheets-key", args=[blank.ref]), {"who": group.ref})["Location"]
    as_rosa.post(there, typed((jo, "attended", ""), (lee, "off", ""), leeds=leeds))

    assert Session.objects.get().group == group


def test_a_row_that_was_left_open_is_said_in_the_row_and_names_stay(as_rosa, sheet, jo, leeds):
    page = key(as_rosa, sheet, (jo, "attended", ""), leeds=leeds, names_by_hand="Bo")

    assert page.status_code == 422
    assert "Say whether Lee came" in page.text
    assert "Bo" in page.context["form"]["names_by_hand"].value()


def test_names_by_hand_become_a_task_a_page_and_rows(as_rosa, sheet, jo, lee, leeds, yorkshire, rosa):
    bo = persons.add(preferred_name="Bo", family_name="Two", team=yorkshire, by=rosa, at=timezone.now())
    key(as_rosa, sheet, (jo, "attended", ""), (lee, "attended", ""), leeds=leeds, names_by_hand="bo\nSiân")
    task = as_rosa.get(reverse("mentoring:tasks-detail", args=[Task.objects.get().ref])).text
    assert reverse("mentoring:sheets-detail", args=[sheet.ref]) in task
    url = reverse("mentoring:guests-tell", args=[sheet.ref])
    assert url in as_rosa.get(reverse("mentoring:sheets-detail", args=[sheet.ref])).text

    page = as_rosa.get(url)
    alike = dict(page.context["form"].fields["who_0"].choices[1:])["Of this name"]
    assert alike == [(bo.ref, "Bo Two")]
    done = as_rosa.post(url, {"who_0": bo.ref, "mark_0": "attended", "who_1": "", "mark_1": "attended"}, follow=True)

    assert Attendance.objects.filter(person=bo, mark="attended").count() == 1
    assert PaperSheet.objects.get().names_by_hand == "Siân"
    assert "knew nobody of that name" in done.text
    assert as_rosa.get(url).status_code == 404
    assert bo.ref in Look.objects.filter(verb="mentoring.sheet.opened", detail__shown__isnull=False)[0].detail["shown"]


def test_tell_offers_nobody_of_another_team_nor_whoever_is_on_it(as_rosa, sheet, jo, lee, leeds, wales, sams_mentor):
    far = persons.add(preferred_name="Bo", team=wales, by=None, at=timezone.now())
    key(as_rosa, sheet, (jo, "attended", ""), (lee, "attended", ""), leeds=leeds, names_by_hand="Bo")
    url = reverse("mentoring:guests-tell", args=[sheet.ref])

    people = as_rosa.get(url).context["form"].people
    assert not {far.ref, jo.ref, lee.ref, sams_mentor.person.ref} & set(people)
    for ref in (far.ref, jo.ref, "nonsense"):
        assert as_rosa.post(url, {"who_0": ref, "mark_0": "attended"}).status_code == 422


@pytest.mark.parametrize("who", ["gwen", "sam", "dee", "max_"])
def test_strangers_and_mentors_read_no_names(client, sign_in, as_rosa, sheet, jo, lee, leeds, request, who):
    key(as_rosa, sheet, (jo, "attended", ""), (lee, "attended", ""), leeds=leeds, names_by_hand="Bo")

    user = request.getfixturevalue(who)
    assert sign_in(client, user).get(reverse("mentoring:guests-tell", args=[sheet.ref])).status_code in (403, 404)
