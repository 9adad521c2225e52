"""How many people a mentor can walk alongside."""


def why_not_another(*, open_matches: int, capacity: int) -> list[str]:
    if open_matches >= capacity:
        return [f"This mentor already has {open_matches} people, and said {capacity} is enough."]
    return []
