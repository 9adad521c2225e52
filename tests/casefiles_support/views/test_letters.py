"""Letters on the screen: read together, agreed to word for word, checked by somebody who sees nothing else."""

import pytest
from django.urls import reverse

from audit.models import Look
from casefiles_support.actions import replies
from casefiles_support.models import AccessRequest, Letter, SafetyHold
from tests.casefiles_support.fixtures_letters import *  # noqa: F403
from tests.casefiles_support.fixtures_letters import agreed, written
from tests.conftest import NOW

pytestmark = pytest.mark.django_db


def page(name, *args):
    return reverse(f"casefiles_support:{name}", args=args)


@pytest.fixture
def with_finn(client, finn):
    client.force_login(finn)
    return client


@pytest.fixture
def todays_letter(access_request, papers, finn, now):
    return written(access_request, finn, at=now)


ANSWERS = {
    "names_then": "Joanne Hill", "places": "Oak House", "relatives": "", "speaks": "on", "language": "en",
    "supporter_phone": "0113 496 0123", "return_address": "HMP Leeds\nLeeds LS12 2TJ", "key": "0123456789ab",
}  # fmt: skip


def test_the_page_offers_what_may_be_written_now(with_finn, access_request):
    said = with_finn.get(page("letters-of-request", access_request.ref)).content.decode()

    assert "Asking for my records" in said
    assert "My answer is late" not in said


def test_a_letter_is_written_and_shown(with_finn, access_request, papers):
    url = page("letters-write", access_request.ref, "request")
    sent = with_finn.post(url, ANSWERS)
    letter = Letter.objects.get()

    assert sent.url == page("letters-detail", letter.ref)
    assert "I was born on 14 May 1991" in with_finn.get(sent.url).content.decode()


def test_what_would_help_is_said_and_stops_nothing(with_finn, access_request, papers):
    url = page("letters-write", access_request.ref, "request")
    said = with_finn.post(url, ANSWERS | {"names_then": ""}, follow=True).content.decode()

    assert "Did they have another name then?" in said
    assert Letter.objects.get().status == "draft"


def test_the_welsh_says_that_it_waits_for_a_reader(with_finn, access_request, papers):
    url = page("letters-write", access_request.ref, "request")

    assert (
        "waits for a fluent reader" in with_finn.post(url, ANSWERS | {"language": "cy"}, follow=True).content.decode()
    )


def test_the_form_knows_where_they_live_and_which_language(with_finn, access_request):
    access_request.journey.in_welsh = True
    access_request.journey.save()
    form = with_finn.get(page("letters-write", access_request.ref, "request")).context["form"]

    assert form.initial["language"] == "cy"
    assert form.initial["return_address"] == "HMP Leeds"


def test_what_is_missing_is_said_beside_the_form_and_nothing_is_lost(with_finn, access_request):
    answer = with_finn.post(page("letters-write", access_request.ref, "request"), ANSWERS | {"supporter_phone": ""})

    assert answer.status_code == 422
    assert "Write the number, or take the tick away" in answer.content.decode()
    assert "Joanne Hill" in answer.content.decode()


def test_a_letter_that_there_is_not_is_not_found(with_finn, access_request):
    assert with_finn.get(page("letters-write", access_request.ref, "threat")).status_code == 404


def test_no_form_asks_why(with_finn, access_request):
    for code in ("request", "complaint", "correction", "thanks"):
        form = with_finn.get(page("letters-write", access_request.ref, code)).context["form"]
        asked = " ".join(f"{one.name} {one.label} {one.help_text}" for one in form.visible_fields()).casefold()
        assert not any(word in asked for word in ("why", "reason", "offence", "risk"))


def test_they_agree_to_what_is_on_the_page(with_finn, todays_letter, now):
    url = page("letters-agree", todays_letter.ref)
    assert todays_letter.sha256 in with_finn.get(url).content.decode()
    day = {"on_0": now.day, "on_1": now.month, "on_2": now.year}

    assert with_finn.post(url, {"seen": "f" * 64, **day}).status_code == 422
    assert with_finn.post(url, {"seen": todays_letter.sha256, **day}).status_code == 302
    todays_letter.refresh_from_db()
    assert todays_letter.status == "agreed"


