"""How many people a mentor can walk alongside, and whether they may sign in."""


def why_not_another(*, open_matches: int, capacity: int) -> list[str]:
    if open_matches >= capacity:
        return [f"This mentor already has {open_matches} people, and said {capacity} is enough."]
    return []


def why_not_login(*, has_login: bool, in_custody: bool, invited: bool) -> list[str]:
    """A mentor who is in custody is a full member on paper, and never holds a login."""
    if in_custody:
        return ["They are in custody, where nobody holds a login. They are a full member on paper."]
    if has_login:
        return ["They have a login already."]
    return ["An invitation is waiting for them already."] if invited else []
