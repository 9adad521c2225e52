import re
from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from audit.models import Event, Look
from mentoring.actions import matches
from mentoring.models import Correction, Draft, Match, Session
from people.models import Concern

pytestmark = pytest.mark.django_db


def answers(match, leeds, **changes):
    """What a mentor sends after an ordinary session."""
    day = timezone.localdate() - timedelta(days=1)
    sent = {
        "key": "abc123",
        "held_on_0": day.day,
        "held_on_1": day.month,
        "held_on_2": day.year,
        "held_at": "2.30pm",
        "planned": "yes",
        "setting": "custody",
        "establishment": leeds.pk,
        "medium": "in_person",
        "happened": "yes",
        f"mark_{match.ref}": "attended",
        "minutes": "45",
        "topics": ["family", "housing"],
        "what_we_did": "Wrote to his sister.",
        "their_words": "",
        "next_step": "Same time next week.",
    }
    return sent | changes


@pytest.fixture
def as_sam(client, sign_in, sam):
    return sign_in(client, sam)


@pytest.fixture
def form_url(match):
    return reverse("mentoring:sessions-log_with", args=[match.ref])


@pytest.fixture
def session(as_sam, form_url, match, leeds) -> Session:
    as_sam.post(form_url, answers(match, leeds))
    return Session.objects.get()


def test_log_offers_the_mentors_own_people(as_sam, match):
    assert "Jo" in as_sam.get(reverse("mentoring:sessions-log")).text


def test_log_knows_the_day_and_the_prison_already(as_sam, form_url, leeds):
    form = as_sam.get(form_url).context["form"]

    assert form.initial["establishment"] == leeds
    assert form.initial["setting"] == "custody"
    assert form.initial["held_on"] == timezone.localdate()


def test_log_makes_a_session_and_shows_it(as_sam, form_url, match, leeds):
    response = as_sam.post(form_url, answers(match, leeds), follow=True)

    session = Session.objects.get()
    assert response.redirect_chain[-1][0] == reverse("mentoring:sessions-detail", args=[session.ref])
    assert (session.minutes, session.topics, session.establishment) == (45, ["family", "housing"], leeds)
    assert "Wrote to his sister." in response.text


def test_log_sent_five_times_makes_one_session(as_sam, form_url, match, leeds):
    for _ in range(5):
        as_sam.post(form_url, answers(match, leeds))

    assert Session.objects.count() == 1


def test_log_asks_twelve_things_at_most_on_an_ordinary_day(as_sam, form_url):
    """Counted as a mentor meets them: what has no answer yet and is asked when the session happened, and the button."""
    form = as_sam.get(form_url).context["form"]
    put_away = {"planned_on", "planned_at", "cause", "cause_note", "where", "worry", "worry_urgency"}
    asked = [
        name
        for name in form.fields
        if name not in put_away and form.initial.get(name, form.fields[name].initial) in (None, "")
    ]

    assert asked == ["held_at", "minutes", "topics", "what_we_did", "their_words", "next_step", "worried"]
    assert len(asked) + 1 <= 12


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"minutes": ""}, "Enter how long you were together"),
        ({"minutes": "9999"}, "600 minutes or less"),
        ({"held_on_1": "13"}, "month"),
        ({"held_on_2": "99999"}, ""),
        ({"held_at": "half past"}, ""),
        ({"setting": "the moon"}, ""),
        ({"establishment": "999999"}, ""),
        ({"happened": "no"}, "Choose why it did not happen"),
        ({"happened": ""}, "Choose yes or no"),
        ({"worried": "on"}, "Tell us what worries you"),
        ({"planned": "moved"}, "Enter the day you had planned"),
        ({"what_we_did": "x" * 5001}, "1 character too long"),
        ({"topics": ["nonsense"]}, ""),
    ],
)
def test_log_says_what_is_wrong_and_keeps_what_was_typed(as_sam, form_url, match, leeds, changes, sentence):
    response = as_sam.post(form_url, answers(match, leeds, **changes))

    assert response.status_code == 422
    assert sentence in response.text
    assert "Same time next week." in response.text
    assert "<title>Error: " in response.text.replace("\n", "").replace("  ", "")
    assert not Session.objects.exists()


