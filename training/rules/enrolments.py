"""Who may begin a course by themselves."""

from collections.abc import Collection

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


def is_for(audience: str, roles: Collection[str]) -> bool:
    return bool(roles) and (audience == EVERYBODY or bool(set(roles) & (FOR.get(audience, set()) | ANY)))


def why_not_begin(*, audience: str, roles: Collection[str]) -> list[str]:
    if is_for(audience, roles):
        return []
    return [WORDS.get(audience, "This course is not open to you. Ask whoever told you of it.")]
