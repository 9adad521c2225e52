"""Those of the cast whom only the matrix needs, one person for each role; and one of each thing that a URL names."""

from datetime import timedelta

import pytest
from django.template import Template
from django.test import Client

from accounts.actions import held_forms, invitations, users
from accounts.roles import Role
from mentoring.actions import drafts, sessions, tasks
from mentoring.actions.sessions import Details
from people.actions import concerns, contact_points, locations, permissions, persons
from places.actions import loading, posts
from tests.casefiles_support.fixtures_requests import crowd_of_requests
from tests.conftest import NOW, match_of, mentor_for
from tests.matrix import fixtures_sessions
from tests.matrix.doors import CAST
from tests.matrix.fixtures_assessing import *  # noqa: F403
from tests.matrix.fixtures_assessing import crowd_of_assessments
from tests.matrix.fixtures_care import *  # noqa: F403
from tests.matrix.fixtures_care import crowd_of_care
from tests.matrix.fixtures_certificates import *  # noqa: F403
from tests.matrix.fixtures_certificates import crowd_of_answer_sheets
from tests.matrix.fixtures_endings import *  # noqa: F403
from tests.matrix.fixtures_endings import crowd_of_endings
from tests.matrix.fixtures_files_after import crowd_of_erasures
from tests.matrix.fixtures_files_journeys import *  # noqa: F403
from tests.matrix.fixtures_files_journeys import crowd_of_journeys
from tests.matrix.fixtures_files_pages import *  # noqa: F403
from tests.matrix.fixtures_files_pages import crowd_of_files
from tests.matrix.fixtures_files_parcels import *  # noqa: F403
from tests.matrix.fixtures_files_parcels import crowd_of_waits
from tests.matrix.fixtures_files_today import crowd_of_today
from tests.matrix.fixtures_hand_overs import *  # noqa: F403
from tests.matrix.fixtures_hand_overs import crowd_of_hand_overs
from tests.matrix.fixtures_leading import *  # noqa: F403
from tests.matrix.fixtures_leading import crowd_of_learners
from tests.matrix.fixtures_learning import *  # noqa: F403
from tests.matrix.fixtures_learning import crowd_of_learning
from tests.matrix.fixtures_letters import *  # noqa: F403
from tests.matrix.fixtures_matching import *  # noqa: F403
from tests.matrix.fixtures_matching import crowd_of_referrals
from tests.matrix.fixtures_offline import *  # noqa: F403
from tests.matrix.fixtures_paper import *  # noqa: F403
from tests.matrix.fixtures_paper import crowd_of_paper
from tests.matrix.fixtures_places import *  # noqa: F403
from tests.matrix.fixtures_recruitment import *  # noqa: F403
from tests.matrix.fixtures_recruitment import more_applications
from tests.matrix.fixtures_stories import *  # noqa: F403
from tests.matrix.fixtures_texts import *  # noqa: F403
from tests.matrix.fixtures_texts import crowd_of_texts


@pytest.fixture(autouse=True)
def uncopied(monkeypatch):
    """While tests run Django copies the context of every template that is drawn, each question of a form among them.
    Nobody here asks for `answer.context`: pages are drawn as they are for people, and sooner.
    """
    monkeypatch.setattr(Template, "_render", lambda template, context: template.nodelist.render(context))


@pytest.fixture
def an_applicant(make_user):
    return make_user("ana", Role.APPLICANT, name="Ana")


@pytest.fixture
def another_mentor(make_user, wales):
    user = make_user("bryn", Role.PEER_MENTOR, name="Bryn")
    mentor_for(user, wales)
    return user


@pytest.fixture
def a_probation_officer(make_user):
    return make_user("paul", Role.PROBATION_STAFF, name="Paul")


@pytest.fixture
def a_lifelong_links_coordinator(make_user):
    return make_user("lily", Role.LIFELONG_LINKS, name="Lily")


@pytest.fixture
def an_editor(make_user):
    return make_user("edie", Role.EDITOR, name="Edie")


@pytest.fixture
def a_reviewer(make_user):
    return make_user("lee", Role.LIVED_EXPERIENCE, name="Lee")


@pytest.fixture
def a_funder(make_user):
    return make_user("fred", Role.FUNDER, name="Fred")


@pytest.fixture
def an_administrator(make_user):
    return make_user("ada", Role.ADMINISTRATOR, name="Ada")


@pytest.fixture
def deactivated(make_user):
    """A coordinator whose login was closed while she was signed in."""
    return make_user("gone", Role.COORDINATOR, Role.SAFEGUARDING_LEAD, name="Gone")


@pytest.fixture
def everybody(request, deactivated, now):
    """A client for each role, signed in just now: `everybody["funder"].get(url)`."""
    clients = {"anonymous": Client(), "deactivated": Client()}
    clients["deactivated"].force_login(deactivated)
    users.close_login(user=deactivated, reason="left", by=None, at=NOW)
    for role, name in CAST.items():
        clients[role] = client = Client()
        client.force_login(request.getfixturevalue(name))
        session = client.session
        session["account_authentication_methods"] = [{"method": "password", "at": now.timestamp()}]
        session.save()
    return clients


# ---------------------------------------------------------------- One of each thing


