import io
import re
from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone
from pypdf import PdfReader

from audit.models import Event, Look
from mentoring.actions import sheets, stacks
from mentoring.actions.stacks import Wanted
from mentoring.models import PaperSheet, Session
from people.actions import persons
from people.models import Concern, IdentificationEvent, Person

pytestmark = pytest.mark.django_db


def answers(match, leeds, **changes):
    """What stands on a sheet from an ordinary session."""
    day = timezone.localdate() - timedelta(days=9)
    sent = {
        "key": "abc123", "happened": "yes", "held_on_0": day.day, "held_on_1": day.month, "held_on_2": day.year,
        "held_at": "14:30", "minutes": "45", "planned": "yes", "setting": "custody", "establishment": leeds.pk,
        "medium": "in_person", f"mark_{match.ref}": "attended", "topics": ["family"],
        "what_we_did": "Wrote to his sister.", "written_on_0": day.day, "written_on_1": day.month,
        "written_on_2": day.year,
    }  # fmt: skip
    return sent | changes


@pytest.fixture
def as_rosa(client, sign_in, rosa):
    return sign_in(client, rosa)


@pytest.fixture
def print_(rosa, yorkshire):
    def act(count=1, key="s1", **wanted):
        wanted.setdefault("kind", "one_to_one")
        return stacks.print_(wanted=Wanted(team=yorkshire, **wanted), count=count, key=key, by=rosa, at=timezone.now())

    return act


@pytest.fixture
def sheet(print_, match, leeds):
    return print_(match=match, establishment=leeds)[0]


@pytest.fixture
def key_url(sheet):
    return reverse("mentoring:sheets-key", args=[sheet.ref])


def text_of(answer) -> str:
    reader = PdfReader(io.BytesIO(b"".join(answer.streaming_content)))
    return "\n".join(page.extract_text() for page in reader.pages)


# ---------------------------------------------------------------- Printing


def test_print_for_a_match_leads_to_a_pdf_with_first_names_and_codes(as_rosa, match, jo):
    url = reverse("mentoring:stacks-print_for", args=[match.ref])
    stack = as_rosa.post(url, {"key": "s1", "kind": "one_to_one", "count": "2"}, follow=True)
    pdf = as_rosa.get(reverse("mentoring:stacks-paper", args=["s1"]))

    assert pdf["Content-Type"] == "application/pdf"
    assert pdf["X-Content-Type-Options"] == "nosniff"
    assert re.fullmatch(r'inline; filename="sheets-[\d-]+\.pdf"', pdf["Content-Disposition"])
    said = text_of(pdf)
    for printed in PaperSheet.objects.all():
        assert printed.code_in_fours in said
        assert printed.code_in_fours in stack.text
    assert "With (first name): Jo" in said
    assert "Mentor’s first name: Sam" in said
    for kept_back in ("Canary", jo.ref, "sentence", "http", "entenced"):
        assert kept_back not in said


def test_a_name_is_printed_and_never_run(as_rosa, sheet, jo):
    Person.objects.filter(pk=jo.pk).update(preferred_name='#eval("1+1") $x$')

    said = text_of(as_rosa.get(reverse("mentoring:stacks-paper", args=["s1"])))

    assert '#eval("1+1") $x$' in re.sub(r"\s+", " ", said).replace("# eval", "#eval")


def test_the_questions_on_the_sheet_are_those_of_the_screen_in_the_same_order(as_rosa, sheet, key_url):
    form = as_rosa.get(key_url).context["form"]
    said = re.sub(r"\s+", " ", text_of(as_rosa.get(reverse("mentoring:stacks-paper", args=["s1"]))))

    left_out = form.paper_leaves_out | {"establishment"}
    asked = [form.paper_words.get(f.name, f.label) for f in form.visible_fields() if f.name not in left_out]
    places = [said.index(words) for words in asked]
    assert places == sorted(places)
    assert len(asked) >= 15


def test_large_print_is_the_answer_where_the_mentor_needs_it(as_rosa, match):
    Person.objects.filter(pk=match.mentor.person_id).update(needs=["large_print"])

    form = as_rosa.get(reverse("mentoring:stacks-print_for", args=[match.ref])).context["form"]

    assert form.initial["large_print"] is True


