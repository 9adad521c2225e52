"""Asking, going on at their pace, stages, choices and people, as staff and the person see them."""

import pytest
from django.urls import reverse

from audit.models import Look
from casefiles_support.models import Checkpoint, Choice, Duty, Journey, Supporter
from common.refs import new_ref

pytestmark = pytest.mark.django_db


def url(name, *args):
    return reverse(f"casefiles_support:{name}", args=args)


@pytest.fixture
def as_finn(client, finn):
    client.force_login(finn)
    return client


@pytest.fixture
def as_jo(client, sign_in, make_user, jo, journey):
    """Jo signs in for themselves."""
    user = make_user("jo", name="Jo")
    type(jo).objects.filter(pk=jo.pk).update(login=user)
    return sign_in(client, user)


OFFER = {"in_private": "on", "outcome": "done", "on_0": "22", "on_1": "11", "on_2": "2026"}


def test_a_mentor_asks_the_person_they_are_matched_with(client, sam, match, jo):
    client.force_login(sam)
    page = client.get(url("offers-make", jo.ref))
    assert "They are yours to ask for" in page.content.decode()

    for _ in range(2):
        done = client.post(url("offers-make", jo.ref), OFFER | {"key": "0123456789ab"})

    assert done.status_code == 302
    assert Journey.objects.get().status == "talking"
    assert not Journey.objects.visible_to(sam).exists()


def test_an_offer_that_was_overheard_says_what_is_wrong_and_keeps_what_was_typed(client, rosa, jo):
    client.force_login(rosa)

    page = client.post(url("offers-make", jo.ref), {"outcome": "not_now", "on_0": "22", "on_1": "11", "on_2": "2026",
                                                    "words": "Ask me in spring"})  # fmt: skip

    assert page.status_code == 422
    assert "nobody can overhear" in page.content.decode()
    assert "Ask me in spring" in page.content.decode()
    assert not Journey.objects.exists()


def test_whoever_asks_is_not_told_that_something_is_under_way(client, rosa, journey, jo):
    client.force_login(rosa)

    page = client.get(url("offers-make", jo.ref)).content.decode()

    assert journey.ref not in page
    assert client.get(url("checkpoints-index", journey.ref)).status_code == 404


def test_the_person_page_leads_to_the_question(client, rosa, jo):
    client.force_login(rosa)

    assert url("offers-make", jo.ref) in client.get(reverse("people:persons-detail", args=[jo.ref])).content.decode()


def test_the_page_of_a_journey_leaves_a_look_and_names_nobody_in_its_title(as_finn, journey, jo):
    page = as_finn.get(url("checkpoints-index", journey.ref)).content.decode()

    assert "<title>Step by step" in page
    assert Look.objects.filter(verb="files.journey.opened", about_ref=jo.ref).count() == 1
    for loud in ("%", "progress", "badge", "tag--stop"):
        assert loud not in page.split("<main", 1)[1].split("</main>")[0]


def test_the_person_reads_their_own_and_no_look_is_kept_of_that(as_jo, journey, jo):
    page = as_jo.get(url("checkpoints-index", journey.ref))

    assert page.status_code == 200
    assert "Write down" not in page.content.decode()
    assert not Look.objects.filter(verb="files.journey.opened").exists()
    assert as_jo.post(url("steps-close", journey.ref), {"seen": 1}).status_code in (403, 404)


def test_the_person_pauses_and_goes_on_themselves(as_jo, journey):
    said = as_jo.post(url("pauses-pause", journey.ref), follow=True).content.decode()
    assert "clock keeps going" in said
    journey.refresh_from_db()
    assert journey.status == "paused_by_person"

    as_jo.post(url("pauses-resume", journey.ref))
    journey.refresh_from_db()
    assert journey.status == "talking"


def test_the_person_goes_ahead_anyway_in_their_own_words(as_jo, journey):
    page = as_jo.post(url("checkpoints-go_ahead", journey.ref, "C8"), {"words": "I am ready", "key": new_ref()})

    assert page.status_code == 302
    row = Checkpoint.objects.get(code="C8")
    assert (row.outcome, row.words) == ("went_ahead_anyway", "I am ready")


def test_the_person_ends_a_supporter_without_a_reason(as_jo, practitioner):
    page = as_jo.get(url("supporters-end", practitioner.ref)).content.decode()
    assert "<textarea" not in page

    as_jo.post(url("supporters-end", practitioner.ref))

    practitioner.refresh_from_db()
    assert practitioner.ended_at is not None


def test_a_step_shows_what_was_not_asked_yet(as_finn, journey):
    page = as_finn.post(url("steps-take", journey.ref), {"to": "planning", "seen": journey.version})

    assert page.status_code == 422
    assert "Talking it through" in page.content.decode()


def test_a_step_from_an_older_page_is_not_taken(as_finn, journey):
    page = as_finn.post(url("steps-take", journey.ref), {"to": "planning", "seen": journey.version + 5}, follow=True)

    assert "Somebody else was here first" in page.content.decode()
    journey.refresh_from_db()
    assert journey.status == "talking"


