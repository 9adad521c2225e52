"""Paper that is printed: what each kind of sheet says, and what stands on its outside."""

import io
import re
from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone
from pypdf import PdfReader

from mentoring import printing
from mentoring.actions import groups, stacks
from mentoring.actions.stacks import Wanted
from mentoring.forms.interests import SheetInterestForm
from mentoring.forms.sheets import PaperReferralForm
from mentoring.models import PaperSheet
from mentoring.printing_words import SAYING_YES, WHAT_NEXT
from people.actions import persons

pytestmark = pytest.mark.django_db
FORMS = {"referral": PaperReferralForm, "interest": SheetInterestForm}


@pytest.fixture
def as_rosa(client, sign_in, rosa):
    return sign_in(client, rosa)


@pytest.fixture
def print_(rosa, yorkshire):
    def act(kind, count=1, key="s1", **wanted):
        wanted = Wanted(kind=kind, team=yorkshire, **wanted)
        return stacks.print_(wanted=wanted, count=count, key=key, by=rosa, at=timezone.now())

    return act


def reader_of(answer) -> PdfReader:
    return PdfReader(io.BytesIO(b"".join(answer.streaming_content)))


def words(text: str) -> str:
    return re.sub(r"\s+", " ", text)


def said_by(reader: PdfReader) -> str:
    return words("\n".join(page.extract_text() for page in reader.pages))


# ---------------------------------------------------------------- Referral and interest


@pytest.mark.parametrize("kind", ["referral", "interest"])
@pytest.mark.parametrize("large", [False, True])
@pytest.mark.parametrize("inside", [False, True])
def test_it_asks_what_the_screen_asks_in_the_same_order_and_says_what_comes_next(
    as_rosa, print_, leeds, kind, large, inside
):
    sheet = print_(kind, large_print=large, establishment=leeds if inside else None)[0]
    said = said_by(reader_of(as_rosa.get(reverse("mentoring:stacks-paper", args=["s1"]))))

    form = as_rosa.get(reverse("mentoring:sheets-key", args=[sheet.ref])).context["form"]
    asked = [
        form.paper_words.get(f.name, f.label) for f in form.visible_fields() if f.name not in form.paper_leaves_out
    ]
    places = [said.index(f"{n}. {question}") for n, question in enumerate(asked, 1)]
    assert places == sorted(places)
    for part in (*SAYING_YES[kind], *WHAT_NEXT[kind], "Signed, or your mark", sheet.code_in_fours):
        assert words(part) in said


@pytest.mark.parametrize("kind", ["referral", "interest", "identification"])
@pytest.mark.parametrize("large", [False, True])
def test_its_outside_says_for_whom_it_is_and_nothing_about_anybody(as_rosa, print_, match, leeds, kind, large):
    about = {"match": match} if kind == "identification" else {}
    made = print_(kind, count=3, large_print=large, establishment=leeds, **about)
    reader = reader_of(as_rosa.get(reverse("mentoring:stacks-paper", args=["s1"])))

    outsides = [
        (number, words(page.extract_text()))
        for number, page in enumerate(reader.pages, 1)
        if "this side is outside" in page.extract_text()
    ]
    assert len(outsides) == 3
    for sheet, (number, said) in zip(made, outsides, strict=True):
        assert number % 2 == 0  # the back of a sheet of paper that is printed on both sides
        assert "For the coordinator Alongside, Yorkshire" in said
        assert sheet.code_in_fours in said
        for kept_in in ("Jo", "Leeds", "prison", "care", "mentor", "asked", "Ask for"):
            assert kept_in not in said


def test_a_question_asked_gets_no_room_for_what_must_not_travel(as_rosa, print_):
    print_("identification", large_print=True)

    assert "More room to write" not in said_by(reader_of(as_rosa.get(reverse("mentoring:stacks-paper", args=["s1"]))))


@pytest.mark.parametrize("kind", ["one_to_one", "group_register", "referral", "identification", "interest"])
@pytest.mark.parametrize("count", [1, 3])
def test_every_kind_is_tagged_and_names_nobody_in_its_title(as_rosa, print_, match, kind, count):
    print_(kind, count=count, match=match if kind == "one_to_one" else None)
    reader = reader_of(as_rosa.get(reverse("mentoring:stacks-paper", args=["s1"])))

    root = reader.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"].value
    assert root["/Lang"].startswith("en")
    assert reader.metadata.title == "Paper sheets"
    assert len(reader.pages) >= count


# ---------------------------------------------------------------- Registers of a group