def test_log_refuses_tomorrow(as_sam, form_url, match, leeds):
    day = timezone.localdate() + timedelta(days=1)
    later = {"held_on_0": day.day, "held_on_1": day.month, "held_on_2": day.year}

    response = as_sam.post(form_url, answers(match, leeds, **later))

    assert response.status_code == 422
    assert "has not started yet" in response.text


def test_log_of_a_lockdown_asks_for_no_minutes(as_sam, form_url, match, leeds):
    as_sam.post(form_url, answers(match, leeds, happened="no", cause="prison_security", minutes="nonsense"))

    session = Session.objects.get()
    assert (session.happened, session.cause, session.minutes) == (False, "prison_security", None)
    assert session.what_we_did == ""


def test_log_with_a_worry_raises_a_concern(as_sam, form_url, match, leeds, jo):
    worry = {"worried": "on", "worry": "He was shaking.", "worry_urgency": "now"}
    as_sam.post(form_url, answers(match, leeds, **worry))

    assert Concern.objects.get().about == jo


def test_a_draft_is_kept_and_given_back_as_it_was(as_sam, form_url, match, leeds):
    typed = answers(match, leeds, minutes="abc", what_we_did="Half a sent", held_on_1="77")
    saved = as_sam.post(reverse("mentoring:drafts-save", args=["abc123"]), typed)

    page = as_sam.get(f"{form_url}?draft=abc123")

    assert saved.json()["saved"]
    assert "Half a sent" in page.text
    assert 'value="abc"' in page.text
    assert 'value="77"' in page.text
    assert page.status_code == 200


def test_finish_later_needs_no_script(as_sam, form_url, match, leeds):
    response = as_sam.post(form_url, answers(match, leeds, draft="1", minutes=""), follow=True)

    assert "Half written" in response.text
    assert Draft.objects.count() == 1
    assert not Session.objects.exists()


def test_a_late_save_does_not_bring_a_sent_form_back(as_sam, form_url, match, leeds):
    as_sam.post(form_url, answers(match, leeds))

    as_sam.post(reverse("mentoring:drafts-save", args=["abc123"]), answers(match, leeds))

    assert not Draft.objects.exists()


def test_nobody_reads_anybody_elses_draft(as_sam, form_url, match, leeds, client, sign_in, alex):
    as_sam.post(reverse("mentoring:drafts-save", args=["abc123"]), answers(match, leeds, what_we_did="Mine alone"))

    as_alex = sign_in(client, alex)
    assert as_alex.get(reverse("mentoring:drafts-discard", args=["abc123"])).status_code == 404
    assert as_alex.post(reverse("mentoring:drafts-save", args=["abc123"]), {"x": "y"}).status_code == 422


def test_detail_leaves_a_look_at_the_person(session, as_sam, jo):
    as_sam.get(reverse("mentoring:sessions-detail", args=[session.ref]))

    look = Look.objects.filter(verb="mentoring.session.opened").latest("pk")
    assert (look.actor_name, look.about_ref) == ("Sam", jo.ref)


def test_a_coordinator_sees_it_and_the_record_shows_who_looked(session, client, sign_in, rosa, jo):
    page = sign_in(client, rosa).get(reverse("mentoring:sessions-detail", args=[session.ref]))

    assert "Wrote to his sister." in page.text
    assert Look.objects.filter(actor_name="Rosa", about_ref=jo.ref).exists()


@pytest.mark.parametrize("who", ["gwen", "dee", "priya", "max_", "alex"])
@pytest.mark.parametrize("door", ["detail", "correct", "add"])
def test_a_stranger_is_told_nothing(session, client, sign_in, request, who, door):
    response = sign_in(client, request.getfixturevalue(who)).get(
        reverse(f"mentoring:sessions-{door}", args=[session.ref])
    )

    assert response.status_code in (403, 404)
    assert not re.search(r"\bJo\b", response.text)
    assert not Look.objects.exclude(actor_name="Sam").filter(about_ref__gt="").exists()


