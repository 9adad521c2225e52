"""What people texted back, and what could not go: read by those who look after them, and by nobody else."""

import pytest
from django.urls import reverse

from audit.models import Entry
from messaging.actions import holds, numbers, replies
from messaging.models import InboundText, Number, Text
from people.actions import persons
from tests.matrix.fixtures_texts import came_in, held, not_gone, promised

pytestmark = pytest.mark.django_db
SECRET = "canarywords"


@pytest.fixture
def as_(client, sign_in):
    return lambda user: sign_in(client, user)


@pytest.fixture
def inbound(jo, now):
    promised(jo, now, "earlier")
    return came_in(jo, now, "one", body=SECRET)


@pytest.fixture
def resting(inbound, now):
    number = Number.objects.get()
    numbers.pause(number=number, why="who", by=None, at=now)
    return number


def page(client, name, *args):
    return client.get(reverse(f"people:{name}", args=args))


def main(answer):
    return answer.text.split("<main")[1]


def test_the_list_says_who_and_what_it_means_and_never_the_words(as_, rosa, inbound, jo):
    shown = main(page(as_(rosa), "texts-index"))

    assert jo.preferred_name in shown and "Asks who we are" in shown
    assert SECRET not in shown


def test_a_yes_waits_for_nobody(as_, rosa, jo, now):
    came_in(jo, now, "yes", meaning="yes")
    to_read, others = main(page(as_(rosa), "texts-index")).split('id="others"')

    assert "Said yes" not in to_read and "Said yes" in others


def test_a_yes_from_nobody_we_know_is_read(as_, marion, now):
    came_in(None, now, "yes", meaning="yes")
    assert "Said yes" in main(page(as_(marion), "texts-index")).split('id="others"')[0]


def test_opening_one_shows_both_sides_and_leaves_a_look(as_, rosa, inbound, jo):
    answer = page(as_(rosa), "texts-detail", inbound.ref)

    assert SECRET in main(answer) and "We wrote: A meeting is near" in main(answer)
    assert SECRET not in answer.text.split("</title>")[0]
    look = Entry.objects.filter(verb="people.text.opened").get()
    assert (look.subject_ref, look.about_ref) == (inbound.ref, jo.ref)


def test_a_code_is_shown_to_nobody(as_, rosa, inbound):
    Text.objects.update(kind="people.number.code")
    shown = main(page(as_(rosa), "texts-detail", inbound.ref))

    assert "your code is ******" in shown and "123456" not in shown


@pytest.mark.parametrize("name", ["texts-detail", "texts-handle", "texts-resume"])
def test_another_team_finds_nothing(as_, gwen, inbound, name):
    assert as_(gwen).post(reverse(f"people:{name}", args=[inbound.ref]), {"reason": "x"}).status_code in (404, 405)
    assert page(as_(gwen), name, inbound.ref).status_code in (404, 405)
    assert "To read" in main(page(as_(gwen), "texts-index"))
    assert "Asks who we are" not in main(page(as_(gwen), "texts-index"))


def test_an_unknown_number_is_for_managers_and_leads_alone(as_, rosa, marion, nadia, now):
    strange = came_in(None, now, "strange", body=SECRET)

    assert page(as_(rosa), "texts-detail", strange.ref).status_code == 404
    for user in (marion, nadia):
        assert SECRET in main(page(as_(user), "texts-detail", strange.ref))
        assert "A number that we do not know" in main(page(as_(user), "texts-index"))


def test_nobody_reads_their_own(as_, marion, yorkshire, now):
    own = persons.add(preferred_name="Marion", team=yorkshire, by=None, at=now)
    persons.link_login(person=own, login=marion, by=None, at=now)
    mine = came_in(own, now, "mine")

    assert page(as_(marion), "texts-detail", mine.ref).status_code == 404
    assert page(as_(marion), "texts-person", own.ref).status_code == 404
    assert "Asks who we are" not in main(page(as_(marion), "texts-index"))


def test_a_late_text_says_whose_number_it_is_and_waits_for_a_reader(as_, rosa, jo, now):
    late = came_in(jo, now, "late", meaning="yes", text_ref="")

    assert "Said yes" in main(page(as_(rosa), "texts-index")).split('id="others"')[0]
    assert f"{jo.preferred_name} alone has this number" in main(page(as_(rosa), "texts-detail", late.ref))


