"""Contact points: one record for each number, agreed by two people, shown the same everywhere."""

import re
from datetime import date
from io import BytesIO
from zipfile import ZipFile

import pytest
from django.core.exceptions import ValidationError
from django.test import Client
from django.urls import reverse
from wagtail.models import TaskState

from audit.models import Event
from pages import content, papers
from pages.actions import contacts, editors
from pages.models import ContactPoint, GuidePage, Review
from pages.rules import hours
from pages.rules.contacts import NOBODY_RANG, freshness_of, spelled
from tests.conftest import NOW

pytestmark = pytest.mark.django_db
PHONE = re.compile(r"\b(?:0[\d ]{9,12}\d|116 \d{3})\b")


def signed_in(user):
    editors.regroup(user=user, by=None, at=NOW)
    client = Client()
    client.force_login(user)
    return client


@pytest.fixture
def shipped(db):
    contacts.place(contacts=content.CONTACTS, by=None, at=NOW)
    return {contact.key: contact for contact in ContactPoint.objects.all()}


def form_of(contact, **changes):
    """What the editor's form sends for a contact point."""
    names = [field.name for field in ContactPoint._meta.concrete_fields if field.editable]
    values = {name: getattr(contact, name) for name in names}
    flags = ("in_welsh", "for_young", "is_safeguarding")
    said = {name: value for name, value in (values | changes).items() if value is not None and name not in flags}
    return said | {name: "on" for name in flags if (values | changes)[name]}


def edit(contact):
    return reverse("wagtailsnippets_pages_contactpoint:edit", args=[contact.pk])


def answer(client, contact, action):
    state = ContactPoint.objects.get(pk=contact.pk).current_workflow_task_state
    where = reverse("wagtailsnippets_pages_contactpoint:workflow_action", args=[contact.pk, action, state.pk])
    return client.post(where, {"comment": ""})


def test_anybody_finds_whom_to_ring_and_how_sure_we_are(client, shipped):
    got = client.get("/contacts/")
    text = got.content.decode()

    assert got.status_code == 200
    assert len(got.content) < 50_000
    assert dict(got.cookies) == {}
    assert all(str(contact.phone) in text for contact in shipped.values())
    assert text.count(NOBODY_RANG) == len(shipped)
    assert "Yes. It is free on every prison phone." in text


@pytest.mark.parametrize(("word", "there", "gone"), [
    ("prison", "Samaritans", "Childline"), ("any-hour", "Childline", "Become"),
    ("young", "Meic", "Samaritans"), ("welsh", "Meic", "Samaritans"), ("nonsense", "Meic", "nobody"),
])  # fmt: skip
def test_the_list_is_narrowed_by_a_link(client, shipped, word, there, gone):
    text = client.get(f"/contacts/?for={word}").content.decode()

    assert f"<h2>{there}" in text
    assert f"<h2>{gone}" not in text


def test_a_list_costs_the_same_however_long(client, shipped, django_assert_max_num_queries):
    with django_assert_max_num_queries(7):  # one for all alerts
        client.get("/contacts/?for=young")


def test_a_change_goes_to_readers_when_a_second_person_agrees(shipped, evie, marion):
    line = shipped["become"]
    asked = signed_in(evie).post(edit(line), form_of(line, phone="0800 000 0000") | {"action-submit": "yes"})
    assert asked.status_code == 302
    line.refresh_from_db()
    assert line.phone == "0800 023 2033"

    assert answer(signed_in(marion), line, "approve").status_code == 302
    line.refresh_from_db()
    assert line.phone == "0800 000 0000"
    assert Review.objects.get().by == marion
    assert Event.objects.filter(verb="pages.contact.agreed").count() == 1


def test_nobody_agrees_to_their_own_change(shipped, marion):
    line, desk = shipped["become"], signed_in(marion)
    desk.post(edit(line), form_of(line, phone="0800 000 0000") | {"action-submit": "yes"})
    answer(desk, line, "approve")

    line.refresh_from_db()
    assert line.phone == "0800 023 2033"
    assert TaskState.objects.get().status == TaskState.STATUS_IN_PROGRESS


def test_nobody_publishes_past_the_second_person(shipped, marion):
    line, desk = shipped["become"], signed_in(marion)
    desk.post(edit(line), form_of(line, phone="0800 000 0000") | {"action-publish": "yes"})

    line.refresh_from_db()
    assert line.phone == "0800 023 2033"
    assert "action-publish" not in desk.get(edit(line)).content.decode()
    with pytest.raises(ValidationError):
        line.get_latest_revision().publish(user=marion)


