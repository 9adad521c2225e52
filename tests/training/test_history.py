"""What is behind somebody stays as it was: an edit to a live module changes nobody's history."""

import json
from datetime import timedelta

import pytest
from django.forms.models import model_to_dict

from tests.conftest import NOW
from tests.training.courses import block, lesson, question, whole_body
from tests.training.finishing import LATER, answers, read_all, take_test
from training.actions import attempts, confidences, enrolments, learners, progress, reflections
from training.models import (
    Answer,
    Attempt,
    Certificate,
    Completion,
    Confidence,
    CoursePage,
    Enrolment,
    LessonPage,
    ModulePage,
    ModuleVersion,
    Progress,
    Reflection,
)

# It is the same code on either database; triggers have their own tests.
pytestmark = [pytest.mark.django_db, pytest.mark.once]
HISTORY = (Enrolment, Progress, Attempt, Answer, Reflection, Confidence, Completion, Certificate)


def body_is(change):
    """An edit of the lesson: `change` does it to the blocks of the editor."""

    def edit():
        page, body = LessonPage.objects.first(), whole_body()
        change(body)
        page.body = json.dumps(body)
        page.save_revision().publish()

    return edit


def module_is(**changes):
    def edit():
        ModulePage.objects.update(**changes)

    return edit


def delete_a_lesson():
    """Another one stays, or the module could not be published."""
    lesson(ModulePage.objects.get(), body=whole_body(), title="Anew", slug="anew")
    LessonPage.objects.first().delete()


EDITS = {
    "text": body_is(lambda body: body.__setitem__(0, block("intro", "paragraph", "<p>Something else.</p>"))),
    "question added": body_is(lambda body: body.insert(5, question("q9"))),
    "question removed": body_is(lambda body: body.__setitem__(4, question("q10"))),
    "answer reworded": body_is(lambda body: body[4]["value"]["options"][0]["value"].update(says="In other words")),
    "answer removed": body_is(lambda body: body[4]["value"]["options"].pop()),
    "key changed": body_is(lambda body: body.__setitem__(4, question("q1", right="c"))),
    "answers reordered": body_is(lambda body: body[4]["value"]["options"].reverse()),
    "blocks reordered": body_is(lambda body: body.reverse()),
    "points changed": body_is(lambda body: body[4]["value"].update(points=5)),
    "lesson added": lambda: lesson(ModulePage.objects.get(), body=whole_body(), title="More", slug="more"),
    "lesson deleted": delete_a_lesson,
    "pass mark raised": module_is(pass_mark=100),
    "other terms": module_is(most_tries=1, test_minutes=1, valid_months=1, minutes=999),
    "renamed": module_is(title="Another title", summary="Another summary."),
    "opens another gate": module_is(opens="safeguarding"),
}
AWAY = {
    "module unpublished": lambda: ModulePage.objects.get().unpublish(),
    "module deleted": lambda: ModulePage.objects.get().delete(),
    "course deleted": lambda: CoursePage.objects.get().delete(),
}


@pytest.fixture
def behind(begun, asking, dee, make_user):
    """Dee finished, by a reflection, a test that was failed and one that was passed; Kit is in the middle of a test."""
    think = next(one["id"] for one in whole_body() if one["type"] == "reflection")
    sure = next(one["id"] for one in whole_body() if one["value"] and "sure-before" in str(one["value"]))
    reflections.write(progress=begun, block_id=think, words="At the gate.", by=dee, at=LATER)
    confidences.say(progress=begun, block_id=sure, sure=2, by=dee, at=LATER)
    read_all(begun, by=dee)
    take_test(begun, right=1, by=dee)
    take_test(begun, right=4, by=dee)
    kit = learners.add(name="Kit Lane", place="", login=None, by=dee, at=NOW)
    on_it = enrolments.enrol(learner=kit, course=asking.get_parent().specific, source="staff", by=dee, at=NOW)
    midway = progress.begin(enrolment=on_it, version=begun.version, by=dee, at=NOW)
    progress.see(progress=midway, block_ids=[think], by=dee, at=LATER)
    open_one = attempts.begin(progress=midway, by=dee, at=LATER)
    return attempts.keep(attempt=open_one, given=dict(list(answers(midway, right=5).items())[:2]), by=dee, at=LATER)


def history():
    """Every row of what is behind somebody, and the version that it stands on; not where its page has gone."""
    rows = {model.__name__: [model_to_dict(one) | stored(one) for one in model.objects.order_by("pk")]
            for model in HISTORY}  # fmt: skip
    first = ModuleVersion.objects.order_by("pk").first()
    return rows | {"version": {name: said for name, said in stored(first).items() if name != "page_id"}}


def stored(one):
    return {field.attname: getattr(one, field.attname) for field in one._meta.concrete_fields}


def shown():
    """What learners see of it: how far they are, by which terms, and how the certificate stands."""
    day = (NOW + timedelta(days=300)).date()
    return [
        [(one.left, one.has_read_all, one.terms) for one in Progress.objects.order_by("pk")],
        [sorted(one.test) for one in Attempt.objects.order_by("pk")],
        [(one.standing(day), one.plain) for one in Certificate.objects.all()],
    ]


@pytest.mark.parametrize("edit", [*EDITS.values(), *AWAY.values()], ids=[*EDITS, *AWAY])
def test_an_edit_to_a_live_module_changes_nobodys_history(behind, edit):
    before, seen = history(), shown()
    assert all(before.values())

    edit()
    if page := ModulePage.objects.filter(live=True).first():
        page.save_revision().publish()

    assert history() == before
    assert shown() == seen
    assert ModuleVersion.objects.count() == (2 if page else 1)


@pytest.mark.parametrize("edit", [EDITS["key changed"], EDITS["lesson deleted"], *AWAY.values()])
def test_whoever_is_in_the_middle_of_a_test_is_marked_by_what_they_were_asked(behind, dee, edit):
    edit()
    if page := ModulePage.objects.filter(live=True).first():
        page.save_revision().publish()

    given = answers(behind.progress, right=5)
    done = attempts.hand_in(attempt=behind, given=given, by=dee, at=LATER)

    assert (done.score, done.passed) == (100, True)
    read_all(behind.progress, by=dee)
    assert Certificate.objects.get(progress=behind.progress).plain["module"] == "Asking the question well"
