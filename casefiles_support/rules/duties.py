"""What the programme may owe somebody: by kind, in words that name nobody and say nothing of records."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Kind:
    """`by_hand`: somebody may say that it is done. The others are done only by recording what they ask for."""

    words: str
    by_hand: bool = False


KINDS: dict[str, Kind] = {
    "ask_again": Kind("They said not now. Ask once more whether they would like to know, as gently as before"),
    "name_practitioner": Kind("Somebody said yes. Name who will be beside them"),
    "tell_it_is_here": Kind("Tell them today that it is here"),
    "keep_in_touch": Kind("Be in touch: it has been two weeks"),
    "answer_the_question": Kind("Answer the question that was asked: without an answer it may be stopped"),
    "confirm_receipt": Kind("Ask when it was received"),
    "extension_not_valid": Kind("They took more time without a good reason: there is a letter for that"),
    "format_again": Kind("They moved: ask again how it should come"),
    "holder_is_late": Kind("They are late: there is a letter for that"),
    "check_address": Kind("Check an address for somebody else’s letter"),
    "ask_for_pages": Kind("Ask about what was covered or is missing"),
    "acknowledge_due": Kind("A complaint was not acknowledged in time"),
    "regulator_soon": Kind("The time to go to the regulator ends soon"),
    "follow_up": Kind("Ask how they are"),
    "remind_by_hand": Kind("Remind them that we said we would talk", by_hand=True),
    "debrief": Kind("Offer a talk to whoever sat beside them"),
    "review_keeping": Kind("Look again at where it is kept"),
    "safety_hold_told": Kind("Tell them why it is not today"),
    "lost": Kind("Something is lost: begin the breach procedure today"),
    "tell_it_will_go": Kind("Tell them what will be deleted, and that they can say no"),
    "hand_over": Kind("They moved: hand over to whoever is there, within two working days", by_hand=True),
    "pack_again": Kind("They moved: print their pack again"),
    "tell_holder_withdrawn": Kind("Tell the holder that the permission was taken back"),
    "tell_they_stepped_in": Kind("Tell them who stepped in", by_hand=True),
    "supporter_runs_out": Kind("The training of somebody beside them runs out", by_hand=True),
}


# The most urgent first. A kind that is not here comes after them, by its day.
URGENT = (
    "answer_the_question", "lost", "tell_it_is_here", "safety_hold_told", "follow_up", "holder_is_late",
    "tell_they_stepped_in", "hand_over", "name_practitioner", "tell_holder_withdrawn", "regulator_soon",
)  # fmt: skip


def words_of(kind: str) -> str:
    """What it asks. Raises KeyError for a kind that nobody declared: a mistake of ours."""
    return KINDS[kind].words


def why_not_by_hand(kind: str) -> list[str]:
    return [] if KINDS[kind].by_hand else ["This is done by recording what it asks for, and in no other way."]