def test_a_mentor_loses_sight_of_it_when_the_match_ends(session, as_sam, match):
    matches.end(match=Match.objects.get(), reason="", by=None, at=timezone.now())

    assert as_sam.get(reverse("mentoring:sessions-detail", args=[session.ref])).status_code == 404


def test_titles_name_nobody(session, as_sam, form_url):
    for url in (form_url, reverse("mentoring:sessions-detail", args=[session.ref])):
        text = as_sam.get(url).text
        title = text[text.index("<title>") : text.index("</title>")]
        assert not re.search(r"\bJo\b", title)


def test_correct_keeps_history_and_says_so(session, as_sam, match, leeds):
    url = reverse("mentoring:sessions-correct", args=[session.ref])
    as_sam.post(url, answers(match, leeds, minutes="50", reason="My diary says so", version=1))

    page = as_sam.get(reverse("mentoring:sessions-detail", args=[session.ref]))
    assert "50 minutes" in page.text
    assert "My diary says so" in page.text
    assert Correction.objects.get().fields == ["minutes"]


def test_correct_shows_both_versions_when_somebody_was_first(session, as_sam, match, leeds):
    url = reverse("mentoring:sessions-correct", args=[session.ref])
    as_sam.post(url, answers(match, leeds, minutes="50", reason="first", version=1))

    late = as_sam.post(url, answers(match, leeds, minutes="77", reason="second", version=1))

    assert late.status_code == 409
    assert "50" in late.text
    assert "77" in late.text


def test_correct_is_for_the_one_who_wrote_it(session, client, sign_in, rosa):
    response = sign_in(client, rosa).get(reverse("mentoring:sessions-correct", args=[session.ref]))

    assert response.status_code == 403


def test_after_fourteen_days_it_can_only_be_added_to(session, as_sam, match, leeds):
    Session.objects.update(recorded_at=timezone.now() - timedelta(days=15))
    page = as_sam.get(reverse("mentoring:sessions-detail", args=[session.ref]))
    assert "Put something right" not in page.text

    sent = answers(match, leeds, minutes="50", reason="late", version=1)
    refused = as_sam.post(reverse("mentoring:sessions-correct", args=[session.ref]), sent)
    added = as_sam.post(
        reverse("mentoring:sessions-add", args=[session.ref]), {"text": "He got it.", "key": "k"}, follow=True
    )

    assert refused.status_code == 422
    assert "add to it instead" in refused.text
    assert "He got it." in added.text


def test_the_list_finds_by_name_without_putting_it_in_the_address(session, client, sign_in, rosa):
    as_rosa = sign_in(client, rosa)
    url = reverse("mentoring:sessions-index")

    found = as_rosa.post(url, {"words": "Canary"})
    assert found.status_code == 303
    assert "anary" not in found["Location"]
    assert as_rosa.get(found["Location"]).context["listing"].refs == [session.ref]

    assert as_rosa.get(as_rosa.post(url, {"words": "Nobody"})["Location"]).context["listing"].refs == []


def test_the_list_leaves_a_look_with_what_was_shown(session, client, sign_in, rosa):
    sign_in(client, rosa).get(reverse("mentoring:sessions-index"))

    assert Look.objects.get(verb="mentoring.session.listed").detail == {"shown": [session.ref]}


def test_a_file_needs_a_reason_and_leaves_a_sentence(session, client, sign_in, marion):
    url = reverse("mentoring:sessions-index") + "?format=csv"
    as_marion = sign_in(client, marion)

    assert as_marion.get(url).status_code == 200
    assert "Why do you need this?" in as_marion.get(url).text
    file = as_marion.post(url, {"reason": "For the board in December"})

    text = b"".join(file.streaming_content).decode()
    assert "HMP Leeds" in text
    for private in ("Canary", "Wrote to his sister"):
        assert private not in text
    event = Event.objects.get(verb="mentoring.session.exported")
    assert (event.reason, event.detail) == ("For the board in December", {"rows": 1})


def test_a_coordinator_may_not_take_a_file_away(session, client, sign_in, rosa):
    assert sign_in(client, rosa).get(reverse("mentoring:sessions-index") + "?format=csv").status_code == 403
