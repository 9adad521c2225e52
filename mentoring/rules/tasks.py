"""What staff may be asked to do, in words. A task says what to look at; the record says the rest."""

# The kind of a task, and what it asks. Each app's action names one of these.
KINDS: dict[str, str] = {
    "match_after_move": "Look at this match: the person has moved",
    "mentor_gone_inside": "Look at this match: their mentor cannot come for now",
    "match_block_to_look_at": "For the safeguarding lead: look at who must be kept apart",
    "review_due": "Look back together: a review is due",
    "match_after_lapse": "Look at this match: something the mentor needs has run out",
}


def words_of(kind: str) -> str:
    return KINDS[kind]
