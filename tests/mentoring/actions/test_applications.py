"""From interest to training: what each step does, and what it refuses."""

from dataclasses import replace

import pytest
from django.db import IntegrityError, connection, transaction

from accounts.actions import invitations
from accounts.actions.invitations import Acceptance
from audit.models import Event
from common.transitions import NotAllowed
from mentoring.actions import applications, decisions, interviews, mentors, references
from mentoring.models import Mentor, MentorApplication, RiskAssessment
from people.actions import locations, persons
from people.models import Person
from tests.conftest import NOW
from tests.factories import readiness
from tests.matrix.fixtures_recruitment import ANSWERS, CANARY, REFEREES, applied, asked, interested

Status = MentorApplication.Status


@pytest.fixture
def application(yorkshire, rosa):
    return applied(yorkshire, rosa)


def advance(application, by, seen=None):
    return applications.advance(application=application, seen=seen or application.status, by=by, at=NOW)


def talk(mentor, by):
    said = {"how": "in_person", "strengths": "Listens", "needs": "", "advice": "go_on", "key": f"talk-{mentor.ref}"}
    return interviews.record(mentor=mentor, held_on=NOW.date(), **said, by=by, at=NOW)


def to_training(application, by):
    """All the way to training, with everything that each step asks for."""
    mentor = application.mentor
    talk(mentor, by)
    advance(application, by)
    mentor.references.all().delete()
    readiness.ready(mentor)
    for _ in range(4):
        advance(application, by)
    return application


# ---------------------------------------------------------------- It works


def test_the_whole_way_from_interest_to_training(application, rosa):
    assert to_training(application, rosa).status == Status.TRAINING
    assert application.mentor.status == Mentor.Status.TRAINING


def test_interest_keeps_what_was_told_and_makes_no_person(yorkshire):
    people = Person.objects.count()

    told = interested(yorkshire)

    assert (told.status, told.name, told.source, told.told_by) == (Status.INTERESTED, "Kit", "web", None)
    assert Person.objects.count() == people


def test_interest_on_paper_says_who_keyed_it_and_where_they_are(yorkshire, rosa, leeds):
    told = interested(yorkshire, rosa, email="", establishment=leeds, sheet_code="MA-0042")

    assert (told.source, told.told_by, told.sheet_code) == ("paper", rosa, "MA-0042")


def test_to_be_asked_to_apply_makes_a_person_and_a_mentor_who_is_applying(yorkshire, rosa):
    invited = asked(yorkshire, rosa)

    assert invited.mentor.person.preferred_name == "Kit"
    assert (invited.mentor.status, invited.mentor.team) == (Mentor.Status.APPLYING, yorkshire)


def test_who_is_in_prison_is_a_person_in_prison_and_gets_no_login(yorkshire, rosa, leeds):
    invited = asked(yorkshire, rosa, email="", establishment=leeds)

    here = invited.mentor.person.locations.get(ended_on=None)
    assert (here.kind, here.establishment) == ("custody", leeds)
    with pytest.raises(NotAllowed, match="full member on paper"):
        mentors.invite_login(mentor=invited.mentor, email="", by=rosa, at=NOW)


def test_a_mentee_becomes_a_mentor_on_the_same_page(yorkshire, rosa, jo):
    invited = applications.invite(application=interested(yorkshire), known=jo, by=rosa, at=NOW)

    assert invited.mentor.person == jo


def test_an_application_keeps_its_answers_and_names_two_referees(application):
    application.refresh_from_db()

    assert (application.why, application.convictions, application.draft) == (ANSWERS.why, CANARY, "")
    assert [referee.name for referee in application.mentor.references.order_by("pk")] == ["Bel", "Ola"]


def test_what_is_half_written_is_kept_and_goes_when_it_is_sent(yorkshire, rosa):
    application = asked(yorkshire, rosa)
    for why in ("Because", "Because of Bel"):
        assert applications.keep(application=application, content={"why": [why]}, by=rosa, at=NOW)
    assert application.typed == {"why": ["Because of Bel"]}

    applications.submit(application=application, answers=ANSWERS, referees=REFEREES, by=rosa, at=NOW)
    assert not applications.keep(application=application, content={"why": ["Late"]}, by=rosa, at=NOW)
    application.refresh_from_db()
    assert (application.draft, application.status) == ("", Status.SUBMITTED)
    assert Event.objects.filter(verb="mentoring.application.begun").count() == 1


