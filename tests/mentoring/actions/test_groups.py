from datetime import timedelta

import pytest

from audit.models import Event
from common.transitions import NotAllowed
from mentoring.actions import groups, match_blocks, matches
from mentoring.models import Facilitator, Group, Member, Mentor, Task
from mentoring.rules.groups import KEPT_APART
from people.actions import persons
from people.models import Person
from tests.conftest import NOW, mentor_for

pytestmark = pytest.mark.django_db


def test_a_group_holds_people_from_a_day_until_a_day(group, member, rosa):
    groups.leave(member=member, by=rosa, at=NOW)

    member.refresh_from_db()
    assert (member.since, member.until) == (NOW.date() - timedelta(days=40), NOW.date())
    assert not Member.objects.current().filter(group=group).exists()
    assert Member.objects.on(NOW.date() - timedelta(days=1)).filter(group=group).get() == member


def test_join_twice_is_joining_once(group, jo, rosa):
    assert groups.join(group=group, person=jo, by=rosa, at=NOW) == Member.objects.get(group=group)


def test_join_after_leaving_begins_anew(group, member, jo, rosa):
    groups.leave(member=member, by=rosa, at=NOW)
    groups.join(group=group, person=jo, by=rosa, at=NOW)

    assert Member.objects.filter(group=group, person=jo).count() == 2


def test_join_refuses_the_thirty_first(group, yorkshire, rosa):
    for n in range(29):
        person = persons.add(preferred_name=f"Person {n}", team=yorkshire, by=rosa, at=NOW)
        groups.join(group=group, person=person, by=rosa, at=NOW)
    last = persons.add(preferred_name="One more", team=yorkshire, by=rosa, at=NOW)

    with pytest.raises(NotAllowed, match="up to 30 people"):
        groups.join(group=group, person=last, by=rosa, at=NOW)


def test_join_refuses_another_teams_person(group, wales, rosa):
    stranger = persons.add(preferred_name="Bryn", team=wales, by=rosa, at=NOW)

    with pytest.raises(NotAllowed, match="another team"):
        groups.join(group=group, person=stranger, by=rosa, at=NOW)


def test_join_and_lead_refuse_a_group_that_has_ended(group, yorkshire, rosa, sams_mentor):
    groups.close(group=group, by=rosa, at=NOW)
    person = persons.add(preferred_name="Late", team=yorkshire, by=rosa, at=NOW)

    with pytest.raises(NotAllowed, match="has ended"):
        groups.join(group=group, person=person, by=rosa, at=NOW)
    with pytest.raises(NotAllowed, match="has ended already"):
        groups.close(group=group, by=rosa, at=NOW)


def test_lead_refuses_somebody_who_is_in_it(group, yorkshire, rosa, make_user):
    mentor = mentor_for(make_user("both", "peer_mentor"), yorkshire)
    groups.join(group=group, person=mentor.person, by=rosa, at=NOW)

    with pytest.raises(NotAllowed, match="in this group themselves"):
        groups.lead(group=group, mentor=mentor, by=rosa, at=NOW)


def test_lead_refuses_a_mentor_who_is_not_working(group, rosa, sams_mentor, facilitator):
    groups.stand_down(facilitator=facilitator, by=rosa, at=NOW)
    Mentor.objects.filter(pk=sams_mentor.pk).update(status="suspended")
    sams_mentor.refresh_from_db()

    with pytest.raises(NotAllowed, match="not active"):
        groups.lead(group=group, mentor=sams_mentor, by=rosa, at=NOW)


def test_a_mentor_sees_a_group_only_while_they_hold_it(group, facilitator, sam, alex, gwen, rosa):
    assert Group.objects.visible_to(sam).get() == group
    assert not Group.objects.visible_to(alex).exists()
    assert not Group.objects.visible_to(gwen).exists()
    groups.stand_down(facilitator=facilitator, by=rosa, at=NOW)

    assert not Group.objects.visible_to(sam).exists()
    assert Group.objects.visible_to(rosa).get() == group


def test_a_suspended_mentor_sees_no_group(group, sam, sams_mentor):
    Mentor.objects.filter(pk=sams_mentor.pk).update(status="suspended")

    assert not Group.objects.visible_to(sam).exists()


def test_holding_a_group_shows_nobody_elses_page(group, lee, sam, match):

    matches.end(match=match, reason="", by=None, at=NOW)

    assert not Person.objects.visible_to(sam).filter(pk=lee.pk).exists()


