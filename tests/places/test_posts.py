from datetime import date, timedelta

import pytest

from audit.models import Event
from common.transitions import NotAllowed, Stale
from places.actions import posts
from places.models import Establishment, Places, Post, Posting, places_of
from places.rules.posts import age_in_words, needs_checking
from tests.conftest import NOW
from tests.factories import places as make

pytestmark = pytest.mark.django_db
TODAY = NOW.date()
YESTERDAY, TOMORROW = TODAY - timedelta(days=1), TODAY + timedelta(days=1)


@pytest.fixture
def post(leeds) -> Post:
    return make.post(leeds, "Care leaver lead")


@pytest.fixture
def shared(leeds) -> Post:
    return make.post(leeds, "Key worker", is_shared=True)


def appoint(post, by, **who):
    return posts.appoint(post=post, starts=TODAY, by=by, at=NOW, **who)


# ---------------------------------------------------------------- It works


def test_a_new_post_counts_as_checked_today(post):
    assert post.verified_on == TODAY


def test_somebody_is_appointed_by_name(post, rosa):
    posting = appoint(post, rosa, holder_name="Ann Lee")

    assert posting.holder == "Ann Lee"
    assert list(post.postings.current()) == [posting]


def test_a_programme_manager_appoints_somebody_with_a_login(post, marion, dee):
    appoint(post, marion, user=dee)

    assert places_of(dee).establishments == {post.establishment_id}


def test_appointing_ends_a_vacancy(post, rosa):
    posts.vacate(post=post, since=YESTERDAY, by=rosa, at=NOW)
    appoint(post, rosa, holder_name="Ann Lee")

    post.refresh_from_db()
    assert post.vacant_since is None


def test_when_the_last_one_leaves_the_post_is_vacant(shared, rosa):
    first, second = (appoint(shared, rosa, holder_name=name) for name in ("Ann", "Bo"))

    posts.end(posting=first, ends=TODAY, by=rosa, at=NOW)
    shared.refresh_from_db()
    assert shared.vacant_since is None

    posts.end(posting=second, ends=TODAY, by=rosa, at=NOW)
    shared.refresh_from_db()
    assert shared.vacant_since == TODAY


def test_access_ends_with_the_posting(post, marion, dee):
    posting = appoint(post, marion, user=dee)

    posts.end(posting=posting, ends=TODAY, by=marion, at=NOW)

    assert places_of(dee) == Places()


def test_a_correction_counts_as_a_check(post, rosa):
    Post.objects.filter(pk=post.pk).update(verified_on=date(2025, 1, 1))

    posts.edit(post=post, seen=1, mailbox="leads@example.org", by=rosa, at=NOW)

    post.refresh_from_db()
    assert (post.mailbox, post.verified_on, post.version) == ("leads@example.org", TODAY, 2)


# ---------------------------------------------------------------- It refuses


def test_one_person_holds_a_post_that_is_not_shared(post, rosa):
    appoint(post, rosa, holder_name="Ann")

    with pytest.raises(NotAllowed, match="Somebody holds this post"):
        appoint(post, rosa, holder_name="Bo")


def test_nobody_holds_a_post_twice(shared, marion, dee):
    appoint(shared, marion, user=dee)

    with pytest.raises(NotAllowed, match="holds the post already"):
        appoint(shared, marion, user=dee)


def test_a_coordinator_cannot_appoint_a_login(post, rosa, dee):
    with pytest.raises(NotAllowed, match="Programme managers and administrators"):
        appoint(post, rosa, user=dee)


def test_nobody_appoints_themselves(post, marion):
    with pytest.raises(NotAllowed, match="never themselves"):
        appoint(post, marion, user=marion)


def test_nobody_ends_their_own_posting(post, marion):
    posting = make.posting(post, marion)

    with pytest.raises(NotAllowed, match="never their own"):
        posts.end(posting=posting, ends=TODAY, by=marion, at=NOW)


@pytest.mark.parametrize("who", [{}, {"holder_name": "Ann", "user": "dee"}])
def test_an_appointment_names_one_person(post, marion, dee, who):
    given = who | ({"user": dee} if "user" in who else {})

    with pytest.raises(NotAllowed, match="Name one person"):
        appoint(post, marion, **given)


def test_nobody_is_appointed_from_tomorrow(post, rosa):
    with pytest.raises(NotAllowed, match="today or earlier"):
        posts.appoint(post=post, holder_name="Ann", starts=TOMORROW, by=rosa, at=NOW)


@pytest.mark.parametrize(
    "ends, sentence", [(TOMORROW, "today or earlier"), (YESTERDAY, "cannot be before the first day")]
)
def test_a_last_day_that_cannot_be_is_refused(post, rosa, ends, sentence):
    posting = appoint(post, rosa, holder_name="Ann")

    with pytest.raises(NotAllowed, match=sentence):
        posts.end(posting=posting, ends=ends, by=rosa, at=NOW)


def test_a_post_that_is_held_is_not_vacant(post, rosa):
    appoint(post, rosa, holder_name="Ann")

    with pytest.raises(NotAllowed, match="Somebody holds this post"):
        posts.vacate(post=post, since=TODAY, by=rosa, at=NOW)