def talk(walk, by, leeds, now, key):
    """A session of yesterday."""
    said = Details(
        kind="one_to_one", setting="custody", medium="in_person", started_at=now - timedelta(days=1), happened=True,
        minutes=45, topics=["family"], what_we_did="Wrote to his sister", establishment=leeds,
    )  # fmt: skip
    return sessions.record(mentor=walk.mentor, details=said, marks={walk: "attended"}, key=key, by=by, at=now)


@pytest.fixture
def session(sam, match, leeds, now):
    return talk(match, sam, leeds, now, "k1")


@pytest.fixture
def draft(sam, now):
    return drafts.save(ref="0123456789ab", content={"what_we_did": "Not done yet"}, by=sam, at=now)


@pytest.fixture
def a_task(match, jo, yorkshire):
    return tasks.raise_task(key="t1", kind="match_after_move", team=yorkshire, person=jo, match=match,
                            due_on=NOW.date(), by=None, at=NOW)  # fmt: skip


@pytest.fixture
def concern(sam, match, jo):
    return concerns.raise_concern(
        key="k1", worry="He has stopped eating", urgency="today", setting="custody", about=jo, by=sam, at=NOW
    )


@pytest.fixture
def contact_point(jo, rosa):
    return contact_points.add(person=jo, kind="mobile", value="07700 900123", safe_to_use=False, by=rosa, at=NOW)


@pytest.fixture
def permission(jo, rosa, wales):
    """What Jo allowed and would rather not: something shared with a post that is not Dee's."""
    return permissions.give(person=jo, what="basics", partner=posts.add(place=wales, title="Chaplain", by=rosa, at=NOW),
                            how="spoken", by=rosa, at=NOW)  # fmt: skip


@pytest.fixture
def post(leeds, marion):
    return posts.add(place=leeds, title="Care leaver lead", by=marion, at=NOW)


@pytest.fixture
def posting(post, marion):
    return posts.appoint(post=post, holder_name="Pat", starts=NOW.date(), by=marion, at=NOW)


@pytest.fixture
def upload(marion):
    return loading.check(kind="councils", rows=[], by=marion, at=NOW)


@pytest.fixture
def invitation(rosa, now):
    return invitations.invite(display_name="New", roles={Role.PEER_MENTOR}, email="", by=rosa, at=now)[0]


@pytest.fixture
def held_form(rosa, now):
    return held_forms.keep(path="/desk/", fields=[("what", "Not lost")], by=rosa, at=now)


@pytest.fixture
def crowd(
    sam, dee, finn, match, rosa, yorkshire, leeds, make_user, a_module, dees_learner, now, hana, a_cohort, a_unit
):  # fmt: skip
    """`crowd(range(30))`: thirty more of whatever a list may show."""

    def crowd(numbers):
        for n in numbers:
            user = make_user(f"crowd{n}", Role.PEER_MENTOR)
            person = persons.add(preferred_name=f"Crowd {n}", family_name=f"Name {n}", team=yorkshire, by=rosa, at=NOW)
            locations.record(
                person=person, kind="custody", legal_state="sentenced", establishment=leeds, by=rosa, at=NOW
            )
            walk = match_of(mentor_for(user, yorkshire), person, at=NOW - timedelta(days=100))
            met = talk(walk, user, leeds, now, f"crowd{n}")
            crowd_of_endings(walk, user, now)
            crowd_of_paper(walk, rosa, n)
            crowd_of_answer_sheets(a_module, rosa, n)
            crowd_of_learning(dees_learner, a_module, n, now)
            crowd_of_care(met, walk.mentor, rosa, user, now, n)
            fixtures_sessions.more(n, walk=walk, team=yorkshire, leeds=leeds, rosa=rosa, sam=sam, now=now)
            crowd_of_referrals(person, dee, rosa, n)
            crowd_of_hand_overs(n)
            more_applications(yorkshire, rosa, [n])
            crowd_of_texts(walk, n, now)
            crowd_of_journeys(person, rosa, finn, n)
            crowd_of_requests(n)
            crowd_of_files(person, sam, finn)
            crowd_of_erasures(person, rosa)
            crowd_of_today(person, finn, rosa, now, n)
            talk(match, sam, leeds, now, f"sam{n}")
            concerns.raise_concern(
                key=f"crowd{n}", worry="Worried", urgency="today", setting="custody", about=person, by=sam, at=NOW
            )
            tasks.raise_task(
                key=f"crowd{n}",
                kind="match_after_move",
                team=yorkshire,
                person=person,
                due_on=NOW.date(),
                by=None,
                at=NOW,
            )
            crowd_of_waits(yorkshire, rosa, n)
            crowd_of_learners([n], leeds, hana, a_cohort)
            crowd_of_assessments(a_unit, rosa, n)
            post = posts.add(place=leeds, title=f"Post {n}", by=rosa, at=NOW)
            posts.appoint(post=post, holder_name=f"Pat {n}", starts=NOW.date(), by=rosa, at=NOW)
            invitations.invite(display_name=f"New {n}", roles={Role.PEER_MENTOR}, email="", by=rosa, at=now)
            held_forms.keep(path="/desk/", fields=[("what", f"Not lost {n}")], by=rosa, at=now)

    return crowd
