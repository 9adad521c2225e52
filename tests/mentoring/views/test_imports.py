from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.urls import reverse

from audit.models import Event
from common.transitions import NotAllowed
from mentoring.actions import imports
from mentoring.models import Match, Mentor, Session
from mentoring.models.imports import Import, ImportedRow
from people.actions import concerns, persons
from people.models import Person
from tests.conftest import NOW
from tests.factories import imports as files
from tests.factories.imports import brought_in

pytestmark = pytest.mark.django_db
PEOPLE = "key,preferred_name,family_name,team\n1,Ada,Canary,Yorkshire\n2,Bea,Linnet,Yorkshire\n3,Cy,Wren,Nowhere\n"
MENTORS = "key,preferred_name,team,joined_on\n1,Di,Yorkshire,2025-01-02\n"
WHY = "We leave the old system behind"


@pytest.fixture
def as_marion(client, sign_in, marion, yorkshire):
    return sign_in(client, marion)


def bring(client, text=PEOPLE, kind="people", source="Old system", **changes):
    file = SimpleUploadedFile("in.csv", text.encode())
    sent = {"kind": kind, "source": source, "file": file, "reason": WHY} | changes
    return client.post(reverse("mentoring:imports-index"), sent)


def apply(client, brought):
    return client.post(reverse("mentoring:imports-apply", args=[brought.ref]))


@pytest.fixture
def brought(as_marion, run_tasks) -> Import:
    """Ada and Bea have come in."""
    bring(as_marion)
    found = Import.objects.get()
    apply(as_marion, found)
    run_tasks()
    found.refresh_from_db()
    return found


def test_checking_shows_what_would_happen_and_makes_nothing(as_marion):
    answer = bring(as_marion)

    found = Import.objects.get()
    page = as_marion.get(answer["Location"]).text
    assert (found.total, found.wrong) == (3, 1)
    assert "Line 4:" in page
    assert "names no team" in page
    assert not Person.objects.exists()


def test_applying_makes_the_people_in_the_background(brought):
    assert brought.status == "applied"
    assert (brought.made, brought.done, brought.wrong) == (2, 3, 1)
    assert {(p.preferred_name, p.family_name) for p in Person.objects.all()} == {("Ada", "Canary"), ("Bea", "Linnet")}


def test_mentors_come_in_as_people_who_are_applying(as_marion, run_tasks):
    bring(as_marion, MENTORS, "mentors")
    apply(as_marion, Import.objects.get())
    run_tasks()

    mentor = Mentor.objects.get()
    assert (mentor.status, str(mentor.joined_on), mentor.person.preferred_name) == ("applying", "2025-01-02", "Di")


def test_matches_and_sessions_come_in_through_the_worker(as_marion, marion, run_tasks):
    brought_in("people", files.PEOPLE, by=marion)
    brought_in("mentors", files.MENTORS, by=marion)
    for kind, text in (("matches", files.MATCHES), ("sessions", files.SESSIONS)):
        bring(as_marion, text, kind)
        apply(as_marion, Import.objects.latest("pk"))
        run_tasks()

    made = Import.objects.filter(kind__in=["matches", "sessions"]).values_list("status", "made", "done", "wrong")
    assert set(made) == {("applied", 2, 2, 0)}
    assert (Match.objects.count(), Session.objects.count()) == (2, 2)
    session = Session.objects.first()
    page = as_marion.get(reverse("mentoring:sessions-detail", args=[session.ref])).text
    assert "Brought in from another system" in page
    assert "Put something right" not in page


@pytest.mark.parametrize(("kind", "text"), [("matches", files.MATCHES), ("sessions", files.SESSIONS)])
def test_rows_of_history_that_cannot_come_in_go_out_again_as_they_came(as_marion, kind, text):
    answer = bring(as_marion, text, kind)

    assert "came in from this system" in as_marion.get(answer["Location"]).text
    out = as_marion.get(reverse("mentoring:imports-problems", args=[Import.objects.get().ref])).content.decode()
    bring(as_marion, out, kind)
    first, again = ([row["cells"] for row in one.read_rows()] for one in Import.objects.order_by("pk"))
    assert len(first) == 2
    assert again == first


def test_what_was_typed_beside_a_bad_file_is_kept(as_marion):
    answer = bring(as_marion, "key,match_key\n", "sessions", source="Our old case book")

    assert answer.status_code == 422
    assert "These columns are missing: started_at, setting, medium, happened." in answer.text
    assert "Our old case book" in answer.text
    assert WHY in answer.text


def test_people_whose_matches_came_in_later_are_not_taken_back(as_marion, marion):
    people = brought_in("people", files.PEOPLE, by=marion)
    brought_in("mentors", files.MENTORS, by=marion)
    brought_in("matches", files.MATCHES, by=marion)

    answer = as_marion.post(reverse("mentoring:imports-undo", args=[people.ref]), {"reason": "It was the wrong file"})

    assert answer.status_code == 422
    assert "Matches that came in later belong to these records." in answer.text


