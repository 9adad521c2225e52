"""Drafts that wait: who is told of them, who of what became of theirs, and what no email says."""

from datetime import timedelta

import pytest
from django.utils import timezone
from wagtail.admin.mail import send_notification

from accounts.models import User
from desk import waiting
from messaging.models import Message
from messaging.wording import private_words
from pages import drafts
from pages.models import GuidePage
from tests.pages.reviewing import answer, submit

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def addresses(desk):
    for user in User.objects.filter(username__in=[*desk, "marion"]):
        user.email = f"{user.username}@example.org"
        user.save(update_fields=["email"])


@pytest.fixture
def sent(desk, guide):
    submit(desk["evie"], guide)
    return guide


def waits_for(name):
    return drafts.waiting_for(User.objects.get(username=name)).count()


def told():
    """To whom each message goes and what its subject is, the earliest first."""
    return [(one.to, one.subject) for one in Message.objects.order_by("pk")]


def test_a_draft_waits_for_those_who_may_take_its_step(desk, sent):
    assert {name: waits_for(name) for name in desk} == {"evie": 0, "lee": 1, "lou": 1, "marion": 0, "mo": 0}

    answer(desk["lee"], sent, "approve")

    assert {name: waits_for(name) for name in desk} == {"evie": 0, "lee": 0, "lou": 0, "marion": 1, "mo": 1}


def test_whoever_wrote_it_is_not_asked_to_agree_to_it(desk, guide):
    submit(desk["mo"], guide)
    answer(desk["lee"], guide, "approve")

    assert (waits_for("mo"), waits_for("marion")) == (0, 1)


def test_what_somebody_wrote_before_it_last_went_out_stands_in_nobodys_way(desk, guide):
    submit(desk["mo"], guide)
    answer(desk["lee"], guide, "approve")
    answer(desk["marion"], guide, "approve")
    submit(desk["evie"], GuidePage.objects.get(pk=guide.pk), summary="How to write to us today.")
    answer(desk["lee"], guide, "approve")

    assert (waits_for("mo"), waits_for("marion")) == (1, 1)


def test_whoever_agreed_at_one_step_is_not_asked_at_the_next(desk, sent):
    lee = User.objects.get(username="lee")
    lee.grants.create(role="programme_manager", granted_at=timezone.now())
    answer(desk["lee"], sent, "approve")

    assert (waits_for("lee"), waits_for("mo")) == (0, 1)


def test_they_are_told_in_the_morning_how_many_and_nothing_else(desk, sent, make_guide):
    submit(desk["evie"], make_guide("Other letters", live=False))

    assert drafts.tell(now=timezone.now()) == 2

    assert told() == [(f"{name}@example.org", "Alongside: 2 drafts wait for you") for name in ("lee", "lou")]
    text = Message.objects.first().text
    assert "2 drafts wait for you to read" in text
    assert "/cms/" in text
    assert "etters" not in text


def test_one_draft_is_not_said_to_be_several(sent):
    drafts.tell(now=timezone.now())

    assert Message.objects.first().subject == "Alongside: 1 draft waits for you"


def test_a_day_brings_one_message_at_most_and_only_when_a_draft_has_come(desk, sent, make_guide):
    now = timezone.now()
    drafts.tell(now=now)

    assert drafts.tell(now=now) == 0
    submit(desk["evie"], make_guide("Other letters", live=False))
    assert drafts.tell(now=now) == 0
    assert Message.objects.count() == 2  # for Lee and for Lou


def test_a_draft_that_came_since_is_told_the_next_day(desk, sent, make_guide):
    drafts.tell(now=timezone.now())
    submit(desk["evie"], make_guide("Other letters", live=False))

    assert drafts.tell(now=timezone.now() + timedelta(days=1)) == 2
    assert told()[-1] == ("lou@example.org", "Alongside: 2 drafts wait for you")
    assert drafts.tell(now=timezone.now() + timedelta(days=2)) == 0


def test_what_waits_for_a_week_is_told_again(sent):
    drafts.tell(now=timezone.now())

    assert drafts.tell(now=timezone.now() + timedelta(days=6, hours=23)) == 0
    assert drafts.tell(now=timezone.now() + timedelta(days=7, hours=1)) == 2


@pytest.mark.parametrize("gone", ["closed", "role", "address"])
def test_nobody_is_told_who_may_no_longer_read_it(sent, gone):
    lee = User.objects.filter(username="lee")
    if gone == "role":
        lee.get().grants.update(ended_at=timezone.now())
    else:
        lee.update(**{"closed": {"is_active": False}, "address": {"email": ""}}[gone])

    drafts.tell(now=timezone.now())

    assert [to for to, _ in told()] == ["lou@example.org"]


def test_authors_hear_that_it_came_back_and_nobody_else_does(desk, sent):
    answer(desk["lee"], sent, "reject", "Say who reads it.")

    assert told() == [("evie@example.org", "Alongside: a draft has come back to you")]
    text = Message.objects.get().text
    assert f"/{sent.translation_key}/" in text
    assert not any(word in text for word in ("etters", "Lee", "Say who"))


def test_authors_hear_at_the_last_yes(desk, sent):
    answer(desk["lee"], sent, "approve")
    assert told() == []

    answer(desk["marion"], sent, "approve")
    assert told() == [("evie@example.org", "Alongside: a draft of yours was agreed")]


def test_an_author_whose_role_has_ended_hears_nothing(desk, sent):
    User.objects.get(username="evie").grants.update(ended_at=timezone.now())

    answer(desk["lee"], sent, "reject")

    assert told() == []


def test_wagtail_sends_no_email_of_its_own_which_would_name_the_page(desk, sent, mailoutbox):
    answer(desk["lee"], sent, "reject")
    submit(desk["evie"], GuidePage.objects.get(pk=sent.pk))
    answer(desk["lee"], sent, "approve")
    answer(desk["marion"], sent, "approve")

    assert mailoutbox == []


def test_whoever_follows_the_words_beside_a_draft_is_not_told_them_by_email(desk, guide, evie, mailoutbox):
    evie.email = "evie@example.org"
    said = {"page": guide, "editor": evie, "new_comments": [{"text": "Jo told me otherwise."}]}

    send_notification([evie], "updated_comments", said)

    (mail,) = mailoutbox
    assert mail.subject == "Alongside: somebody left a word beside a draft"
    assert private_words(f"{mail.subject} {mail.body}") == []
    assert "http://localhost:8000/cms/" in mail.body
    assert not any(word in mail.body for word in ("etters", "Jo", "Evie"))


def test_the_desk_says_how_many_wait(desk, sent):
    text = desk["lee"].get("/desk/").content.decode()

    assert "<strong>1</strong> draft to read before it goes out" in text
    assert "Nothing is waiting for you" not in text
    answer(desk["lee"], sent, "approve")
    assert "Nothing is waiting for you" in desk["lou"].get("/desk/").content.decode()
    words = waiting.for_staff(User.objects.get(username="marion"), timezone.now())
    assert [(one["count"], one["words"]) for one in words] == [(1, "draft to read before it goes out")]
