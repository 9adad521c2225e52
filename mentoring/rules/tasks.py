"""What staff may be asked to do, in words. A task says what to look at; the record says the rest."""

# The kind of a task, and what it asks. Each app's action names one of these.
KINDS: dict[str, str] = {
    "match_after_move": "Look at this match: the person has moved",
    "referral_to_take": "Take somebody who was put forward for your team: nobody has yet",
    "hand_over_urgent": "Read a message from the public forms today: somebody may not be safe",
    "hand_over_late": "Answer somebody who wrote by the public forms: their day has passed",
    "referral_nobody_took": "For the programme manager: nobody has taken somebody who was put forward",
    "referral_to_decide": "Decide about somebody who was put forward",
    "gate_plan_to_fill": "Fill in the plan for the day they leave prison",
    "contact_after_release": "Be in touch: they left prison not long ago",
    "mentor_to_ask": "Tell this mentor, in person or on paper, that they are asked to walk with somebody",
    "meetings_to_plan_again": "Plan their meetings again: they moved, and what stood at the old place is called off",
    "clearance_to_ask_for": "Ask the prison where they are now to let their mentor in",
    "mentor_gone_inside": "Look at this match: their mentor cannot come for now",
    "meetings_without_mentor": "Tell them that meetings are called off: their mentor cannot come for now",
    "match_block_to_look_at": "For the safeguarding lead: look at who must be kept apart",
    "advocacy_overdue": "Ask again: nobody has answered in time",
    "follow_up_due": "Ask how they are: their match ended some weeks ago",
    "offer_new_mentor": "Tell them it was not their doing, and offer somebody new to walk with",
    "leave_door_open": "Let those who can reach them know that they can come back on any day",
    "check_safety": "Make sure that the safeguarding lead knows why this match ended",
    "support_after_death": "Speak with the mentor yourself: somebody they walked with has died",
    "review_due": "Look back together: a review is due",
    "match_after_lapse": "Look at this match: something the mentor needs has run out",
    "group_after_lapse": "Find somebody else to hold this mentor’s group: they lack something they need for it",
    "supervision_due": "Make time for this mentor: supervision is due",
    "claim_to_decide": "Answer this mentor’s claim for expenses",
    "claim_in_custody": "This mentor is in prison now: ask the prison about the money they are owed",
    "leave_without_cover": "This mentor will be away: ask their people whether somebody may look in",
    "mentor_resting": "This mentor is resting: see who needs somebody meanwhile",
    "mentor_suspended": "This mentor is suspended: look at each of their matches today",
    "debrief_to_offer": "Offer this mentor a talk after a hard session",
    "slips_to_print": "Print slips for the wing: people in this prison have meetings this week",
    "remind_by_hand": "A reminder could not be sent: tell them yourself",
    "meeting_does_not_suit": "They texted that a meeting does not suit: find another time with them",
    "names_on_register": "Say who was written by hand on a paper register",
    "clearance_ends_soon": "Ask the prison for a new clearance: it ends soon",
    "meeting_without_clearance": "Ask the prison, or plan again: a meeting is planned for a day with no clearance",
    "session_without_clearance": "Look at how this mentor got in: the prison had not cleared them for that day",
    "dbs_check_ends_soon": "Ask for a new DBS check: this mentor’s is soon due to be looked at again",
    "risk_assessment_ends_soon": "Look again at this mentor’s risk assessment: it ends soon",
    "training_ends_soon": "Ask this mentor to do a module again: it soon stops counting",
}

# Somebody may be unsafe, alone or without a roof meanwhile: these come first on a desk, however long others wait.
PRESSING = frozenset(
    {
        "check_safety",
        "contact_after_release",
        "gate_plan_to_fill",
        "group_after_lapse",
        "hand_over_urgent",
        "match_after_lapse",
        "match_after_move",
        "match_block_to_look_at",
        "mentor_gone_inside",
        "mentor_suspended",
        "session_without_clearance",
        "support_after_death",
    }
)


def words_of(kind: str) -> str:
    return KINDS[kind]