def test_dealt_with_once(as_, rosa, inbound):
    client, url = as_(rosa), reverse("people:texts-handle", args=[inbound.ref])

    assert "off the list" in client.post(url, follow=True).text
    assert "Somebody has dealt with this already" in client.post(url, follow=True).text
    assert InboundText.objects.get().handled_by_ref == rosa.ref
    assert Entry.objects.filter(verb="messaging.text.handled").count() == 1


def test_a_number_that_rests_is_said_and_used_again_with_a_reason(as_, rosa, inbound, resting):
    client, url = as_(rosa), reverse("people:texts-resume", args=[inbound.ref])

    assert "This number rests" in main(page(client, "texts-detail", inbound.ref))
    assert client.post(url, {"reason": " "}).status_code == 422
    assert "may go to this number again" in client.post(url, {"reason": "We rang Jo."}, follow=True).text
    client.post(url, {"reason": "Again."})
    resting.refresh_from_db()
    assert resting.paused_at is None
    assert Entry.objects.filter(verb="messaging.number.resumed").get().reason == "We rang Jo."


def test_a_safeguarding_lead_reads_and_does_not_decide(as_, nadia, inbound, resting):
    assert "may be used again" not in main(page(as_(nadia), "texts-detail", inbound.ref))
    assert page(as_(nadia), "texts-resume", inbound.ref).status_code == 403


def test_a_stop_is_said_and_cannot_be_lifted_here(as_, rosa, inbound, now):
    numbers.stop(number=Number.objects.get(), by=None, at=now)
    shown = main(page(as_(rosa), "texts-detail", inbound.ref))

    assert "Only START from that phone lifts it" in shown
    assert "may be used again" not in shown


def test_why_a_text_could_not_go_is_said(as_, rosa, gwen, jo, now):
    not_gone(jo, now, "gone")
    shown = main(page(as_(rosa), "held_texts-index"))

    assert "They are in custody." in shown and "A meeting is near" in shown and jo.preferred_name in shown
    assert "They are in custody." not in main(page(as_(gwen), "held_texts-index"))


def test_a_held_text_goes_with_a_reason_and_once(as_, rosa, jo, now):
    text, client = held(jo, now, "h"), as_(rosa)
    url = reverse("people:held_texts-release", args=[text.ref])

    assert "Let it go" in main(page(client, "held_texts-index"))
    assert client.post(url, {"reason": ""}).status_code == 422
    assert "It may go" in client.post(url, {"reason": "It is theirs."}, follow=True).text
    assert client.post(url, {"reason": "Again."}).status_code == 422
    assert Entry.objects.filter(verb="messaging.text.released").get().reason == "It is theirs."


def test_a_cap_is_waived_by_managers_alone(as_, rosa, marion, jo, now):
    text = held(jo, now, "h", reason=holds.CAPS, why="As many as may be sent in a day.")
    url = reverse("people:held_texts-release", args=[text.ref])

    assert as_(rosa).post(url, {"reason": "Please."}).status_code == 403
    assert as_(marion).post(url, {"reason": "It is urgent."}).status_code == 302
    text.refresh_from_db()
    assert (text.status, text.within_caps) == ("due", False)


def test_a_lead_sees_what_is_held_and_no_way_to_let_it_go(as_, nadia, jo, now):
    held(jo, now, "h")
    shown = main(page(as_(nadia), "held_texts-index"))

    assert "Two people have this number." in shown and "Let it go" not in shown


def test_their_page_leads_to_what_was_said(as_, rosa, sam, match, inbound, jo, now):
    not_gone(jo, now, "gone")
    url = reverse("people:texts-person", args=[jo.ref])
    shown = main(as_(rosa).get(url))

    assert url in page(as_(rosa), "persons-detail", jo.ref).text
    assert "May not be sent: they are in custody." in shown and SECRET in shown
    assert url not in page(as_(sam), "persons-detail", jo.ref).text
    assert as_(sam).get(url).status_code == 403


def test_what_was_forgotten_says_so(as_, rosa, inbound, now):
    replies.handle(inbound=inbound, by=rosa, at=now)
    InboundText.objects.update(body="", number="")
    Text.objects.update(values="", number="")

    assert main(page(as_(rosa), "texts-detail", inbound.ref)).count("is forgotten") == 2
