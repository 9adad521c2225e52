from csv import DictReader
from datetime import timedelta
from io import StringIO

import pytest
from django.core.management import call_command

from audit.models import Event
from casefiles_support.actions import holders
from casefiles_support.data_holders import GONE
from casefiles_support.models import Holder
from common.transitions import NotAllowed, Stale
from places.management.commands.load_places import SHIPPED as DATA
from places.models import LocalAuthority
from tests.casefiles_support.fixtures_requests import TODAY, holder_called
from tests.conftest import NOW

pytestmark = pytest.mark.django_db
TOLD = {"name": "St Mary’s", "kind": "home", "nation": "E", "address": "1 Made Up Street", "source": "Its own page"}


def add(by, key="h1", **changes):
    return holders.add(told=TOLD | changes, key=key, by=by, at=NOW)


def test_a_new_address_is_looked_at_by_somebody_else(finn, rosa):
    made = add(finn)
    assert not made.is_verified(TODAY)

    holders.verify(holder=made, seen=1, by=rosa, at=NOW)
    assert made.is_verified(TODAY) and made.is_verified(TODAY + timedelta(days=365))
    assert not made.is_verified(TODAY + timedelta(days=366))


def test_a_changed_address_is_looked_at_again(finn, a_holder):
    holders.edit(holder=a_holder, told={"address": "2 Made Up Street"}, seen=1, by=finn, at=NOW)

    assert (a_holder.verified_on, a_holder.verified_by, a_holder.written_by) == (None, None, finn)


def test_another_change_leaves_the_address_as_it_is(finn, a_holder):
    holders.edit(holder=a_holder, told={"habit": "By courier"}, seen=1, by=finn, at=NOW)

    assert a_holder.is_verified(TODAY)


def test_an_old_name_leads_to_it(a_holder, finn):
    holders.edit(holder=a_holder, told={"once_known_as": "West Riding County Council"}, seen=1, by=finn, at=NOW)

    assert list(Holder.objects.found_by("west riding")) == [a_holder]


def test_an_abolished_one_names_who_has_its_records(a_holder, finn):
    old = holder_called("Avon County Council")
    holders.close(holder=old, on=TODAY, successor=a_holder, seen=1, by=finn, at=NOW)

    assert (old.successor, list(Holder.objects.working())) == (a_holder, [a_holder])


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [({"address": ""}, "no address"), ({"source": ""}, "where the address is from"), ({}, "Somebody else has to")],
)
def test_the_second_look_is_refused_with_the_reason(finn, changes, sentence):
    made = add(finn, **changes)

    with pytest.raises(NotAllowed, match=sentence):
        holders.verify(holder=made, seen=1, by=finn, at=NOW)


def test_a_name_is_there_once(finn):
    add(finn)
    with pytest.raises(NotAllowed, match="of this name"):
        add(finn, key="h2", name="st mary’s")

    other = add(finn, key="h3", name="St Anne’s")
    with pytest.raises(NotAllowed, match="of this name"):
        holders.edit(holder=other, told={"name": "St Mary’s"}, seen=1, by=finn, at=NOW)


def test_nobody_is_followed_by_themselves(a_holder, finn):
    before = holder_called("Avon", closed_on=TODAY, successor=a_holder)

    for successor in (a_holder, before):
        with pytest.raises(NotAllowed, match="cannot be followed by itself"):
            holders.close(holder=a_holder, on=TODAY, successor=successor, seen=1, by=finn, at=NOW)


@pytest.mark.parametrize(("day", "sentence"), [(TODAY, "closed already"), (TODAY + timedelta(days=1), "in the future")])
def test_closing_is_refused_with_the_reason(finn, a_holder, day, sentence):
    closed = {"closed_on": TODAY} if day == TODAY else {}
    Holder.objects.filter(pk=a_holder.pk).update(**closed, version=1)
    a_holder.refresh_from_db()

    with pytest.raises(NotAllowed, match=sentence):
        holders.close(holder=a_holder, on=day, successor=None, seen=1, by=finn, at=NOW)


def test_whoever_is_second_is_told(a_holder, finn, rosa):
    holders.edit(holder=a_holder, told={"habit": "By courier"}, seen=1, by=finn, at=NOW)

    with pytest.raises(Stale):
        holders.edit(holder=a_holder, told={"habit": "By post"}, seen=1, by=rosa, at=NOW)


def test_the_same_form_twice_is_one_holder(finn):
    assert add(finn) == add(finn)


def test_the_trail_says_what_changed_and_about_nobody(a_holder, finn):
    holders.edit(holder=a_holder, told={"habit": "By courier"}, seen=1, by=finn, at=NOW)

    said = Event.objects.get(verb="files.holder.edited")
    assert (said.about_ref, said.detail) == ("", {"what": ["habit"]})


def test_each_council_gets_a_holder_and_so_does_whoever_runs_its_services(leeds):
    LocalAuthority.objects.filter(pk=leeds.authority_id).update(children_services_by="Leeds Trust")
    added = holders.load(by=None, at=NOW)

    council = Holder.objects.get(council=leeds.authority)
    assert (council.name, council.address, council.is_verified(TODAY)) == ("Leeds Council", "", False)
    assert Holder.objects.get(kind="trust").name == "Leeds Trust"
    assert added == Holder.objects.count() == len(GONE) + 2


def test_those_that_are_gone_say_whom_to_ask(leeds):
    LocalAuthority.objects.filter(pk=leeds.authority_id).update(name="Buckinghamshire")
    holders.load(by=None, at=NOW)

    assert Holder.objects.get(name="Buckinghamshire County Council").successor.council == leeds.authority
    avon = Holder.objects.get(name="Avon County Council")
    assert (avon.closed_on.isoformat(), "Bristol" in avon.advice) == ("1996-04-01", True)
    assert "not checked" in avon.source


def test_loading_again_adds_nothing_and_changes_nothing(leeds, finn):
    holders.load(by=None, at=NOW)
    council = Holder.objects.get(council=leeds.authority)
    holders.edit(holder=council, told={"name": "Leeds City Council"}, seen=1, by=finn, at=NOW)
    call_command("load_holders", stdout=StringIO())

    council.refresh_from_db()
    assert (council.name, Holder.objects.filter(council=leeds.authority).count()) == ("Leeds City Council", 1)


def test_the_successors_in_the_list_are_councils_of_today():
    names = {row["name"] for row in DictReader((DATA / "local_authorities.csv").read_text().splitlines())}

    assert {one.successor for one in GONE} - {""} <= names
