import pytest

from audit.models import Event
from common.transitions import NotAllowed
from places.actions import loading, posts
from places.models import SHEETS, LocalAuthority, Post, Posting, Upload
from places.planning import plan
from places.rules.loading import read
from tests.conftest import NOW
from tests.factories import places as make
from tests.races.running import race

pytestmark = pytest.mark.django_db(transaction=True)


def test_of_those_who_appoint_at_once_one_wins(rosa, leeds):
    post = make.post(leeds, "Care leaver lead")

    def appoint(number):
        return posts.appoint(
            post=Post.objects.get(pk=post.pk), holder_name=f"Ann {number}", starts=NOW.date(), by=rosa, at=NOW
        )

    outcomes = race(8, appoint)

    assert sum(isinstance(outcome, Posting) for outcome in outcomes) == 1
    assert sum(isinstance(outcome, NotAllowed) for outcome in outcomes) == 7
    assert post.postings.current().count() == 1
    assert Event.objects.filter(verb="places.posting.started").count() == 1


def test_appointing_and_leaving_at_once_leave_vacancy_and_postings_in_step(rosa, leeds):
    post = make.post(leeds, "Key worker", is_shared=True)
    postings = [make.posting(post, f"Ann {number}") for number in range(4)]

    def act(number):
        if number < 4:
            return posts.end(posting=postings[number], ends=NOW.date(), by=rosa, at=NOW)
        return posts.appoint(post=post, holder_name=f"Bo {number}", starts=NOW.date(), by=rosa, at=NOW)

    outcomes = race(8, act)

    post.refresh_from_db()
    assert [outcome for outcome in outcomes if isinstance(outcome, Exception)] == []
    assert post.postings.current().count() == 4
    assert post.vacant_since is None


def test_a_file_applied_by_several_clicks_is_applied_once(marion, leeds):
    raw = (
        "gss_code,name,welsh_name,nation,region,kind,children_services_by,note\nE06000099,Avon,,E,South West,unitary,,"
    )
    rows = read(raw.encode(), SHEETS["councils"].columns)
    upload = loading.check(kind="councils", rows=rows, by=marion, at=NOW)
    seen = plan(upload.sheet, upload.read_rows()).fingerprint

    outcomes = race(8, lambda number: loading.apply(upload=upload, seen=seen, by=marion, at=NOW))

    assert all(isinstance(outcome, Upload) for outcome in outcomes)
    assert LocalAuthority.objects.filter(name="Avon").count() == 1
    assert Event.objects.filter(verb="places.upload.applied").count() == 1


def test_two_files_that_add_the_same_council_add_it_once(marion):
    raw = (
        "gss_code,name,welsh_name,nation,region,kind,children_services_by,note\nE06000099,Avon,,E,South West,unitary,,"
    )
    uploads = [
        loading.check(kind="councils", rows=read(raw.encode(), SHEETS["councils"].columns), by=marion, at=NOW)
        for _ in range(4)
    ]
    seen = plan(uploads[0].sheet, uploads[0].read_rows()).fingerprint

    outcomes = race(4, lambda number: loading.apply(upload=uploads[number], seen=seen, by=marion, at=NOW))

    assert sum(isinstance(outcome, Upload) for outcome in outcomes) == 1
    assert sum(isinstance(outcome, NotAllowed) for outcome in outcomes) == 3
    assert LocalAuthority.objects.filter(name="Avon").count() == 1