def test_a_register_of_a_group_carries_its_members_names_of_that_day(as_rosa, group, member, lee, jo, rosa):
    as_rosa.post(reverse("mentoring:stacks-print_register", args=[group.ref]), {"key": "s1", "count": "1"})
    groups.leave(member=member, by=rosa, at=timezone.now() + timedelta(days=1))
    late = persons.add(preferred_name="Newcomer", team=group.team, by=rosa, at=timezone.now())
    groups.join(group=group, person=late, by=rosa, at=timezone.now() + timedelta(days=1))

    said = said_by(reader_of(as_rosa.get(reverse("mentoring:stacks-paper", args=["s1"]))))
    assert PaperSheet.objects.get().of_group == group
    for there in ("Tuesday group", "Jo", "Lee", "Why not", "4 The prison’s day changed"):
        assert there in said
    for kept_back in ("Newcomer", "Canary", "Hidden"):
        assert kept_back not in said


def test_a_stack_may_be_for_a_group_of_theirs_and_knows_where_it_meets(as_rosa, group, yorkshire, leeds, match):
    sent = {"key": "s1", "kind": "group_register", "count": "1", "team": yorkshire.ref, "of_group": group.ref}
    both = as_rosa.post(reverse("mentoring:stacks-print"), sent | {"mentor": match.mentor.ref})
    as_rosa.post(reverse("mentoring:stacks-print"), sent)

    assert both.status_code == 422
    sheet = PaperSheet.objects.get()
    assert (sheet.of_group, sheet.establishment, sheet.mentor) == (group, leeds, None)


@pytest.mark.parametrize("kind", ["referral", "interest"])
def test_a_stack_about_somebody_new_carries_no_names(as_rosa, yorkshire, match, kind):
    sent = {"key": "s1", "kind": kind, "count": "1", "team": yorkshire.ref}
    named = as_rosa.post(reverse("mentoring:stacks-print"), sent | {"match": match.ref})
    as_rosa.post(reverse("mentoring:stacks-print"), sent)

    assert named.status_code == 422
    assert PaperSheet.objects.get().match is None


# ---------------------------------------------------------------- Again, and without a code


def test_a_spoilt_sheet_is_cancelled_and_printed_again_in_one_step(as_rosa, print_, match):
    old = print_("one_to_one", match=match)[0]
    url = reverse("mentoring:stacks-print_again", args=[old.ref])
    assert as_rosa.post(url, {"key": "s2", "reason": ""}).status_code == 422
    as_rosa.post(url, {"key": "s2", "reason": "Spoilt by tea"})

    new = PaperSheet.objects.get(stack="s2")
    assert "With (first name): Jo" in said_by(reader_of(as_rosa.get(reverse("mentoring:stacks-paper", args=["s2"]))))
    found = as_rosa.get(reverse("mentoring:sheets-key", args=[old.ref]))
    assert found.status_code == 409
    assert reverse("mentoring:sheets-detail", args=[new.ref]) in found.text


def test_a_sheet_without_a_code_is_given_one_and_then_typed_in(as_rosa, yorkshire):
    url = reverse("mentoring:stacks-give_code")
    assert as_rosa.post(url, {"key": "k1", "kind": "one_to_one", "team": yorkshire.ref}).status_code == 422
    page = as_rosa.post(url, {"key": "k1", "kind": "referral", "team": yorkshire.ref}, follow=True)

    sheet = PaperSheet.objects.get()
    assert sheet.came_without_code
    assert f"Write {sheet.code_in_fours} at the top of the paper" in page.text


# ---------------------------------------------------------------- From the public pages


@pytest.mark.parametrize(("door", "kind"), [("ask", "referral"), ("refer", "referral"), ("mentor", "interest")])
@pytest.mark.parametrize("large", ["", "?large"])
def test_anybody_may_print_a_blank_sheet_which_has_no_code(client, door, kind, large):
    answer = client.get(reverse("pages:hand_overs-paper", args=[door]) + large)
    reader = reader_of(answer)

    said = said_by(reader)
    assert re.fullmatch(r'inline; filename="[a-z-]+[\d-]+\.pdf"', answer["Content-Disposition"])
    for there in ("For staff: code", "any member of staff", "Signed, or your mark", "probation worker"):
        assert there in said
    form = FORMS[kind](today=timezone.localdate())
    for field in form.visible_fields():
        if field.name not in form.paper_leaves_out:
            assert words(form.paper_words.get(field.name, field.label)) in said
    assert reader.trailer["/Root"]["/MarkInfo"]["/Marked"].value
    assert not PaperSheet.objects.exists()


def test_a_public_sheet_is_made_once_a_day(client, monkeypatch):
    printing.public_pdf.cache_clear()
    made = []
    pdf = printing.documents.pdf
    monkeypatch.setattr(printing.documents, "pdf", lambda *given, **more: made.append(1) or pdf(*given, **more))
    for _ in range(5):
        client.get(reverse("pages:hand_overs-paper", args=["ask"]))

    assert len(made) == 1


@pytest.mark.parametrize("kind", ["ask", "refer", "mentor"])
def test_the_public_forms_lead_to_the_paper(client, kind):
    assert f"/{kind}/paper/" in client.get(reverse("pages:hand_overs-send", args=[kind])).text
