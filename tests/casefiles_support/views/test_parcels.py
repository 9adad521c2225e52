"""The pages of papers, of times to read and of waits."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from casefiles_support.models import Parcel, SafetyHold, Sitting

pytestmark = pytest.mark.django_db


def page(name, record=None):
    return reverse(f"casefiles_support:{name}", args=[record.ref] if record else [])


def day(name, on):
    return {f"{name}_0": on.day, f"{name}_1": on.month, f"{name}_2": on.year}


@pytest.fixture
def as_finn(client, finn):
    client.force_login(finn)
    return client


def arriving(finn, **more):
    said = {
        **day("on", timezone.localdate()), "by": "post", "carrier": "paper", "containers": 1, "opened": "no",
        "sealed": "yes", "place": "with_programme_sealed", "given": "other", "given_name": "The post",
        "taken": finn.ref, "key": "0123456789ab",
    }  # fmt: skip
    return said | more


def test_papers_come_by_a_form_and_once(as_finn, finn, asked_for, journey):
    for _ in range(2):
        answer = as_finn.post(page("parcels-receive", asked_for), arriving(finn))

        assert answer["Location"] == page("parcels-of_journey", journey)
    assert "They must hear of it by" in as_finn.get(answer["Location"]).content.decode()
    assert Parcel.objects.count() == 1


def test_a_name_is_asked_for_beside_its_box(as_finn, finn, asked_for):
    answer = as_finn.post(page("parcels-receive", asked_for), arriving(finn, given_name=""))

    assert answer.status_code == 422
    assert "Write their name, and where they work" in answer.content.decode()


def test_a_mentor_is_not_among_those_who_may_carry_it(as_finn, asked_for, sam):
    shown = as_finn.get(page("parcels-receive", asked_for)).content.decode()

    assert sam.ref not in shown and "The person themselves" in shown


def test_papers_are_reached_from_the_steps_of_the_way(as_finn, journey):
    assert page("parcels-of_journey", journey) in as_finn.get(page("checkpoints-index", journey)).content.decode()


def test_what_to_say_is_shown_before_they_are_told(as_finn, parcel):
    shown = as_finn.get(page("parcels-tell", parcel)).content.decode()

    assert "Your papers are here. Nobody has opened them. You can have them today." in shown


def test_they_can_have_it_today_is_always_offered(as_finn, parcel):
    shown = as_finn.get(page("parcels-detail", parcel)).content.decode()

    assert f"{page('holding_moves-move', parcel)}?to=with_person" in shown


def test_who_comes_second_sees_both_versions(as_finn, parcel):
    Parcel.objects.filter(pk=parcel.pk).update(version=9)
    answer = as_finn.post(page("parcels-tell", parcel), {**day("on", timezone.localdate()), "version": 1})

    assert answer.status_code == 409 and Parcel.objects.get().told_on is None


def planned(on, **more):
    said = {**day("on", on), "time": "10am", "minutes": "120", "where": "prison_room", "key": "0123456789ab"}
    return said | more


def test_a_time_that_we_would_not_book_is_theirs_to_have(as_finn, parcel, journey):
    friday = timezone.localdate() + timedelta(days=(4 - timezone.localdate().weekday()) % 7 + 7)
    refused = as_finn.post(page("sittings-plan", journey), planned(friday))
    assert refused.status_code == 422 and "Not on a Friday" in refused.content.decode()

    as_finn.post(page("sittings-plan", journey), planned(friday, own_choice="on", words="My birthday"))

    assert Sitting.objects.get().own_choice


def test_a_slip_says_nothing_but_a_private_appointment(as_finn, wing_told):
    answer = as_finn.post(page("sittings-slip", wing_told), {"ring": "Finn, 0113 496 0000"})

    assert answer["Content-Type"] == "application/pdf"
    assert b"".join(answer.streaming_content).startswith(b"%PDF")


def test_the_end_is_asked_for_with_what_follows(as_finn, begun_sitting, practitioner):
    Sitting.objects.filter(pk=begun_sitting.pk).update(starts_at=timezone.now() - timedelta(hours=2))
    said = {"how": "stopped_early", "light_after": "green", "pages_after": "with_person", "beside": practitioner.ref}
    answer = as_finn.post(page("sittings-finish", begun_sitting), said, follow=True)

    shown = answer.content.decode()
    assert "The evening or the day after" in shown and "They stopped early" in shown
    assert "%" not in shown.split("<main")[1].split("</main")[0]


def test_those_who_answer_for_the_programme_see_what_is_lost_and_not_whose(client, marion, lost_parcel, jo):
    client.force_login(marion)
    shown = client.get(page("holding_moves-lost")).content.decode()
    assert "Yorkshire" in shown and "Last with Finn" in shown and "Jo" not in shown.split("<main")[1]

    client.post(page("holding_moves-begin_breach", lost_parcel))

    assert Parcel.objects.get().breach_begun_by == marion
    assert client.get(page("parcels-detail", lost_parcel)).status_code == 403


def test_a_lead_sees_where_papers_are_only_while_there_is_a_wait(client, nadia, parcel, journey, finn, request):
    client.force_login(nadia)
    assert client.get(page("parcels-of_journey", journey)).status_code == 404
    wait = request.getfixturevalue("asked_to_wait")

    assert page("safety_holds-detail", wait) in client.get(page("parcels-of_journey", journey)).content.decode()
    assert page("safety_holds-detail", wait) in client.get(page("safety_holds-index")).content.decode()
    assert client.get(page("parcels-tell", parcel)).status_code == 403
    client.post(page("safety_holds-agree", wait))
    assert SafetyHold.objects.get().agreed_by == nadia


def test_a_manager_sees_a_wait_only_when_it_is_asked_for_once_more(client, marion, wait, wait_again):
    client.force_login(marion)

    assert client.get(page("safety_holds-detail", wait)).status_code == 404
    assert client.get(page("safety_holds-detail", wait_again)).status_code == 200


def test_whose_papers_they_are_never_handles_them_as_staff(client, finn, jo, parcel):
    jo.login = finn
    jo.save()
    client.force_login(finn)

    assert client.get(page("holding_moves-move", parcel)).status_code == 404