def test_a_stage_is_written_down_with_ticks_and_put_right(as_finn, journey):
    form = {"outcome": "done", "on_0": "22", "on_1": "11", "on_2": "2026", "person_present": "on", "key": new_ref(),
            "a_busy": ["court", "parole"], "a_reading": ["welsh"]}  # fmt: skip
    assert as_finn.post(url("checkpoints-record", journey.ref, "C1"), form).status_code == 302
    row = Checkpoint.objects.get(code="C1")
    assert row.answers == {"busy": ["court", "parole"], "reading": ["welsh"]}
    assert "Court; Parole" in as_finn.get(url("checkpoints-index", journey.ref)).content.decode()

    form = {k: v for k, v in form.items() if k != "a_busy"} | {"key": new_ref()}
    assert as_finn.post(url("checkpoints-correct", row.ref), form).status_code == 302
    assert Checkpoint.objects.standing(journey)["C1"].answers == {"reading": ["welsh"]}


@pytest.mark.parametrize(("name", "args"), [("checkpoints-record", ["C99"]), ("choices-choose", ["horoscope"]),
                                            ("supporters-name", ["warden"])])  # fmt: skip
def test_a_word_that_nobody_knows_is_no_page(as_finn, journey, name, args):
    assert as_finn.get(url(name, journey.ref, *args)).status_code == 404


def test_choices_are_made_taken_back_and_printed(as_jo, journey):
    as_jo.post(url("choices-choose", journey.ref, "who_opens"), {"value": "together", "key": new_ref()})
    day = {"value_0": "1", "value_1": "3", "value_2": "2027", "key": new_ref()}
    as_jo.post(url("choices-choose", journey.ref, "chosen_day"), day)

    paper = as_jo.get(url("choices-print", journey.ref)).content.decode()
    assert "We do, together" in paper
    assert "1 March 2027" in paper
    assert "Leeds" not in paper

    as_jo.post(url("choices-take_back", journey.ref, "who_opens"), {"key": new_ref()})
    assert set(Choice.objects.standing(journey)) == {"chosen_day"}


def test_a_supporter_is_named_from_those_who_are_trained_and_then_agreed_to(as_finn, journey, bea, wyn, rosa):
    page = as_finn.get(url("supporters-name", journey.ref, "back_up")).content.decode()
    assert "Bea" in page
    assert "Wyn" not in page
    assert "Rosa" not in page

    as_finn.post(url("supporters-name", journey.ref, "back_up"), {"login": bea.ref, "no_conflict": "on"})
    named = Supporter.objects.get(role="back_up")
    assert named.agreed_on is None
    agreed = as_finn.get(url("supporters-agree", named.ref))
    assert agreed.status_code == 200


def test_the_back_up_sees_a_name_and_steps_in(client, bea, back_up, journey):
    client.force_login(bea)
    assert client.get(url("checkpoints-index", journey.ref)).status_code == 404
    assert "Jo" in client.get(url("supporters-backing")).content.decode()

    client.post(url("supporters-step_in", back_up.ref), {"because": "Finn is ill"})

    assert client.get(url("checkpoints-index", journey.ref)).status_code == 200


def test_what_is_owed_is_listed_the_most_urgent_first(as_finn, journey, raised):
    raised(journey, kind="review_keeping", key="a")
    raised(journey, kind="holder_is_late", key="b")
    raised(journey, kind="answer_the_question", key="c")

    page = as_finn.get(url("duties-index")).content.decode()

    places = [page.index(words) for words in ("Answer the question", "They are late", "Look again at where it is kept")]
    assert places == sorted(places)


def test_what_is_done_by_recording_is_not_ticked_off(as_finn, journey, raised):
    owed, by_hand = raised(journey, kind="tell_it_is_here", key="a"), raised(journey, kind="hand_over", key="b")

    said = as_finn.post(url("duties-finish", owed.ref), follow=True).content.decode()
    as_finn.post(url("duties-finish", by_hand.ref))

    assert "by recording what it asks for" in said
    assert set(Duty.objects.filter(status="done").values_list("kind", flat=True)) == {"hand_over", "name_practitioner"}


@pytest.mark.parametrize("who", ["rosa", "gwen", "marion", "nadia", "wyn", "sam", "max_", "dee"])
def test_nobody_else_finds_a_journey(client, journey, request, who):
    client.force_login(request.getfixturevalue(who))

    for name in ("checkpoints-index", "choices-index", "supporters-index", "pauses-pause"):
        assert client.get(url(name, journey.ref)).status_code == 404


def test_a_mentor_beside_them_finds_no_page_of_the_journey_and_no_other_journey(client, journey, match, sam, finn):
    Supporter.objects.create(journey=journey, role="peer_mentor", mentor=match.mentor, no_conflict=True,
                             named_at=journey.opened_at, named_by=finn, agreed_on=journey.opened_at.date())  # fmt: skip
    client.force_login(sam)

    assert list(Journey.objects.alongside(sam)) == [journey]
    assert client.get(url("checkpoints-index", journey.ref)).status_code == 404
    assert client.get(url("duties-index")).status_code == 403