def test_the_rows_that_cannot_come_in_go_out_again(as_marion, brought):
    text = as_marion.get(reverse("mentoring:imports-problems", args=[brought.ref])).content.decode()

    assert "Cy" in text
    assert "Ada" not in text
    assert text.splitlines()[0].endswith(",problem")


def test_the_template_comes_back_without_a_complaint(as_marion):
    head = as_marion.get(reverse("mentoring:imports-template", args=["people"])).content.decode().strip()

    bring(as_marion, head + "\n1,Ada,,,,,Yorkshire\n")
    assert Import.objects.get().wrong == 0


def test_a_number_that_is_somebody_elses_is_left_out(as_marion, run_tasks, yorkshire):
    persons.add(preferred_name="Jo", team=yorkshire, prison_number="A1234BC", by=None, at=NOW)
    bring(as_marion, "key,preferred_name,prison_number,team\n1,Ada,A1234BC,Yorkshire\n")
    found = Import.objects.get()
    apply(as_marion, found)
    run_tasks()

    found.refresh_from_db()
    assert (found.made, found.wrong) == (0, 1)
    assert "already here" in found.read_rows()[0]["problems"][0]


def test_a_bad_file_is_said_beside_its_field(as_marion):
    answer = bring(as_marion, "name\n")

    assert answer.status_code == 422
    assert "These columns are missing: key, team" in answer.text


def test_a_reason_is_asked_for(as_marion):
    assert bring(as_marion, reason="").status_code == 422
    assert not Import.objects.exists()


@pytest.mark.parametrize("who", ["rosa", "nadia", "sam"])
def test_nobody_else_may(who, request, client, sign_in):
    own = sign_in(client, request.getfixturevalue(who))

    assert bring(own).status_code == 403


def test_the_same_file_twice_makes_no_doubles(as_marion, brought, run_tasks):
    bring(as_marion, source="old SYSTEM")
    again = Import.objects.latest("pk")
    apply(as_marion, again)
    run_tasks()

    again.refresh_from_db()
    assert (again.made, Person.objects.count()) == (0, 2)


def test_applying_twice_is_told(as_marion, brought):
    assert apply(as_marion, brought).status_code == 409


def test_a_worker_that_died_half_way_makes_no_doubles(as_marion, run_tasks, marion):
    bring(as_marion)
    found = Import.objects.get()
    apply(as_marion, found)
    imports.bring(brought=found, row=found.read_rows()[0], by=marion, at=NOW)

    run_tasks()

    assert Person.objects.count() == 2


def test_undoing_takes_everything_back(as_marion, brought):
    answer = as_marion.post(reverse("mentoring:imports-undo", args=[brought.ref]), {"reason": "It was the wrong file"})

    brought.refresh_from_db()
    assert answer.status_code == 302
    assert brought.status == "undone"
    assert not Person.objects.exists()
    assert not ImportedRow.objects.exists()


def test_undoing_takes_mentors_back_too(as_marion, run_tasks):
    bring(as_marion, MENTORS, "mentors")
    found = Import.objects.get()
    apply(as_marion, found)
    run_tasks()
    as_marion.post(reverse("mentoring:imports-undo", args=[found.ref]), {"reason": "It was the wrong file"})

    assert not Mentor.objects.exists()
    assert not Person.objects.exists()


def changed(person, by):
    persons.edit(person=person, seen=person.version, preferred_name="Adah", by=by, at=NOW)


def worried_about(person, by):
    concerns.raise_concern(key="k", worry="Worried", urgency="today", setting="community", about=person, by=by, at=NOW)


@pytest.mark.parametrize("touch", [changed, worried_about])
def test_what_was_changed_or_used_since_is_not_taken_back(as_marion, brought, marion, touch):
    touch(Person.objects.first(), marion)

    answer = as_marion.post(reverse("mentoring:imports-undo", args=[brought.ref]), {"reason": "It was the wrong file"})

    brought.refresh_from_db()
    assert answer.status_code == 422
    assert "One of its records has been changed or used since" in answer.text
    assert brought.status == "applied"
    assert Person.objects.count() == 2


def test_a_file_is_kept_sealed_and_for_a_day_only(as_marion, marion, now):
    bring(as_marion)
    with connection.cursor() as cursor:
        cursor.execute("SELECT rows, reason FROM mentoring_import")
        assert not any(word in str(cursor.fetchone()) for word in ("Ada", "Canary", "behind"))

    assert imports.let_go(by=None, at=now + timedelta(hours=23)) == 0
    assert imports.let_go(by=None, at=now + timedelta(hours=25)) == 1
    found = Import.objects.get()
    assert found.read_rows() == []
    with pytest.raises(NotAllowed, match="no longer kept"):
        imports.start(brought=found, by=marion, at=now)


def test_each_step_is_in_the_trail_with_its_reason(as_marion, brought):
    as_marion.post(reverse("mentoring:imports-undo", args=[brought.ref]), {"reason": "It was the wrong file"})

    trail = Event.objects.filter(subject_ref=brought.ref).order_by("pk").values_list("verb", "reason")
    assert [(verb.rsplit(".")[-1], reason) for verb, reason in trail] == [
        ("checked", WHY), ("started", ""), ("applied", ""), ("undone", "It was the wrong file"),
    ]  # fmt: skip
