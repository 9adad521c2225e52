"""Whether two people may be matched, in plain Python."""

# Said to everybody alike: only a safeguarding lead learns why.
BLOCKED = "These two are blocked from being matched."
NOT_NOW = "This cannot go ahead just now. Your coordinator can tell you more."


def why_not_match(*, mentor_person: object, mentee_person: object, mentor_active: bool) -> list[str]:
    """The first gates. Checks, training and clearance are asked beside them, by actions.gates."""
    reasons = []
    if mentor_person == mentee_person:
        reasons.append("Nobody can be their own mentor.")
    if not mentor_active:
        reasons.append("This mentor is not active.")
    return reasons


def why_not_say_yes(*, said_on_is_future: bool, told: str) -> list[str]:
    """A yes that somebody passes on needs how it was said and a day that has come."""
    reasons = [] if told else ["Choose how they told us."]
    if said_on_is_future:
        reasons.append("The day they said so cannot be in the future.")
    return reasons


def why_not_approve(*, approver: object, logins: set[object]) -> list[str]:
    """Nobody approves a match that they are part of. `logins` are those of the two, None for somebody without one."""
    return ["Somebody else must approve this match: you are part of it."] if approver in logins - {None} else []


def why_not_there(*, in_custody: bool, knows_prison: bool) -> list[str]:
    """Clearance is for one prison, so the prison must be known."""
    if in_custody and not knows_prison:
        return ["We do not know which prison they are in. Say where they are first."]
    return []


def why_pause(*, was_inside: bool, is_inside: bool, same_prison: bool, recalled: bool, kind: str) -> str:
    """Why a match waits when somebody moves: the name of a PauseReason, or "" where they can simply go on.

    Leaving prison is no reason: that is when a mentor is needed most. Nothing here ever ends a match.
    """
    if kind == "unknown":
        return "unknown"
    if is_inside and was_inside:
        return "" if same_prison else "moved"
    if is_inside:
        return "recalled" if recalled else "inside"
    return "hospital" if kind == "hospital" else ""
