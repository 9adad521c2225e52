"""Telling family: when we may help, and what is said first. Whether they tell somebody is theirs alone."""

from datetime import date

# Said, word for word, before anything is planned with somebody in prison.
RECORDED = (
    "Calls from prison are recorded, and people may listen. A visits hall is not private. A letter may be opened. "
    "If it should stay between you and them, think first about how."
)
THEIRS = "What other people’s records say is theirs. You can tell your own story; they decide about their own."
CONTACT_ALLOWED = frozenset({"may", "no_need"})
# Mediation goes this way only, and begins with the person asking for it.
NEXT = {"not_wanted": ("asked",), "asked": ("not_wanted", "referred"), "referred": ("not_wanted", "happened"),
        "happened": ()}  # fmt: skip


def why_not_plan(*, in_custody: bool, recorded_told: bool) -> list[str]:
    if in_custody and not recorded_told:
        return ["Tell them first that calls are recorded, and tick that you did."]
    return []


def why_not_change(*, told: bool, in_custody: bool, recorded_told: bool) -> list[str]:
    return why_not_plan(in_custody=in_custody, recorded_told=recorded_told) if not told else [
        "They have told them. Make a new plan, if there is more to tell."
    ]  # fmt: skip


def why_not_mediate(*, frm: str, to: str, contact: str) -> list[str]:
    """Only when they ask for it; and we bring nobody together before we know that contact is allowed."""
    if to == "referred" and frm == "not_wanted":
        return ["Only the person can ask for this. Write down first that they would like it."]
    if to not in NEXT[frm]:
        return ["That does not follow from where it stands."]
    if to == "referred" and contact == "may_not":
        return ["Contact is not allowed now. Talk with them about what that means, and look again later."]
    if to == "referred" and contact not in CONTACT_ALLOWED:
        return ["Ask probation first if contact is allowed. It is to keep the person safe."]
    return []


def why_not_tell(*, told_on: date | None, on: date, today: date, made: date) -> list[str]:
    """They told somebody. It is never held against them that they did, whatever we had planned."""
    if told_on is not None:
        return ["It is written down already that they told them."]
    return [] if made <= on <= today else ["The day is between the day of the plan and today."]
