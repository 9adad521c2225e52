"""A module taken on paper, end to end: printed, written, typed in, and earned."""

import io

import pytest
from django.urls import reverse
from django.utils import timezone
from pypdf import PdfReader

from tests.training import leading
from tests.training.courses import block, course, module, option, question, whole_body
from training import printing_sheets
from training.actions import answer_sheets, learners
from training.actions.answer_sheets import Whose
from training.models import AnswerSheet, Attempt, Certificate, Learner, ModuleVersion
from training.rules import handouts

pytestmark = pytest.mark.django_db
ORDER, MATCH = "put-in-order", "what-goes-with-what"


def lines(name, kind):
    """A question of which each line is answered."""
    options = [option(f"{name}{n}", f"Line {n}", goes_with=f"Partner {n}") for n in range(3)]
    return block(name, "question", question(name)["value"] | {"kind": kind, "options": options})


@pytest.fixture
def version(db):
    page = module(course(), body=[*whole_body(), lines(ORDER, "order"), lines(MATCH, "match")])
    return ModuleVersion.objects.get(page=page)


@pytest.fixture
def as_rosa(client, sign_in, rosa):
    return sign_in(client, rosa)


def go(as_rosa, what, sheet=None, data=None):
    url = reverse(f"training:answer_sheets-{what}", args=[sheet.ref] if sheet else [])
    return as_rosa.get(url) if data is None else as_rosa.post(url, data)


@pytest.fixture
def sheet(as_rosa, version):
    sent = {"key": "f0rm00000001", "name": "Kit Lane", "place": "HMP Leeds", "module": version.pk,
            "adjustments": ["large_print", "scribe"]}  # fmt: skip
    for _ in range(2):
        go(as_rosa, "give", data=sent)
    return AnswerSheet.objects.get()


def text_of(answer):
    reader = PdfReader(io.BytesIO(b"".join(answer.streaming_content)))
    assert reader.trailer["/Root"]["/MarkInfo"]["/Marked"]
    return " ".join(" ".join(page.extract_text() for page in reader.pages).split())


def written(sheet, **changes):
    """What stands on a sheet on which all is right, as it is typed."""
    today = timezone.localdate()
    sent = {"has_read": "on", "written_on_0": today.day, "written_on_1": today.month, "written_on_2": today.year}
    for name, asked in sheet.test.items():
        options = asked["value"]["options"]
        if asked["value"]["kind"] == "order":
            sent |= {f"{name}_{one['id']}": str(place) for place, one in enumerate(options, start=1)}
        elif asked["value"]["kind"] == "match":
            sent |= {f"{name}_{one['id']}": one["id"] for one in options}
        else:
            sent[name] = next(one["id"] for one in options if one["right"])
    return sent | changes


def test_somebody_without_a_screen_earns_a_certificate(as_rosa, sheet, version):
    """From the form that gives the sheet out to the page that verifies what came of it."""
    paper = text_of(go(as_rosa, "paper", sheet))
    assert sheet.code_in_fours in paper
    assert "Kit Lane" in paper
    assert "Somebody writes the answers down for them" in paper
    workbook = text_of(as_rosa.get(reverse("training:handouts-workbook", args=[version.ref])))
    assert "Ask in private, and never only once." in workbook
    assert "Which is q1?" not in workbook

    found = go(as_rosa, "find", data={"code": sheet.code.lower()})
    assert found["Location"] == reverse("training:answer_sheets-key", args=[sheet.ref])
    done = as_rosa.post(found["Location"], written(sheet), follow=True)
    assert "100 out of 100: passed" in done.text

    certificate = Certificate.objects.get(learner=Learner.objects.get(name="Kit Lane", login=None))
    assert (
        "This certificate is current."
        in as_rosa.get(reverse("training:certificates-verify", args=[certificate.code])).text
    )