def test_nothing_that_was_told_lies_open_in_the_database(application):
    with connection.cursor() as cursor:
        cursor.execute("SELECT name, email, message, why, convictions FROM mentoring_mentorapplication")
        row = " ".join(cursor.fetchone())
    assert not any(word in row for word in ("Kit", "kit@", "help", "Somebody", "canary"))


def test_an_invited_login_is_linked_when_it_is_accepted(application, rosa):
    invitation, code = mentors.invite_login(mentor=application.mentor, email="", by=rosa, at=NOW)
    assert code
    chosen = Acceptance(display_name="Kit", username="kit", password="a long and lovely password")  # noqa: S106

    login = invitations.accept(invitation=invitation, chosen=chosen, by=None, at=NOW)

    application.mentor.person.refresh_from_db()
    assert application.mentor.person.login == login
    assert login.roles == {"applicant"}
    assert MentorApplication.objects.of_user(login).get() == application


def test_an_invitation_is_not_accepted_from_prison(application, rosa, leeds):
    invitation, _ = mentors.invite_login(mentor=application.mentor, email="", by=rosa, at=NOW)
    locations.record(person=application.mentor.person, kind="custody", establishment=leeds, by=rosa, at=NOW)
    chosen = Acceptance(display_name="Kit", username="kit", password="a long and lovely password")  # noqa: S106

    with pytest.raises(NotAllowed), transaction.atomic():
        invitations.accept(invitation=invitation, chosen=chosen, by=None, at=NOW)
    application.mentor.person.refresh_from_db()
    assert application.mentor.person.login is None


# ---------------------------------------------------------------- It refuses


def test_interest_needs_a_name_and_a_way_to_answer(yorkshire):
    with pytest.raises(NotAllowed, match="like to be called.*email address or a telephone"):
        interested(yorkshire, name=" ", email="")


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ({"why": " "}, "why you want to be a mentor"),
        ({"convictions_told": ""}, "A yes is no bar"),
        ({"convictions": " "}, "in your own words"),
    ],
)
def test_an_application_says_enough(yorkshire, rosa, said, words):
    with pytest.raises(NotAllowed, match=words):
        applications.submit(
            application=asked(yorkshire, rosa), answers=replace(ANSWERS, **said), referees=REFEREES, by=rosa, at=NOW
        )


def test_an_application_names_two_people(yorkshire, rosa):
    application = asked(yorkshire, rosa)
    with pytest.raises(NotAllowed, match="Name two people"):
        applications.submit(application=application, answers=ANSWERS, referees=REFEREES[:1], by=rosa, at=NOW)


def test_a_no_to_convictions_keeps_no_words_about_them(yorkshire, rosa):
    no = replace(ANSWERS, convictions_told="no", convictions="typed and then changed")
    application = applications.submit(
        application=asked(yorkshire, rosa), answers=no, referees=REFEREES, by=rosa, at=NOW
    )

    assert (application.convictions_told, application.convictions) == ("no", "")


def test_each_stage_asks_for_its_own(application, rosa, marion):
    mentor = application.mentor

    def refused(words):
        with pytest.raises(NotAllowed, match=words):
            advance(application, rosa)

    refused("write down the talk first")
    talk(mentor, rosa)
    advance(application, rosa)
    refused("Two accepted references")
    for reference in mentor.references.all():
        references.key_in(reference=reference, said={"how_long": "Long", "recommend": "Yes"}, by=rosa, at=NOW)
        references.judge(reference=reference, accepted=True, words="", by=rosa, at=NOW)
    advance(application, rosa)
    advance(application, rosa)
    refused("DBS check.*no risk assessment")
    readiness.dbs(mentor)
    readiness.risk(mentor, rosa, marion)
    RiskAssessment.objects.update(status="written", signed_by=None, signed_at=None)
    refused("second signature")
    RiskAssessment.objects.update(status="signed", signed_by=marion, signed_at=NOW)
    advance(application, rosa)
    refused("Choose a supervisor")
    mentors.supervise(mentor=mentor, supervisor=rosa, by=rosa, at=NOW)
    assert advance(application, rosa).status == Status.TRAINING