@pytest.mark.parametrize(("changes", "field"), [
    ({"phone": "", "web": ""}, "phone"),
    ({"from_prison": "free"}, "from_prison_source"),
    ({"checked_on": date(2026, 11, 1), "review_by": date(2027, 11, 1)}, "checked_by"),
    ({"checked_on": date(2026, 11, 1), "checked_by": "The office"}, "review_by"),
    ({"hours": "nine to five"}, "hours"),
])  # fmt: skip
def test_what_readers_must_know_is_asked_for(shipped, changes, field):
    line = shipped["become"]
    for name, value in changes.items():
        setattr(line, name, value)

    with pytest.raises(ValidationError) as wrong:
        line.full_clean()
    assert field in wrong.value.message_dict


def test_it_is_put_in_place_once_and_stays_as_editors_left_it(shipped):
    shipped["become"].delete()
    assert contacts.place(contacts=content.CONTACTS, by=None, at=NOW) == []
    assert not ContactPoint.objects.filter(key="become").exists()


def test_those_that_nobody_checked_are_listed_for_editors(shipped, evie, max_, client):
    ContactPoint.objects.filter(key="samaritans").update(
        checked_on=date(2026, 11, 1), checked_by="The office", review_by=date(2099, 1, 1)
    )
    text = signed_in(evie).get(reverse("pages:contacts-due")).content.decode()
    assert "Childline" in text
    assert "Samaritans" not in text
    client.force_login(max_)
    assert client.get(reverse("pages:contacts-due")).status_code == 403


def test_editors_have_them_as_a_file_that_is_safe_to_open(shipped, evie):
    ContactPoint.objects.filter(key="become").update(offers="=1+1")
    file = signed_in(evie).get(reverse("pages:contacts-take-out")).getvalue().decode()

    assert "116 123" in file
    assert ",'=1+1," in file


def test_a_page_shows_the_number_as_it_stands_now(client, site_pages):
    ContactPoint.objects.filter(key="samaritans").update(phone="116 999")
    for address in ("/help/asking-from-inside/", "/help/asking-from-inside/read-aloud/"):
        text = client.get(address).content.decode()
        assert "116 123" not in text
        assert "116 999" in text or "one one six, nine nine nine" in text
    guide = GuidePage.objects.get(slug="asking-from-inside")
    assert "116 999 (one one six, nine nine nine)" in str(papers.paper_of(guide))


def test_a_page_without_its_number_still_opens(client, site_pages):
    ContactPoint.objects.all().delete()
    assert client.get("/help/asking-from-inside/").status_code == 200


def test_no_page_that_comes_with_us_types_a_number_of_its_own():
    """One source of truth: a page names a contact point, and the contact point holds the number."""
    typed = [
        (path.name, number)
        for path in content.HERE.rglob("*.toml") if path.name != "contacts.toml"
        for number in PHONE.findall(path.read_text(encoding="utf-8"))
    ]  # fmt: skip
    assert typed == []


def test_they_go_along_on_paper_and_without_a_network(client, site_pages):
    packed = ZipFile(BytesIO(client.get(reverse("pages:packs-take-along")).content))

    assert "0800 1111 (zero eight zero zero, one one one one)" in packed.read("who-to-ring.html").decode()


@pytest.mark.parametrize(("typed", "words"), [
    ("always", "Any time, day or night, every day of the year."),
    ("", hours.NOT_KNOWN),
    ("Mon-Fri 09:30-18:00; Sat 10:00-16:00", "Monday to Friday, 9.30am to 6pm. Saturday, 10am to 4pm."),
    ("Mon-Sun 08:00-24:00", "Every day, 8am to midnight."),
    ("Sat-Sun 12:00-13:30", "Saturday and Sunday, noon to 1.30pm."),
])  # fmt: skip
def test_hours_are_said_as_people_say_them(typed, words):
    assert hours.in_words(typed) == words


@pytest.mark.parametrize(
    "typed", ["Mon", "Mon-Fri", "Fri-Mon 09:00-10:00", "Mon 18:00-09:00", "Mon 9-5", "Mon 25:00-26:00"]
)
def test_hours_that_cannot_be_are_refused(typed):
    with pytest.raises(hours.Unreadable):
        hours.parse(typed)


def test_an_old_check_says_so():
    told = freshness_of(checked_on=date(2025, 1, 1), review_by=date(2025, 6, 1), today=date(2026, 11, 20))
    assert told.is_warning
    assert told.sentence.startswith("We checked this on 1 January 2025.")
    assert spelled("0800 1111") == "zero eight zero zero, one one one one"
