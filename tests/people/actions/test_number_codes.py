"""A code that proves whose phone a number is."""

import json
from datetime import timedelta

import pytest

from audit.models import Event
from common.transitions import NotAllowed
from messaging.models import Text
from people.actions import contact_points, number_codes
from people.models import NumberCode
from tests.conftest import NOW

DAY = NOW
pytestmark = pytest.mark.django_db


@pytest.fixture
def point(jo, rosa):
    return contact_points.add(person=jo, kind="mobile", value="07700 900123", safe_to_use=False, by=rosa, at=DAY)


def send(point, rosa, at=DAY):
    number_codes.send(point=point, by=rosa, at=at)
    return json.loads(Text.objects.order_by("-pk").first().values)["code"]


def take(point, rosa, typed, at=DAY):
    return number_codes.take(point=point, typed=typed, safe_to_use=True, by=rosa, at=at)


def test_whoever_reads_the_code_out_holds_the_phone(point, rosa):
    code = send(point, rosa)
    assert take(point, rosa, f"{code[:3]} {code[3:]}")
    point.refresh_from_db()
    assert (point.verified_at, point.verified_by, point.safe_to_use) == (DAY, rosa, True)


def test_the_code_stands_in_no_row_and_no_trail(point, rosa):
    code = send(point, rosa)
    assert NumberCode.objects.get().code_index != code
    assert code not in str(list(Event.objects.values_list("detail", flat=True)))


def test_a_wrong_code_checks_nothing_and_is_counted(point, rosa):
    code = send(point, rosa)
    wrong = f"{(int(code) + 1) % 1000000:06}"
    assert [take(point, rosa, wrong) for _ in range(5)] == [False] * 5
    with pytest.raises(NotAllowed, match="five times"):
        take(point, rosa, code)
    point.refresh_from_db()
    assert point.verified_at is None


def test_a_code_is_taken_once(point, rosa):
    code = send(point, rosa)
    assert take(point, rosa, code)
    with pytest.raises(NotAllowed, match="Send a code first"):
        take(point, rosa, code)


def test_a_new_code_ends_the_old_one(point, rosa):
    old, new = send(point, rosa), send(point, rosa, at=DAY + timedelta(minutes=1))
    later = DAY + timedelta(minutes=2)
    assert take(point, rosa, new, at=later) if old == new else not take(point, rosa, old, at=later)


def test_an_old_code_is_not_taken(point, rosa):
    code = send(point, rosa)
    with pytest.raises(NotAllowed, match="too old"):
        take(point, rosa, code, at=DAY + timedelta(minutes=16))


def test_no_more_than_three_an_hour_go_to_a_number(point, rosa):
    for minute in range(3):
        send(point, rosa, at=DAY + timedelta(minutes=minute))
    with pytest.raises(NotAllowed, match="last hour"):
        send(point, rosa, at=DAY + timedelta(minutes=4))


def test_none_goes_at_night(point, rosa):
    with pytest.raises(NotAllowed, match="8 in the morning"):
        send(point, rosa, at=DAY.replace(hour=22))


def test_none_goes_to_a_landline(jo, rosa):
    landline = contact_points.add(person=jo, kind="landline", value="020 7946 0123", safe_to_use=False, by=rosa, at=DAY)
    with pytest.raises(NotAllowed, match="mobile"):
        number_codes.send(point=landline, by=rosa, at=DAY)