@pytest.mark.parametrize("seen", ["interested", "invited", "training", "approved", "declined", "nonsense", ""])
def test_the_button_takes_no_other_step(application, rosa, seen):
    with pytest.raises(NotAllowed, match="not the next step"):
        advance(application, rosa, seen=seen or "-")


def test_nobody_has_two_applications_under_way(application, yorkshire, rosa):
    again = interested(yorkshire, key="again")

    with pytest.raises(NotAllowed, match="under way already"):
        applications.invite(application=again, known=application.mentor.person, by=rosa, at=NOW)


def test_somebody_who_steps_back_may_come_again(application, yorkshire, rosa):
    decisions.withdraw(application=application, words="", by=rosa, at=NOW)
    again = interested(yorkshire, key="again")

    invited = applications.invite(application=again, known=application.mentor.person, by=rosa, at=NOW)
    assert invited.mentor == application.mentor


def test_a_draft_of_endless_length_is_not_kept(yorkshire, rosa):
    with pytest.raises(NotAllowed, match="too long to keep"):
        applications.keep(application=asked(yorkshire, rosa), content={"why": ["x" * 70_000]}, by=rosa, at=NOW)


def test_one_invitation_to_sign_in_waits_at_a_time(application, rosa):
    mentors.invite_login(mentor=application.mentor, email="", by=rosa, at=NOW)

    with pytest.raises(NotAllowed, match="waiting for them already"):
        mentors.invite_login(mentor=application.mentor, email="", by=rosa, at=NOW)


# ---------------------------------------------------------------- Strangers


def test_staff_see_their_teams_applications_and_nobody_their_own(application, rosa, gwen, marion, nadia, max_, dee):
    seen = MentorApplication.objects.visible_to
    assert [list(seen(user)) for user in (rosa, marion, nadia)] == [[application]] * 3
    assert [list(seen(user)) for user in (gwen, max_, dee)] == [[]] * 3

    persons.link_login(person=application.mentor.person, login=marion, by=rosa, at=NOW)
    assert list(seen(marion)) == []
    assert list(MentorApplication.objects.of_user(marion)) == [application]


# ---------------------------------------------------------------- Twice


def test_interest_sent_five_times_is_told_once(yorkshire):
    assert len({interested(yorkshire).pk for _ in range(5)}) == 1
    assert Event.objects.filter(verb="mentoring.application.interested").count() == 1


def test_a_key_that_somebody_else_used_tells_nothing_twice(yorkshire, rosa):
    interested(yorkshire)

    with pytest.raises(NotAllowed, match="sent already"):
        interested(yorkshire, rosa)


def test_an_application_sent_twice_is_sent_once(application, rosa):
    with pytest.raises(NotAllowed, match="already moved on"):
        applications.submit(application=application, answers=ANSWERS, referees=REFEREES, by=rosa, at=NOW)
    assert application.mentor.references.count() == 2


def test_two_clicks_on_one_button_are_one_step(application, rosa):
    talk(application.mentor, rosa)
    advance(application, rosa, seen="submitted")

    with pytest.raises(NotAllowed, match="already moved on"):
        advance(application, rosa, seen="submitted")
    assert application.status == Status.INTERVIEWED


# ---------------------------------------------------------------- The database holds to it too


@pytest.mark.parametrize(
    "columns",
    [
        {"status": "declined"},
        {"status": "approved"},
        {"status": "deferred", "look_again_on": None},
        {"status": "lost"},
        {"submitted_at": None},
        {"convictions_told": "no"},
    ],
)
def test_the_database_refuses_what_cannot_be(application, columns):
    with pytest.raises(IntegrityError), transaction.atomic():
        MentorApplication.objects.filter(pk=application.pk).update(**columns)
