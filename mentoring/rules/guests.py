"""Whether somebody whose name was written by hand may be put on a register. Plain Python."""


def why_not_guests(*, twice: bool, there: bool, holds: bool, same_team: bool, matched: bool) -> list[str]:
    reasons = []
    if twice:
        reasons.append("You chose somebody twice. Each name is one person.")
    if there:
        reasons.append("Somebody you chose is on this register already.")
    if holds:
        reasons.append("You chose the mentor who held it.")
    if not same_team:
        reasons.append("Somebody you chose belongs to another team.")
    if not matched:
        reasons.append("This register is for people whom the mentor is matched with. Leave the others as they stand.")
    return reasons
