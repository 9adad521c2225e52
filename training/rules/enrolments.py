"""Who may begin a course by themselves, and what presses once they are on it."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, timedelta

EVERYBODY = "all"
# The roles that each course is for, by its audience. Those who run or write courses may take any.
FOR = {
    "staff": {
        "prison_staff",
        "probation_staff",
        "personal_adviser",
        "lifelong_links",
        "file_supporter",
        "learning_lead",
    },
    "mentors": {"peer_mentor", "applicant"},
}  # fmt: skip
ANY = {"coordinator", "programme_manager", "safeguarding_lead", "editor", "lived_experience"}
WORDS = {
    "staff": "This course is for people who work in prisons, in probation and for councils.",
    "mentors": "This course is for peer mentors, and for those who are becoming one.",
}
SOON = timedelta(days=14)
# What ran out longer ago than this was let go, and nobody is asked about it on every day that follows.
LET_GO = timedelta(days=365)
BEGIN = "You were put on this course, and have not begun it yet."


def is_for(audience: str, roles: Collection[str]) -> bool:
    return bool(roles) and (audience == EVERYBODY or bool(set(roles) & (FOR.get(audience, set()) | ANY)))


def why_not_begin(*, audience: str, roles: Collection[str]) -> list[str]:
    if is_for(audience, roles):
        return []
    return [WORDS.get(audience, "This course is not open to you. Ask whoever told you of it.")]


@dataclass(frozen=True)
class Pressing:
    """Words that say why, and the tone of a tag."""

    words: str
    tone: str


def pressing(*, has_begun: bool, was_put_on: bool, due_on: date | None, on: date) -> Pressing | None:
    """What presses in a course that is not finished. None where nothing presses."""
    if due_on is not None and due_on < on:
        return Pressing(f"It was to be finished by {due_on:%-d %B %Y}.", "stop")
    until = f"Finish it by {due_on:%-d %B %Y}." if due_on else ""
    if was_put_on and not has_begun:
        return Pressing(f"{BEGIN} {until}".strip(), "wait")
    return Pressing(until, "wait") if due_on and due_on <= on + SOON else None
