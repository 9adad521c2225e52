"""Pages that age: who sees them, who is told, and how one is said to be right again."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from accounts.models import User
from accounts.roles import Role
from audit.models import Event
from common.dates import local_day
from common.transitions import NotAllowed
from messaging.models import Message
from messaging.wording import private_words
from pages import ageing, keeping
from pages.actions import ageing as actions
from pages.models import ContactPoint, GuidePage
from pages.rules.ageing import State, asked, is_day_to_tell
from pages.rules.ageing import ageing as stands
from places.models import Offer
from tests.pages.reviewing import agreed, answer, submit

pytestmark = pytest.mark.django_db
FIRST = datetime(2026, 12, 1, 8, 20, tzinfo=UTC)  # a Tuesday
INDEX = "/editing/ageing/"


def ago(days: int) -> date:
    return local_day(timezone.now()) - timedelta(days=days)


@pytest.fixture(autouse=True)
def addresses(desk):
    for user in User.objects.filter(username__in=desk):
        user.email = f"{user.username}@example.org"
        user.save(update_fields=["email"])


@pytest.fixture
def ours(make_guide, monkeypatch):
    """Makes a guide, and counts no page but those made here as one that wants checking."""
    GuidePage.objects.all().delete()
    monkeypatch.setattr(ageing, "kinds", lambda: [GuidePage])
    return make_guide


@pytest.fixture
def late(ours, evie):
    return ours("Letters", checked_on=ago(200), review_by=ago(10), keeper=evie)


def rows(client, address=INDEX):
    text = client.get(address).content.decode()
    return text.split("<tbody>")[1] if "<tbody>" in text else ""


def leave(user):
    user.grants.update(ended_at=timezone.now())


@pytest.mark.parametrize(("checked_on", "review_by", "state", "over"), [
    (None, None, State.NEVER, 0),
    (None, date(2026, 1, 1), State.NEVER, 0),
    (date(2026, 11, 1), date(2027, 6, 1), State.FRESH, 0),
    (date(2026, 6, 1), date(2026, 12, 31), State.SOON, 0),
    (date(2026, 6, 1), date(2026, 12, 1), State.SOON, 0),
    (date(2026, 6, 1), date(2026, 11, 30), State.LATE, 1),
    (date(2025, 12, 1), date(2028, 1, 1), State.SOON, 0),
    (date(2025, 11, 30), date(2028, 1, 1), State.LATE, 1),
    (date(2025, 11, 30), None, State.LATE, 1),
])  # fmt: skip
def test_a_page_is_late_after_its_review_date_or_a_year(checked_on, review_by, state, over):
    found = stands(checked_on=checked_on, review_by=review_by, today=date(2026, 12, 1))

    assert (found.state, found.days_over) == (state, over)


@pytest.mark.parametrize(("keeper", "stand_in", "over", "whom"), [
    (1, 2, 0, [1]), (1, 2, 30, [1]), (1, 2, 31, [1, 2]), (1, 1, 31, [1]), (None, 2, 0, [2]), (9, 2, 0, [2]),
    (9, 9, 0, []), (None, None, 99, []), (1, 9, 99, [1]),
])  # fmt: skip
def test_the_stand_in_is_asked_when_it_waits_long_or_the_keeper_left(keeper, stand_in, over, whom):
    assert asked(keeper=keeper, stand_in=stand_in, may={1, 2}, days_over=over) == whom


@pytest.mark.parametrize(("day", "tells"), [
    (date(2026, 12, 1), True), (date(2026, 12, 3), True), (date(2026, 12, 4), False), (date(2027, 1, 1), False),
    (date(2027, 1, 4), True), (date(2026, 8, 1), False), (date(2026, 8, 3), True), (date(2026, 11, 30), False),
])  # fmt: skip
def test_messages_leave_on_the_first_working_days_of_a_month(day, tells):
    assert is_day_to_tell(day) is tells


def test_editors_see_what_wants_checking_and_who_keeps_it(desk, ours, late, marion):
    ours("Visits", checked_on=ago(1), review_by=ago(-300))
    ours("Money", checked_on=None, review_by=None, live=False)
    ours("Phones", checked_on=ago(300), review_by=ago(-20), stand_in=marion)

    text = rows(desk["evie"])

    assert [text.index(word) for word in ("Letters", "Phones")] == sorted(text.index(w) for w in ("Letters", "Phones"))
    assert "10 days late" in text
    assert "Evie" in text
    assert "Stands in: Marion" in text
    assert "Visits" not in text
    assert "Money" not in text


@pytest.mark.parametrize(("query", "there"), [
    ("?state=late", {"Letters"}), ("?state=soon", {"Phones"}), ("?state=all", {"Letters", "Phones", "Visits"}),
    ("?state=never", set()), ("?keeper=mine", {"Letters"}), ("?keeper=nobody", {"Phones"}), ("?keeper=left", set()),
])  # fmt: skip
def test_the_list_is_narrowed_by_state_and_keeper(desk, ours, late, query, there):
    ours("Visits", checked_on=ago(1), review_by=ago(-300))
    ours("Phones", checked_on=ago(300), review_by=ago(-20))

    text = rows(desk["evie"], INDEX + query)

    assert {word for word in ("Letters", "Phones", "Visits") if word in text} == there


def test_a_keeper_is_chosen_by_their_reference_and_named_as_gone_once_they_are(desk, late, evie):
    assert "Letters" in rows(desk["mo"], f"{INDEX}?keeper={evie.ref}")
    leave(evie)
    assert "Evie (has left)" in rows(desk["mo"], f"{INDEX}?keeper=left")


def test_contact_points_and_what_councils_do_are_on_the_list_without_a_keeper(desk, ours, leeds):
    ContactPoint.objects.create(name="The office", offers="They help.", phone="1", live=True)
    Offer.objects.create(
        council=leeds.authority, topic="visits", says="They visit.", confidence="told", checked_on=ago(400)
    )

    text = rows(desk["evie"])

    assert "The office" in text
    assert leeds.authority.name in text
    assert "35 days late" in text


def test_the_file_holds_what_the_screen_shows(desk, ours, late):
    ours("=Visits", checked_on=ago(1), review_by=ago(-300))

    file = desk["evie"].get(f"{INDEX}all.csv").getvalue().decode()
    whole = desk["evie"].get(f"{INDEX}all.csv?state=all").getvalue().decode()

    assert "Letters,Guide,Evie," in file
    assert "Visits" not in file
    assert "'=Visits," in whole


@pytest.mark.parametrize("address", [f"{INDEX}?state=nonsense", f"{INDEX}all.csv?keeper=nonsense"])
def test_a_choice_that_is_none_is_refused(desk, late, address):
    answered = desk["evie"].get(address)

    assert answered.status_code == 422
    assert b"Choose one of the answers" in answered.content


def test_a_long_list_asks_no_more_questions(desk, ours, late, django_assert_num_queries, evie, marion):
    desk["evie"].get(INDEX)
    with django_assert_num_queries(9):
        desk["evie"].get(INDEX)
    for n in range(8):
        ours(f"More {n}", checked_on=ago(500), review_by=ago(140), keeper=marion, stand_in=evie)
    with django_assert_num_queries(9):
        desk["evie"].get(INDEX)


def again(page):
    return reverse("pages:ageing-check_again", args=[page.translation_key, "en-gb"])


def test_a_checked_page_goes_to_readers_with_its_new_day_once_two_others_agree(desk, late):
    body = late.body.get_prep_value()
    sent = desk["evie"].post(again(late), {"review_by_0": "1", "review_by_1": "6", "review_by_2": "2099"})

    assert sent.status_code == 302
    late.refresh_from_db()
    assert late.checked_on == ago(200)
    for name in ("lee", "marion"):
        answer(desk[name], late, "approve")
    late.refresh_from_db()
    assert (late.checked_on, late.review_by) == (ago(0), date(2099, 6, 1))
    assert late.body.get_prep_value() == body
    assert agreed(late) == [("lived", "approved"), ("publish", "approved")]


def test_the_next_date_is_as_far_away_as_the_last_one_was(desk, late):
    text = desk["evie"].get(again(late)).content.decode()

    assert f'value="{ago(-190).year}"' in text


@pytest.mark.parametrize("typed", [("1", "6", "2001"), ("31", "2", "2099"), ("", "", "")])
def test_a_day_that_will_not_do_is_asked_again(desk, late, typed):
    sent = desk["evie"].post(again(late), dict(zip(("review_by_0", "review_by_1", "review_by_2"), typed, strict=True)))

    assert sent.status_code == 422
    assert not late.revisions.exists()


def test_a_page_that_somebody_is_changing_is_checked_in_the_same_draft(desk, late, evie):
    submit(desk["mo"], late, summary="How to write to us today.")

    assert "begun to change" in desk["evie"].get(again(late)).content.decode()
    with pytest.raises(NotAllowed):
        actions.check_again(page=late, review_by=ago(-100), by=evie, at=timezone.now())


def test_a_page_that_would_not_pass_is_not_sent_on(late, evie):
    GuidePage.objects.filter(pk=late.pk).update(nation="")
    with pytest.raises(NotAllowed):
        actions.check_again(page=late, review_by=ago(-100), by=evie, at=timezone.now())
    late.refresh_from_db()
    assert not late.has_unpublished_changes


def test_twice_sends_one_draft_on(late, evie):
    actions.check_again(page=late, review_by=ago(-100), by=evie, at=timezone.now())
    with pytest.raises(NotAllowed):
        actions.check_again(page=late, review_by=ago(-100), by=evie, at=timezone.now())

    assert late.revisions.count() == 1
    (event,) = Event.objects.filter(verb="pages.page.checked_again")
    assert event.actor_ref == evie.ref


def test_whoever_may_not_change_pages_cannot_say_so(desk, late, ada, max_):
    for user, code in ((ada, 404), (max_, 403)):
        client = Client()
        client.force_login(user)
        assert client.post(again(late), {}).status_code == code


def test_a_keeper_hears_once_a_month_how_many_and_no_title(ours, late, evie):
    ours("Visits", checked_on=ago(500), review_by=ago(20), keeper=evie)

    assert keeping.tell(now=FIRST) == 1
    keeping.tell(now=FIRST + timedelta(days=1))

    (message,) = Message.objects.all()
    assert (message.to, message.subject) == ("evie@example.org", "Alongside: some pages want checking")
    assert "2 pages that you keep want checking." in message.text
    assert INDEX in message.text
    assert private_words(f"{message.subject} {message.text}") == []
    assert not any(word in message.text for word in ("Letters", "Visits", "nobody keeps"))
    keeping.tell(now=FIRST.replace(year=2027, month=1, day=4))
    assert Message.objects.count() == 2


def test_nobody_hears_later_in_the_month_or_where_all_is_fresh(ours, late, evie):
    assert keeping.tell(now=FIRST.replace(day=7)) == 0
    GuidePage.objects.update(checked_on=FIRST.date(), review_by=FIRST.date() + timedelta(days=99))
    assert keeping.tell(now=FIRST) == 0


def test_who_stands_in_hears_when_it_is_long_over(ours, evie, marion):
    ours("Letters", checked_on=date(2026, 1, 1), review_by=date(2026, 10, 1), keeper=evie, stand_in=marion)
    ours("Visits", checked_on=date(2026, 1, 1), review_by=date(2026, 11, 25), keeper=evie, stand_in=marion)

    keeping.tell(now=FIRST)

    texts = {message.to: message.text for message in Message.objects.all()}
    assert "2 pages that you keep want" in texts["evie@example.org"]
    assert "1 page that you keep wants" in texts["marion@example.org"]


def test_what_nobody_keeps_any_more_is_for_whoever_runs_the_programme(ours, late, evie):
    leave(evie)
    User.objects.filter(username="mo").update(email="")

    keeping.tell(now=FIRST)

    (message,) = Message.objects.all()
    assert message.to == "marion@example.org"
    assert "1 page that nobody keeps wants checking. Please choose who keeps it." in message.text
    assert "that you keep" not in message.text


def test_a_review_date_before_the_check_is_still_refused(late):
    late.review_by = late.checked_on
    with pytest.raises(ValidationError):
        late.full_clean()


def test_a_new_keeper_is_one_of_those_who_may_edit(desk, late, max_):
    text = desk["evie"].get(reverse("wagtailadmin_pages:edit", args=[late.pk])).content.decode()

    assert 'name="keeper"' in text
    assert 'name="stand_in"' in text
    assert f'value="{max_.pk}"' not in text.split('name="keeper"')[1].split("</select>")[0]
    assert Role.EDITOR in {grant.role for grant in User.objects.get(username="evie").grants.all()}