def test_a_blank_stack_is_for_a_team_of_theirs(as_rosa, yorkshire, wales):
    url = reverse("mentoring:stacks-print")
    blank = {"key": "s2", "kind": "one_to_one", "count": "5"}

    refused = as_rosa.post(url, blank | {"team": wales.ref})
    as_rosa.post(url, blank | {"team": yorkshire.ref})

    assert refused.status_code == 422
    assert PaperSheet.objects.filter(team=yorkshire, match=None).count() == 5


def test_a_stack_may_carry_two_names_and_no_others(as_rosa, yorkshire, match, wales, leeds):
    url = reverse("mentoring:stacks-print")
    sent = {"key": "s2", "kind": "one_to_one", "count": "2", "team": yorkshire.ref, "match": match.ref}

    register = as_rosa.post(url, sent | {"kind": "group_register"})
    stranger = as_rosa.post(url, sent | {"match": "0" * 12})
    as_rosa.post(url, sent)

    assert register.status_code == stranger.status_code == 422
    assert {(sheet.match, sheet.establishment) for sheet in PaperSheet.objects.all()} == {(match, leeds)}


def test_a_register_carries_the_first_names_of_the_mentors_people(as_rosa, print_, match):
    print_(kind="group_register", mentor=match.mentor, group="Tuesday circle", key="s3")

    said = text_of(as_rosa.get(reverse("mentoring:stacks-paper", args=["s3"])))

    for words in ("Tuesday circle", "Jo", "Came late", "Did not come"):
        assert words in said


@pytest.mark.parametrize("count", ["", "0", "51", "nonsense", "9" * 40])
def test_print_says_what_is_wrong(as_rosa, match, count):
    answer = as_rosa.post(
        reverse("mentoring:stacks-print_for", args=[match.ref]), {"key": "s1", "kind": "one_to_one", "count": count}
    )

    assert answer.status_code == 422
    assert not PaperSheet.objects.exists()


def test_what_was_typed_in_or_cancelled_is_not_printed_again(as_rosa, print_, match, rosa):
    made = print_(count=2, match=match)
    sheets.void(sheet=made[0], reason="Spoilt", by=rosa, at=timezone.now())
    url = reverse("mentoring:stacks-paper", args=["s1"])

    assert made[0].code_in_fours not in text_of(as_rosa.get(url))
    sheets.void(sheet=made[1], reason="Spoilt", by=rosa, at=timezone.now())
    assert as_rosa.get(url).status_code == 404


# ---------------------------------------------------------------- Finding


def test_find_reads_a_code_however_it_is_typed_and_keeps_it_out_of_the_address(as_rosa, sheet, key_url):
    answer = as_rosa.post(reverse("mentoring:sheets-find"), {"code": f" {sheet.code_in_fours.lower()} "})

    assert (answer.status_code, answer["Location"]) == (302, key_url)


@pytest.mark.parametrize("typed", ["", "ABC", "0000-0000", "1111-1112", "ß" * 40, "x" * 5_000])
def test_find_says_what_is_wrong(as_rosa, typed):
    assert as_rosa.post(reverse("mentoring:sheets-find"), {"code": typed}).status_code == 422


def test_find_knows_no_sheet_of_another_team(client, sign_in, gwen, sheet):
    answer = sign_in(client, gwen).post(reverse("mentoring:sheets-find"), {"code": sheet.code})

    assert answer.status_code == 422
    assert "no sheet of your team" in answer.text


# ---------------------------------------------------------------- Typing in


def test_key_makes_the_session_and_shows_all_three_times(as_rosa, sheet, key_url, match, leeds):
    answer = as_rosa.post(key_url, answers(match, leeds), follow=True)

    session = Session.objects.get()
    assert (session.sheet, session.mentor, session.minutes) == (sheet, match.mentor, 45)
    assert "Wrote to his sister." in answer.text
    assert "Written on paper" in answer.text
    assert "Typed in" in answer.text


def test_key_knows_the_prison_from_the_sheet_and_nothing_else(as_rosa, key_url, leeds):
    assert as_rosa.get(key_url).context["form"].initial == {"setting": "custody", "establishment": leeds}


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"minutes": ""}, "Enter how long you were together"),
        ({"written_on_0": ""}, "The date needs a day"),
        ({"written_on_2": "2020"}, "cannot have been written before"),
        ({"happened": "no"}, "Choose why it did not happen"),
        ({"worried": "on"}, "Tell us what worries you"),
    ],
)
def test_key_says_what_is_wrong_and_keeps_what_was_typed(as_rosa, key_url, match, leeds, changes, sentence):
    answer = as_rosa.post(key_url, answers(match, leeds, **changes))

    assert answer.status_code == 422
    assert sentence in answer.text
    assert "Wrote to his sister." in answer.text
    assert not Session.objects.exists()


