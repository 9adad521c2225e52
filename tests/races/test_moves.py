import pytest
from django.contrib.auth import get_user_model

from accounts.actions import users
from accounts.models import RoleGrant
from accounts.roles import Role
from audit.checking import check
from audit.models import Event
from tests.conftest import NOW
from tests.races.running import race

pytestmark = pytest.mark.django_db(transaction=True)


def test_a_role_given_by_several_at_once_is_given_once(rosa, sam):
    def give(number):
        user = get_user_model().objects.get(pk=sam.pk)
        return users.grant_role(user=user, role=Role.FUNDER, by=rosa, at=NOW)

    given = race(8, give)

    assert RoleGrant.objects.filter(user=sam, role=Role.FUNDER).count() == 1
    assert {grant.pk for grant in given} == {RoleGrant.objects.get(user=sam, role=Role.FUNDER).pk}


def test_the_trail_stays_one_chain_when_many_write(rosa, max_):
    before = Event.objects.count()

    outcomes = race(8, lambda number: users.grant_role(user=max_, role=list(Role)[number], by=rosa, at=NOW))

    assert [type(outcome) for outcome in outcomes] == [RoleGrant] * 8
    assert check().whole
    assert Event.objects.count() - before == 8
