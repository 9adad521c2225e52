"""Who may join a group, and how large it may grow. Plain Python."""

from datetime import date

from mentoring.rules.sessions import LARGEST_GROUP

# Says neither who nor why: only a safeguarding lead learns that.
KEPT_APART = "They cannot be in this group. Ask the safeguarding lead if you need to know more."


def why_not_join(*, members: int, same_team: bool, closed: bool) -> list[str]:
    reasons = []
    if closed:
        reasons.append("This group has ended.")
    if members >= LARGEST_GROUP:
        reasons.append(f"A group can be up to {LARGEST_GROUP} people.")
    if not same_team:
        reasons.append("This person belongs to another team.")
    return reasons


def why_not_lead(*, working: bool, same_team: bool, is_member: bool, closed: bool) -> list[str]:
    reasons = []
    if closed:
        reasons.append("This group has ended.")
    if not working:
        reasons.append("This mentor is not active.")
    if not same_team:
        reasons.append("This mentor belongs to another team.")
    if is_member:
        reasons.append("They are in this group themselves, so they cannot hold it.")
    return reasons


def why_not_until(*, since: date, until: date | None, day: date) -> list[str]:
    if until is not None:
        return ["They have left already."]
    return ["They have not joined yet by that day."] if day < since else []