def test_a_post_that_several_hold_stays_shared(shared, rosa):
    for name in ("Ann", "Bo"):
        appoint(shared, rosa, holder_name=name)

    with pytest.raises(NotAllowed, match="Several people hold this post"):
        posts.edit(post=shared, seen=1, is_shared=False, by=rosa, at=NOW)


def test_a_place_has_one_post_of_a_name(post, leeds, rosa):
    with pytest.raises(NotAllowed, match="of this name here already"):
        posts.add(place=leeds, title="CARE leaver lead", by=rosa, at=NOW)

    assert posts.add(place=leeds.authority, title="Care leaver lead", by=rosa, at=NOW).place == leeds.authority


def test_the_slower_of_two_corrections_is_told(post, rosa):
    posts.edit(post=post, seen=1, telephone="0113 496 0000", by=rosa, at=NOW)

    with pytest.raises(Stale):
        posts.edit(post=post, seen=1, telephone="0113 496 0001", by=rosa, at=NOW)


# ---------------------------------------------------------------- Twice, and the trail


def test_leaving_twice_is_refused(post, rosa):
    posting = appoint(post, rosa, holder_name="Ann")
    posts.end(posting=posting, ends=TODAY, by=rosa, at=NOW)

    with pytest.raises(NotAllowed, match="left the post already"):
        posts.end(posting=posting, ends=TODAY, by=rosa, at=NOW)


def test_checking_twice_in_a_day_is_written_once(post, rosa):
    Post.objects.filter(pk=post.pk).update(verified_on=YESTERDAY)

    for _ in range(2):
        posts.verify(post=post, by=rosa, at=NOW)

    assert Event.objects.filter(verb="places.post.verified").count() == 1


def test_an_edit_that_changes_nothing_leaves_no_trace(post, rosa):
    posts.edit(post=post, seen=1, title=post.title, by=rosa, at=NOW)

    assert not Event.objects.filter(verb="places.post.edited").exists()


def test_the_trail_names_fields_and_references_never_content(post, marion, dee):
    posts.edit(post=post, seen=1, mailbox="leads@example.org", by=marion, at=NOW)
    posting = appoint(post, marion, user=dee)

    edited = Event.objects.get(verb="places.post.edited")
    started = Event.objects.get(verb="places.posting.started")
    assert edited.detail == {"fields": ["mailbox"]}
    assert (started.subject_ref, started.detail) == (posting.ref, {"post": post.ref, "login": dee.ref})


# ---------------------------------------------------------------- What upper floors ask


def test_places_of_somebody_are_found_in_one_query(post, marion, dee, yorkshire, django_assert_num_queries):
    appoint(post, marion, user=dee)
    appoint(make.post(yorkshire, "Mentor support"), marion, user=dee)

    with django_assert_num_queries(1):
        found = places_of(dee)

    assert (found.establishments, found.teams) == ({post.establishment_id}, {yorkshire.pk})
    assert found.authorities == frozenset()


def test_somebody_without_a_posting_is_nowhere(max_):
    assert not places_of(max_)


def test_current_postings_of_somebody_leave_out_those_that_ended(post, marion, dee):
    posting = appoint(post, marion, user=dee)
    assert list(Posting.objects.current().of(dee)) == [posting]

    posts.end(posting=posting, ends=TODAY, by=marion, at=NOW)
    assert not Posting.objects.current().of(dee).exists()


def test_the_contact_point_is_the_one_with_a_mailbox(leeds):
    make.post(leeds, "A desk", is_contact_point=True)
    wanted = make.post(leeds, "B desk", is_contact_point=True, mailbox="spoc@example.org")
    make.post(leeds, "C desk", mailbox="c@example.org")

    assert leeds.contact_point() == wanted


def test_a_place_may_have_no_contact_point(leeds, post):
    assert leeds.contact_point() is None


def test_prisons_are_found_by_region_and_by_being_open(leeds):
    make.prison(region="London")
    make.prison(region="London", status="closed")

    assert Establishment.objects.in_region("London").open().count() == 1
    assert Establishment.objects.open().count() == 2


# ---------------------------------------------------------------- Age in words


@pytest.mark.parametrize(
    "then, words",
    [
        (date(2026, 11, 22), "today"),
        (date(2026, 11, 21), "yesterday"),
        (date(2026, 11, 1), "21 days ago"),
        (date(2026, 10, 22), "1 month ago"),
        (date(2026, 10, 23), "30 days ago"),
        (date(2025, 11, 23), "11 months ago"),
        (date(2025, 11, 22), "12 months ago"),
        (date(2024, 11, 22), "2 years ago"),
    ],
)
def test_an_age_is_said_in_words(then, words):
    assert age_in_words(then, TODAY) == words


@pytest.mark.parametrize("then, old", [(None, True), (date(2026, 5, 22), True), (date(2026, 5, 23), False)])
def test_after_half_a_year_it_is_time_to_check(then, old):
    assert needs_checking(then, TODAY) is old