def test_a_blank_sheet_asks_whose_it_is(as_rosa, print_, match, leeds):
    blank = print_()[0]
    url = reverse("mentoring:sheets-key", args=[blank.ref])

    assert "Jo, with Sam" in as_rosa.get(url).text
    there = as_rosa.post(url, {"who": match.ref})["Location"]
    as_rosa.post(there, answers(match, leeds))

    assert Session.objects.get().sheet == blank


def test_a_register_becomes_a_session_with_everybody_on_it(as_rosa, print_, match, leeds):
    register = print_(kind="group_register", mentor=match.mentor)[0]

    said = answers(match, leeds, **{f"mark_{match.person.ref}": "attended"})
    as_rosa.post(reverse("mentoring:sheets-key", args=[register.ref]), said)

    session = Session.objects.get()
    assert (session.kind, session.sheet) == ("group", register)
    assert [mark.match for mark in session.attendance.all()] == [match]


def test_a_worry_on_paper_becomes_a_concern(as_rosa, key_url, match, leeds, jo):
    as_rosa.post(key_url, answers(match, leeds, worried="on", worry="He was shaking.", worry_urgency="now"))

    assert Concern.objects.get().about == jo


def test_the_same_sheet_again_shows_the_record_beside_what_was_typed(as_rosa, key_url, match, leeds):
    as_rosa.post(key_url, answers(match, leeds))

    opened = as_rosa.get(key_url)
    sent = as_rosa.post(key_url, answers(match, leeds, key="other1", minutes="77"))

    assert opened.status_code == sent.status_code == 409
    assert "typed in already" in opened.text
    assert reverse("mentoring:sessions-detail", args=[Session.objects.get().ref]) in opened.text
    assert Session.objects.count() == 1


def test_whoever_comes_second_sees_both(as_rosa, key_url, sheet, match, leeds, monkeypatch):
    """Both had the form open: the second one's answers stand beside the record."""
    as_rosa.post(key_url, answers(match, leeds))
    session = Session.objects.get()
    waiting = PaperSheet.objects.get(pk=sheet.pk)
    waiting.status = "printed"
    monkeypatch.setattr("mentoring.loading.sheet", lambda **asked: waiting)

    late = as_rosa.post(key_url, answers(match, leeds, key="other1", minutes="77", what_we_did="Played chess."))

    assert late.status_code == 409
    for said in ("45", "77", "Wrote to his sister.", "Played chess.", session.ref):
        assert said in late.text
    assert Session.objects.count() == 1


def test_the_same_form_sent_twice_leads_to_the_one_session(as_rosa, key_url, sheet, match, leeds, monkeypatch):
    first = as_rosa.post(key_url, answers(match, leeds))
    waiting = PaperSheet.objects.get(pk=sheet.pk)
    waiting.status = "printed"
    monkeypatch.setattr("mentoring.loading.sheet", lambda **asked: waiting)

    assert as_rosa.post(key_url, answers(match, leeds))["Location"] == first["Location"]


def test_who_typed_it_in_may_put_a_slip_right(as_rosa, key_url, match, leeds):
    as_rosa.post(key_url, answers(match, leeds))

    answer = as_rosa.get(reverse("mentoring:sessions-correct", args=[Session.objects.get().ref]))

    assert answer.status_code == 200


def test_void_asks_why(as_rosa, sheet):
    url = reverse("mentoring:sheets-void", args=[sheet.ref])

    assert as_rosa.post(url, {"reason": ""}).status_code == 422
    as_rosa.post(url, {"reason": "Spoilt"})

    assert as_rosa.get(reverse("mentoring:sheets-key", args=[sheet.ref])).status_code == 409


# ---------------------------------------------------------------- Strangers and the trail


@pytest.mark.parametrize("who", ["gwen", "sam", "nadia", "dee", "priya", "max_", "alex"])
@pytest.mark.parametrize("door", ["sheets-detail", "sheets-key", "sheets-void"])
def test_a_mentor_and_a_stranger_type_nothing_in(sheet, client, sign_in, request, who, door):
    answer = sign_in(client, request.getfixturevalue(who)).get(reverse(f"mentoring:{door}", args=[sheet.ref]))

    assert answer.status_code in (403, 404)
    assert sheet.code_in_fours not in answer.text


