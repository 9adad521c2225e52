"""The test of a module as its pages show it: before it begins, question by question, looked over, and marked."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.urls import reverse

from training.forms.questions import QuestionForm
from training.models import Answer, Attempt, Progress
from training.rules import attempts as rules
from training.rules.attempts import ADJUSTMENTS
from training.rules.lessons import story_before
from training.showing import errors_of, then_of


def help_of(held: Progress) -> list[str]:
    """What was set for somebody, and what they ticked the last time: it is true for them and not for a test."""
    earlier = Attempt.objects.filter(progress__enrolment__learner=held.enrolment.learner)
    last = earlier.order_by("-begun_at", "-pk").first()
    return rules.together(held.enrolment.learner.adjustments, last.adjustments if last else [])


def before(held: Progress, *, at: datetime) -> dict[str, Any]:
    """How the test is taken, what is left of it, and why it may not be begun, if so."""
    terms, tried = held.terms, list(held.attempts.order_by("number"))
    finished = [one.handed_in_at for one in tried if one.handed_in_at]
    return {
        "terms": terms,
        "left": None if terms.most is None else max(terms.most - len(finished), 0),
        "tried": tried,
        "reasons": rules.why_not_begin(
            terms=terms, finished=finished, passed=held.passed_at is not None, open_one=False, at=at
        ),
        "count": len(Attempt(version=held.version).test),
    }


def way_in(attempt: Attempt, *, whole: bool) -> str:
    if whole:
        return reverse("training:attempts-whole", kwargs={"ref": attempt.ref})
    return question_url(attempt, next(iter(attempt.test)))


def question_url(attempt: Attempt, block_id: str) -> str:
    return reverse("training:attempts-question", kwargs={"ref": attempt.ref, "block": block_id})


def form_of(attempt: Attempt, block_id: str, data: Any = None) -> QuestionForm:
    """In the order that this attempt has, on every visit."""
    block = attempt.test[block_id]
    return QuestionForm(block, seed=attempt.seed, data=data, given=attempt.kept.get(block_id), may_be_empty=True)


def place(attempt: Attempt, block_id: str) -> dict[str, Any]:
    names = list(attempt.test)
    here = names.index(block_id)
    return {
        "attempt": attempt,
        "number": here + 1,
        "total": len(names),
        "story": story_before(attempt.version.plain, block_id),
        "before": question_url(attempt, names[here - 1]) if here else "",
        "ends_at": ends_at(attempt),
    }


def after(attempt: Attempt, block_id: str) -> str:
    """Where the next question is; after the last, everything is looked over."""
    names = list(attempt.test)
    here = names.index(block_id) + 1
    if here < len(names):
        return question_url(attempt, names[here])
    return reverse("training:attempts-check", kwargs={"ref": attempt.ref})


def ends_at(attempt: Attempt) -> datetime | None:
    minutes = rules.minutes_for(attempt.progress.terms, attempt.adjustments)
    return None if minutes is None else attempt.begun_at + timedelta(minutes=minutes)


class Sheet:
    """All questions on one page."""

    def __init__(self, attempt: Attempt, data: Any = None) -> None:
        self.forms = [form_of(attempt, name, data) for name in attempt.test]
        self.ends_at = ends_at(attempt)
        plain, stories = attempt.version.plain, set()
        self.rows: list[tuple[QuestionForm, Any]] = []
        for form in self.forms:
            story = story_before(plain, form.block_id)
            # Told once, before the first question that is about it.
            new = story is not None and story["id"] not in stories
            stories |= {story["id"]} if story else set()
            self.rows.append((form, story if new else None))

    @property
    def wrong(self) -> list[QuestionForm]:
        return [form for form in self.forms if form.is_bound and form.errors]

    @property
    def given(self) -> dict[str, Any]:
        return {form.block_id: form.given for form in self.forms if form.is_bound and not form.errors}

    @property
    def found(self) -> list[tuple[str, str]]:
        return errors_of(self.wrong)


def look_over(attempt: Attempt) -> dict[str, Any]:
    rows = [
        {"ask": block["value"]["ask"], "url": question_url(attempt, name), "answered": bool(attempt.kept.get(name))}
        for name, block in attempt.test.items()
    ]
    return {"rows": rows, "empty": sum(not row["answered"] for row in rows), "ends_at": ends_at(attempt)}


@dataclass(frozen=True)
class Row:
    """One answer as it was marked. `right_answer` is said once nothing can be won by it any more."""

    ask: str
    gave: list[str]
    is_right: bool | None
    says: str
    then: str
    right_answer: list[str]
    was_raised: bool


def outcome(attempt: Attempt, *, at: datetime) -> dict[str, Any]:
    held = attempt.progress
    test = before(held, at=at)
    # With the test before them again the right answers would be a thing to copy, not to know.
    tell = held.passed_at is not None or bool(test["reasons"])
    answers = {one.block_id: one for one in attempt.answers.all()}
    rows = [_row(answers[name], block["value"], tell) for name, block in attempt.test.items() if name in answers]
    return {
        "attempt": attempt, "progress": held, "certificate": held.certificate, "rows": rows, "test": test,
        "help": [ADJUSTMENTS[name] for name in attempt.adjustments if name in ADJUSTMENTS],
    }  # fmt: skip


def _row(answer: Answer, question: Mapping[str, Any], tell: bool) -> Row:
    marked = answer.out_of > 0
    is_right = answer.counts == answer.out_of if marked else None
    return Row(
        ask=question["ask"],
        gave=in_words(question, answer.given),
        is_right=is_right,
        says=(question.get("right") if is_right else question.get("wrong")) or "" if marked else "",
        then=then_of(question, answer.given),
        right_answer=right_answer(question) if marked and tell and not is_right else [],
        was_raised=answer.raised_to is not None,
    )


def in_words(question: Mapping[str, Any], given: Any) -> list[str]:
    """An answer as its learner gave it, a line for each part of it."""
    if not given:
        return []
    says = {option["id"]: option for option in question["options"]}
    if question["kind"] == "match":
        pairs = dict(given).items()
        return [f"{says[a]['says']} → {says[b]['goes_with']}" for a, b in pairs if a in says and b in says]
    if question["kind"] in ("multiple", "order"):
        return [says[name]["says"] for name in given if name in says]
    return [says[given]["says"] if given in says else str(given)]


def right_answer(question: Mapping[str, Any]) -> list[str]:
    options = question["options"]
    if question["kind"] == "match":
        return [f"{one['says']} → {one['goes_with']}" for one in options]
    return [one["says"] for one in options if question["kind"] == "order" or one.get("right")]
