"""How many people a mentor can walk alongside, and whether they may sign in."""

MOST = 10  # our own limit: nobody supports more people than that well


def why_not_another(*, open_matches: int, capacity: int) -> list[str]:
    if open_matches >= capacity:
        return [f"This mentor already has {open_matches} people, and said {capacity} is enough."]
    return []


def why_not_capacity(*, was: int, to: int, own: bool) -> list[str]:
    """Fewer is every mentor’s own right, down to nobody; more is for the staff who support them to say."""
    if not 0 <= to <= MOST:
        return [f"Enter a number from 0 to {MOST}."]
    if to == was:
        return ["That is the number it has already."]
    if own and to > was:
        return ["Talk with your supervisor if you want to support more people. They can change it with you."]
    return []


def too_many(*, people_now: int, capacity: int) -> str:
    """A warning where somebody has more people than they have room for; "" where they have not."""
    if people_now <= capacity:
        return ""
    return f"There are {people_now} now, room for {capacity}. Nobody loses their mentor for it."


def why_not_login(*, has_login: bool, in_custody: bool, invited: bool) -> list[str]:
    """A mentor who is in custody is a full member on paper, and never holds a login."""
    if in_custody:
        return ["They are in custody, where nobody holds a login. They are a full member on paper."]
    if has_login:
        return ["They have a login already."]
    return ["An invitation is waiting for them already."] if invited else []
