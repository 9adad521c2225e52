"""What a mentor's file says on a day, put to the rules. These are questions: they change nothing."""

from datetime import date
from typing import Any

from mentoring.models import Clearance, DbsCheck, Mentor, Reference, RiskAssessment, Setting
from mentoring.rules import gates as rules
from mentoring.rules import meetings as meeting_rules
from mentoring.rules.gates import Evidence, Standing
from places.models import Establishment
from training.models import Completion
from training.rules.completions import MODULES, mandatory

STANDINGS = {
    Clearance.Status.NOT_APPLIED: Standing.MISSING,
    Clearance.Status.EXPIRED: Standing.LAPSED,
    Clearance.Status.REFUSED: Standing.REFUSED,
    Clearance.Status.WITHDRAWN: Standing.REFUSED,
}


def why_not_active(*, mentor: Mentor, on: date) -> list[str]:
    """Sentences that say why this mentor may not mentor anybody on a day; empty when they may."""
    return rules.why_not_mentor(_evidence(mentor, on, inside=False))


def why_not_match(*, mentor: Mentor, establishment: Establishment | None, on: date) -> list[str]:
    """As `why_not_active`, and for a prison (where the person is now; None in the community) its own clearance."""
    inside = establishment is not None
    return rules.why_not_mentor(_evidence(mentor, on, inside=inside)) + _why_not_inside(mentor, establishment, on)


def why_not_go_on(*, mentor: Mentor, establishment: Establishment | None, on: date) -> list[str]:
    """Why a match that is under way must wait: what ran out, was taken back, or left with somebody who left."""
    inside = establishment is not None
    return rules.what_lapsed(_evidence(mentor, on, inside=inside)) + _why_not_inside(mentor, establishment, on)


def why_not_let_in(*, mentor: Mentor, there: Any, on: date) -> list[str]:
    """Why a mentor cannot meet anybody in a prison on that day; nothing for a meeting elsewhere.

    `there` has a setting and an establishment: a meeting, or what is planned of one.
    """
    if there.setting != Setting.CUSTODY or there.establishment is None:
        return []
    cleared = Clearance.objects.valid(on).filter(mentor=mentor, establishment=there.establishment).exists()
    return meeting_rules.why_not_let_in(cleared=cleared, place=there.establishment.name, on=on)


def _why_not_inside(mentor: Mentor, establishment: Establishment | None, on: date) -> list[str]:
    if establishment is None:
        return []
    found = Clearance.objects.filter(mentor=mentor, establishment=establishment).first()
    return rules.why_not_inside(_standing(found, on), place=establishment.name, on=on)


def _standing(found: Clearance | None, on: date) -> Standing:
    if found is None:
        return Standing.MISSING
    if found.status != Clearance.Status.GRANTED:
        return STANDINGS.get(Clearance.Status(found.status), Standing.WAITING)
    starts, ends = found.valid_from, found.valid_until
    return Standing.FINE if starts and ends and starts <= on <= ends else Standing.LAPSED


def _evidence(mentor: Mentor, on: date, *, inside: bool) -> Evidence:
    """Read afresh: what a page loaded a while ago opens no gate."""
    now = Mentor.objects.with_support().get(pk=mentor.pk)
    missing, run_out = _training(now, on, inside=inside)
    return Evidence(
        references=Reference.objects.filter(mentor=now, status=Reference.Status.ACCEPTED).count(),
        dbs=DbsCheck.objects.standing_of(now, on=on),
        risk=RiskAssessment.objects.standing_of(now, on=on),
        missing=missing,
        run_out=run_out,
        supervised=getattr(now, "supported", False),
    )


def _training(mentor: Mentor, on: date, *, inside: bool) -> tuple[list[str], list[str]]:
    """The titles of modules that were never finished, and of those that do not count any more."""
    finished = Completion.objects.filter(learner=mentor.learner_id)  # nobody's where there is no learner yet
    ever = set(finished.filter(completed_on__lte=on).values_list("module", flat=True))
    counts = set(finished.valid(on).values_list("module", flat=True))
    wanted = mandatory(inside=inside)
    missing = [MODULES[slug].title for slug in wanted if slug not in ever]
    return missing, [MODULES[slug].title for slug in wanted if slug in ever - counts]
