"""Whether two people may be matched, in plain Python."""


def why_not_match(*, mentor_person: object, mentee_person: object, mentor_active: bool) -> list[str]:
    """Only the first gates: references, checks, training and clearance join them when they are recorded here."""
    reasons = []
    if mentor_person == mentee_person:
        reasons.append("Nobody can be their own mentor.")
    if not mentor_active:
        reasons.append("This mentor is not active.")
    return reasons
