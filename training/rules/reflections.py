"""What may be written when somebody is asked to think about something, and what they are told before they write."""

LONGEST = 4_000
# Said before anything is written, by who reads it.
BEFOREHAND = {
    "nobody": (
        "Nobody reads this but you. If it sounds as if you or somebody else is not safe, our safeguarding lead is told "
        "and reads it, and we tell you. Please do not write other people’s names."
    ),
    "assessor": (
        "Whoever leads your course reads this. If it sounds as if you or somebody else is not safe, we tell our "
        "safeguarding lead, and we tell you that we did. Please do not write other people’s names."
    ),
}
TOLD = (
    "Thank you. What you wrote sounds as if somebody may not be safe, so we have told our safeguarding lead. They read "
    "it and may talk to you. You have done nothing wrong."
)


def why_not_write(*, is_asked: bool, words: str) -> list[str]:
    """Reasons in the words that the page says them."""
    if not is_asked:
        return ["This module asks nothing here."]
    if not words:
        return ["Write a few words, or go on without it."]
    if len(words) > LONGEST:
        return [f"Write at most {LONGEST:,} letters. You have {len(words):,}."]
    return []