def test_whoever_checks_sees_where_it_goes_and_neither_whose_it_is_nor_what_it_says(
    client, todays_letter, finn, fay, now
):
    agreed(todays_letter, finn, now)
    client.force_login(fay)
    listed = client.get(page("letters-checks")).content.decode()
    said = client.get(page("letters-check", todays_letter.ref)).content.decode()

    assert "Barnley Council" in listed
    assert "1 High Street" in said
    for word in ("Jo", "Canary", "A1234BC", "records"):
        assert word not in said.split("<main")[1].split("</main")[0]
        assert word not in listed.split("<main")[1].split("</main")[0]
    assert client.get(page("letters-detail", todays_letter.ref)).status_code == 404


def test_whoever_wrote_it_is_not_asked_to_check_it(with_finn, todays_letter, finn, now):
    agreed(todays_letter, finn, now)

    assert "No address waits for you" in with_finn.get(page("letters-checks")).content.decode()
    assert with_finn.get(page("letters-check", todays_letter.ref)).status_code == 404


def test_another_team_is_not_asked_to_check_it(client, todays_letter, finn, wyn, now):
    agreed(todays_letter, finn, now)
    client.force_login(wyn)

    assert client.get(page("letters-check", todays_letter.ref)).status_code == 404


def test_a_check_is_a_tick_and_not_a_click(client, todays_letter, finn, fay, now):
    agreed(todays_letter, finn, now)
    client.force_login(fay)
    url = page("letters-check", todays_letter.ref)

    assert client.post(url, {"right": ""}).status_code == 422
    assert client.post(url, {"right": "on"}).url == page("letters-checks")
    assert AccessRequest.objects.get().status == "ready"


def test_they_read_their_own_letters_and_nothing_more(client, make_user, todays_letter, jo):
    jo.login = make_user("jo", "peer_mentor")
    jo.save()
    client.force_login(jo.login)
    said = client.get(page("letters-detail", todays_letter.ref)).content.decode()

    assert "I was born on 14 May 1991" in said
    assert "They agree to these words" not in said
    assert client.get(page("letters-agree", todays_letter.ref)).status_code == 403


def test_a_letter_taken_back_is_shown_as_such(with_finn, todays_letter):
    answer = with_finn.post(page("letters-void", todays_letter.ref), follow=True)

    assert "Not used" in answer.content.decode()
    again = with_finn.post(page("letters-void", todays_letter.ref), follow=True)
    assert "already moved on" in again.content.decode()


def test_each_reading_leaves_a_look(with_finn, todays_letter, jo):
    with_finn.get(page("letters-detail", todays_letter.ref))

    assert Look.objects.filter(verb="files.letter.opened", about_ref=jo.ref).exists()


def test_titles_and_addresses_say_nothing(with_finn, access_request, todays_letter):
    for url in (page("letters-of-request", access_request.ref), page("letters-detail", todays_letter.ref)):
        title = with_finn.get(url).content.decode().split("<title>")[1].split("</title>")[0].casefold()
        assert not any(word in title + url for word in ("care", "record", "jo", "barnley", "council"))


def test_what_came_last_can_still_be_gone_through_together(with_finn, access_request, sent_letter, finn):
    told = {"way": "letter", "on": NOW.date(), "key": "k", "by": finn, "at": NOW}
    reply = replies.write_down(request=access_request, kind="all", **told)
    access_request.refresh_from_db()
    there = with_finn.get(page("letters-of-request", access_request.ref)).content.decode()

    assert access_request.status == "answered"
    assert page("replies-explain", reply.ref) in there
    assert page("replies-add", access_request.ref) not in there


def test_a_safeguarding_lead_reads_no_letter(client, access_request, sent_letter, finn, nadia, now):
    SafetyHold.objects.create(journey=access_request.journey, because="x", asked_at=now, asked_by=finn)
    client.force_login(nadia)
    addresses = [page("letters-of-request", access_request.ref), page("letters-detail", sent_letter.ref)]
    addresses += [page("posting-copy", sent_letter.ref), page("requests-page", access_request.ref)]

    assert [client.get(address).status_code for address in addresses] == [404] * 4


def test_whoever_asked_reads_their_own_letters_without_any_role(client, access_request, sent_letter, max_):
    person = access_request.journey.person
    person.login = max_
    person.save()
    client.force_login(max_)

    assert client.get(page("letters-of-request", access_request.ref)).status_code == 200
    assert client.get(page("letters-detail", sent_letter.ref)).status_code == 200
    assert client.get(page("letters-agree", sent_letter.ref)).status_code == 403