def test_the_letters_on_the_screen_are_those_on_the_paper(as_rosa, sheet):
    paper = printing_sheets.questions(sheet)
    page = go(as_rosa, "key", sheet).text

    chosen = [one for one in paper if one["kind"] == "single"]
    assert len(chosen) == 5
    for one in chosen:
        shown = [f"{option['letter']}. {option['says']}" for option in one["options"]]
        places = [page.index(words, page.index(f"{one['number']}. {one['ask']}")) for words in shown]
        assert places == sorted(places)


def test_a_letter_stands_for_the_partner_that_was_printed_beside_it(sheet):
    drawn = next(one for one in printing_sheets.questions(sheet) if one["kind"] == "match")
    value = {"id": drawn["id"], **sheet.test[drawn["id"]]["value"]}
    typed = {one["letter"]: one["goes_with"] for one in handouts.partners_for(value, seed=sheet.seed)}

    assert {one["letter"]: one["goes_with"] for one in drawn["partners"]} == typed
    assert len(typed) == 3


def test_how_sure_they_are_is_typed_in_with_it(as_rosa, sheet):
    before, after = block("sure-before", "", 0)["id"], block("sure-after", "", 0)["id"]
    go(as_rosa, "key", sheet, written(sheet, **{before: "2", after: "5"}))

    sheet.refresh_from_db()
    assert sorted(sheet.progress.confidences.values_list("moment", "sure")) == [("after", 5), ("before", 2)]


def test_what_was_written_wrongly_is_marked_and_not_mended(as_rosa, sheet):
    name = block(ORDER, "", 0)["id"]
    twice = {key: "1" for key in written(sheet) if key.startswith(f"{name}_")}
    go(as_rosa, "key", sheet, written(sheet, **twice))

    answer = Attempt.objects.get().answers.get(block_id=name)
    assert (answer.given, answer.points, answer.out_of) == (None, 0, 1)


def test_whoever_wrote_it_reads_on_paper_how_they_did(as_rosa, sheet):
    assert go(as_rosa, "result", sheet).status_code == 404
    name = block("q1", "", 0)["id"]
    go(as_rosa, "key", sheet, written(sheet, **{name: ""}))
    said = text_of(go(as_rosa, "result", sheet))

    assert "You have 85 out of 100." in said
    assert "You have passed." in said
    assert said.count("Look at this again") == 1
    assert "Look again at the lesson." in said
    assert said.count("Right") == 6
    assert "Somebody writes" not in said


def test_an_empty_sheet_is_a_try_as_well(as_rosa, sheet):
    empty = {name: value for name, value in written(sheet).items() if name.startswith("written_on")}
    go(as_rosa, "key", sheet, empty)

    attempt = Attempt.objects.get()
    assert (attempt.score, attempt.passed) == (0, False)


def test_what_cannot_be_is_said_beside_it_and_what_was_typed_stays(as_rosa, sheet):
    answer = go(as_rosa, "key", sheet, written(sheet, written_on_2=timezone.localdate().year + 1))

    assert answer.status_code == 422
    assert "cannot be in the future" in answer.text
    assert answer.text.count(" checked") >= 5
    assert not Attempt.objects.exists()


def test_typed_in_twice_the_first_stands_and_the_difference_is_shown(as_rosa, sheet):
    go(as_rosa, "key", sheet, written(sheet))
    name = block("q1", "", 0)["id"]
    again = go(as_rosa, "key", sheet, written(sheet, **{name: ""}))

    assert again.status_code == 409
    assert "You typed something else for question 2." in again.text
    assert Attempt.objects.get().score == 100
    assert go(as_rosa, "key", sheet, written(sheet)).text.count("What you typed is the same.") == 1


def test_somebody_must_be_named(as_rosa, version):
    answer = go(as_rosa, "give", data={"module": version.pk})

    assert answer.status_code == 422
    assert "Enter a name, or choose somebody from the list." in answer.text


def test_somebody_who_passed_needs_no_other_sheet(as_rosa, sheet, version):
    go(as_rosa, "key", sheet, written(sheet))
    learner = Learner.objects.get(name="Kit Lane")
    answer = go(as_rosa, "give", data={"key": "f0rm00000002", "learner": learner.pk, "module": version.pk})

    assert answer.status_code == 422
    assert "They have passed this test already." in answer.text