def test_leaving_and_standing_down_happen_once(group, member, facilitator, rosa):
    groups.leave(member=member, by=rosa, at=NOW)
    groups.stand_down(facilitator=facilitator, by=rosa, at=NOW)

    with pytest.raises(NotAllowed, match="left already"):
        groups.leave(member=member, by=rosa, at=NOW)
    with pytest.raises(NotAllowed, match="stopped already"):
        groups.stand_down(facilitator=facilitator, by=rosa, at=NOW)
    assert Facilitator.objects.current().count() == 0


def test_the_same_form_makes_one_group(yorkshire, rosa, marion):
    for _ in range(5):
        groups.add(name="One", team=yorkshire, establishment=None, key="k", by=rosa, at=NOW)

    assert Group.objects.count() == 1
    with pytest.raises(NotAllowed, match="somebody else"):
        groups.add(name="One", team=yorkshire, establishment=None, key="k", by=marion, at=NOW)


def test_each_change_is_in_the_trail(group, member, facilitator, rosa, jo):
    groups.leave(member=member, by=rosa, at=NOW)
    groups.stand_down(facilitator=facilitator, by=rosa, at=NOW)
    groups.close(group=group, by=rosa, at=NOW)

    said = set(Event.objects.filter(verb__startswith="mentoring.group.").values_list("verb", "about_ref"))
    assert said == {
        ("mentoring.group.made", ""), ("mentoring.group.joined", jo.ref), ("mentoring.group.left", jo.ref),
        ("mentoring.group.led", ""), ("mentoring.group.stood_down", ""), ("mentoring.group.closed", ""),
    }  # fmt: skip


def apart(one, other, by):
    return match_blocks.make(
        person=one, other=other, kind="kept_apart", reason="Told by the prison", key="b", by=by, at=NOW
    )


def test_two_who_are_kept_apart_are_never_in_one_group_and_nobody_reads_why(group, jo, yorkshire, rosa):
    other = persons.add(preferred_name="Lou", team=yorkshire, by=rosa, at=NOW)
    apart(other, jo, rosa)

    with pytest.raises(NotAllowed) as refused:
        groups.join(group=group, person=other, by=rosa, at=NOW)
    assert refused.value.reasons == [KEPT_APART]


def test_nobody_joins_a_group_whose_mentor_they_are_kept_apart_from(group, sams_mentor, yorkshire, rosa):
    other = persons.add(preferred_name="Lou", team=yorkshire, by=rosa, at=NOW)
    apart(sams_mentor.person, other, rosa)

    with pytest.raises(NotAllowed, match="cannot be in this group"):
        groups.join(group=group, person=other, by=rosa, at=NOW)


def test_nobody_holds_a_group_with_somebody_they_are_kept_apart_from(group, jo, alex, yorkshire, leeds, rosa):
    other = mentor_for(alex, yorkshire, leeds)
    apart(jo, other.person, rosa)

    with pytest.raises(NotAllowed, match="cannot be in this group"):
        groups.lead(group=group, mentor=other, by=rosa, at=NOW)


def test_a_block_that_is_lifted_keeps_nobody_out(group, jo, yorkshire, rosa, nadia):
    other = persons.add(preferred_name="Lou", team=yorkshire, by=rosa, at=NOW)
    match_blocks.lift(block=apart(jo, other, nadia), because="The prison said so", by=nadia, at=NOW)

    assert groups.join(group=group, person=other, by=rosa, at=NOW).person == other


def test_a_block_between_two_in_one_group_is_the_leads_to_settle(group, lee, jo, nadia):
    apart(jo, lee, nadia)

    assert Task.objects.get(kind="match_block_to_look_at").person == jo


def test_a_group_in_a_prison_is_held_by_whom_it_has_cleared(group, alex, yorkshire, leeds, rosa):
    other = mentor_for(alex, yorkshire)

    with pytest.raises(NotAllowed, match="no clearance for HMP Leeds"):
        groups.lead(group=group, mentor=other, by=rosa, at=NOW)


def test_a_group_anywhere_is_held_by_whom_every_check_lets(alex, yorkshire, rosa):
    outside = groups.add(name="Friday group", team=yorkshire, establishment=None, key="g2", by=rosa, at=NOW)
    other = mentor_for(alex, yorkshire)
    other.references.all().delete()

    with pytest.raises(NotAllowed, match="Two accepted references"):
        groups.lead(group=outside, mentor=other, by=rosa, at=NOW)