def test_a_blank_sheet_offers_nobody_of_another_team(as_rosa, print_, match, wales):
    other = persons.add(preferred_name="Elsewhere", team=wales, by=None, at=timezone.now())
    match.person.__class__.objects.filter(pk=other.pk).update(team=wales)
    blank = print_()[0]

    assert as_rosa.get(reverse("mentoring:sheets-key_for", args=[blank.ref, "0" * 12])).status_code == 404
    assert "Elsewhere" not in as_rosa.get(reverse("mentoring:sheets-key", args=[blank.ref])).text


def test_opening_a_sheet_leaves_a_look_at_the_person(as_rosa, sheet, jo):
    as_rosa.get(reverse("mentoring:stacks-paper", args=["s1"]))

    assert Look.objects.filter(verb="mentoring.sheet.opened", about_ref=jo.ref).exists()


def test_the_list_shows_what_became_of_each(as_rosa, print_, match, rosa):
    made = print_(count=2, match=match)
    sheets.void(sheet=made[0], reason="Spoilt", by=rosa, at=timezone.now())

    text = as_rosa.get(reverse("mentoring:sheets-index")).text
    waiting = as_rosa.get(reverse("mentoring:sheets-index") + "?status=printed").context["listing"].refs

    assert "Cancelled" in text
    assert waiting == [made[1].ref]


# ---------------------------------------------------------------- How long it takes


def test_delays_are_a_chart_a_table_and_a_file(as_rosa, key_url, match, leeds):
    as_rosa.post(key_url, answers(match, leeds))
    url = reverse("mentoring:sheets-delays")

    page = as_rosa.get(url).text
    file = as_rosa.get(url + "?days=30&format=csv")

    for words in ("HMP Leeds", "6 to 14 days", "<svg"):
        assert words in page
    said = b"".join(file.streaming_content).decode("utf-8-sig").splitlines()
    assert said[0] == (
        "Prison,0 to 3 days,4 to 5 days,6 to 14 days,15 to 30 days,1 to 3 months,More than 3 months,All,Middle (days)"
    )
    assert said[1] == "HMP Leeds,0,0,1,0,0,0,1,9"
    assert Event.objects.get(verb="mentoring.sheet.delays_exported").detail == {"rows": 1, "days": 30}


@pytest.mark.parametrize("days", ["", "nonsense", "-1", "9" * 40])
def test_delays_of_no_time_that_we_know_are_refused_or_of_a_year(as_rosa, days):
    assert as_rosa.get(reverse("mentoring:sheets-delays"), {"days": days}).status_code in (200, 422)


# ---------------------------------------------------------------- A question asked


def asked(**changes):
    today = timezone.localdate()
    later = today + timedelta(days=40)
    sent = {
        "key": "abc123", "asked_on_0": today.day, "asked_on_1": today.month, "asked_on_2": today.year,
        "stage": "induction", "asked_by_role": "peer", "wording": "peer_1", "answer": "unsure",
        "next_ask_on_0": later.day, "next_ask_on_1": later.month, "next_ask_on_2": later.year,
    }  # fmt: skip
    return sent | changes


def test_a_question_asked_becomes_one_asking(as_rosa, print_, match, jo):
    sheet = print_(kind="identification", match=match)[0]
    url = reverse("mentoring:sheets-key", args=[sheet.ref])

    refused = as_rosa.post(url, asked(next_ask_on_0=""))
    answer = as_rosa.post(url, asked())
    again = as_rosa.post(url, asked(key="other1", answer="yes"))

    assert refused.status_code == 422
    assert answer["Location"] == reverse("people:persons-detail", args=[jo.ref])
    event = IdentificationEvent.objects.get()
    assert (event.answer, event.sheet, event.person) == ("unsure", sheet, jo)
    assert again.status_code == 409


def test_a_blank_question_asks_whose_it_is(as_rosa, print_, jo):
    sheet = print_(kind="identification")[0]
    url = reverse("mentoring:sheets-key", args=[sheet.ref])

    there = as_rosa.post(url, {"who": jo.ref})["Location"]
    as_rosa.post(there, asked())

    assert IdentificationEvent.objects.get().person == jo


def test_a_question_on_paper_leaves_no_room_for_what_must_not_travel(as_rosa, print_, match):
    print_(kind="identification", match=match, key="s4")

    said = text_of(as_rosa.get(reverse("mentoring:stacks-paper", args=["s4"])))

    assert "How was it put?" in said
    for kept_back in ("holds them back", "What they told", "council confirmed"):
        assert kept_back not in said