def test_a_cancelled_sheet_is_printed_and_typed_in_no_more(as_rosa, sheet):
    assert go(as_rosa, "void", sheet, {"reason": ""}).status_code == 422
    go(as_rosa, "void", sheet, {"reason": "Spoilt"})

    assert go(as_rosa, "paper", sheet).status_code == 404
    assert go(as_rosa, "key", sheet, written(sheet)).status_code == 302
    assert not Attempt.objects.exists()


def test_a_summary_gives_no_answer_away(as_rosa, version):
    said = text_of(as_rosa.get(reverse("training:handouts-summary", args=[version.ref]) + "?large"))

    assert "Ask in private" in said
    assert "Look again at the lesson" not in said


def test_whoever_sits_it_cannot_type_it_in(client, sign_in, dee, version, rosa):
    sheet = answer_sheets.give(whose=Whose(name="Kit"), version=version, key="k", by=rosa, at=timezone.now())

    assert go(sign_in(client, dee), "key", sheet).status_code == 403


class TestALearningLead:
    @pytest.fixture
    def as_hana(self, client, sign_in, hana):
        return sign_in(client, hana)

    @pytest.fixture
    def officer(self, leeds, hana):
        return leading.add("Ola Reed", leeds, by=hana)

    def test_gives_paper_to_their_own_staff_and_types_it_in(self, as_hana, officer, leeds, version):
        page = go(as_hana, "give").text
        assert "Ola Reed" in page
        assert "If somebody new" not in page
        go(as_hana, "give", data={"key": "f0rm00000001", "learner": officer.pk, "module": version.pk})

        sheet = AnswerSheet.objects.get()
        assert sheet.progress.enrolment.establishment == leeds
        assert "passed" in as_hana.post(reverse("training:answer_sheets-key", args=[sheet.ref]), written(sheet),
                                        follow=True).text  # fmt: skip
        certificate = Certificate.objects.get(learner=officer)
        assert as_hana.get(reverse("training:certificates-paper", args=[certificate.ref])).status_code == 200
        assert as_hana.get(reverse("training:certificates-withdraw", args=[certificate.ref])).status_code == 403

    def test_sees_no_sheet_and_no_certificate_of_another_prison(self, as_hana, leeds, rosa, version):
        elsewhere = leading.add("Di Moss", leading.another_prison(leeds), by=rosa)
        whose = Whose(learner=elsewhere)
        sheet = answer_sheets.give(whose=whose, version=version, key="k", by=rosa, at=timezone.now())

        assert "Di Moss" not in go(as_hana, "give").text
        assert sheet.code_in_fours not in go(as_hana, "index").text
        assert go(as_hana, "key", sheet).status_code == 404
        assert go(as_hana, "find", data={"code": sheet.code}).status_code == 422
        sent = {"key": "f0rm00000002", "learner": elsewhere.pk, "module": version.pk}
        assert go(as_hana, "give", data=sent).status_code == 422


def test_nobody_types_in_their_own(as_rosa, rosa, marion, version):
    own = learners.add(name="Rosa", place="", login=rosa, by=None, at=timezone.now())
    whose = Whose(learner=own)
    sheet = answer_sheets.give(whose=whose, version=version, key="k", by=marion, at=timezone.now())

    assert go(as_rosa, "key", sheet).status_code == 404


def test_the_help_that_somebody_always_has_is_on_their_sheet(as_rosa, rosa, version):
    learner = learners.add(name="Kit", place="", login=None, by=rosa, at=timezone.now())
    learners.adjust(learner=learner, adjustments=["extra_time"], by=rosa, at=timezone.now())
    sent = {"key": "f0rm00000001", "learner": learner.pk, "module": version.pk, "adjustments": ["large_print"]}
    go(as_rosa, "give", data=sent)

    assert AnswerSheet.objects.get().adjustments == ["extra_time", "large_print"]
