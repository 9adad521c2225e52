"""Who may cover for a mentor who is away, in plain Python."""


def why_not_cover(*, same_mentor: bool, theirs: bool, cover_away: bool) -> list[str]:
    """`theirs`: the match is one of the mentor who is away. Every gate of a match is asked beside this."""
    reasons = []
    if same_mentor:
        reasons.append("Choose somebody else: this is the mentor who is away.")
    if not theirs:
        reasons.append("This person is not matched with the mentor who is away.")
    if cover_away and not same_mentor:
        reasons.append("The mentor you chose is away on some of those days too.")
    return reasons
