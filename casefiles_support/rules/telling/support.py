"""What the person chose, and what the programme did, in sentences to them."""

# By the outcome of a stage: what it is called, and what it means.
OUTCOMES: dict[str, tuple[str, str]] = {
    "done": ("{stage}: done.", ""),
    "not_now": ("{stage}: you said, not now.", "That is fine. Nothing is lost, and you can say yes later."),
    "no_thanks": ("{stage}: you said, no thank you.", "That is a whole answer. Nobody will ask you why."),
    "went_ahead_anyway": ("{stage}: you went ahead.", "It was your call. We are still there for you."),
}
# To the first question of all.
SAID_YES = ("{stage}: you said yes.", "It is yours to ask for. Nobody needs a reason.")
CHOSE = "You chose. {topic} {value}."
TOOK_BACK = "You took an answer back. {topic}"
BESIDE = {
    "practitioner": "{name} became your supporter.",
    "back_up": "{name} will step in when your supporter cannot.",
    "peer_mentor": "{name} became your mentor in this.",
    "advocate": "{name} became your advocate.",
    "interpreter": "{name} became your interpreter.",
}
STEPPED_IN = ("{name} stepped in for your supporter.", "From that day {name} could read this page, too.")
LEFT = ("{name} is no longer beside you in this.", "Nobody has to say why.")
READINGS: dict[str, tuple[str, str]] = {
    "went_ahead": ("You read.", ""),
    "stopped_early": ("You read, and stopped when you wanted to.", "You decide if there is another time."),
    "put_off_by_person": ("You put the reading off.", "That is fine. The papers can wait."),
    "put_off_by_us": ("We put the reading off.", "That was us, not you. We owe you another day."),
}
LIGHT = "You said that you were: {light}."
ASKED_HOW = "We asked how you were."
AGREED_LETTER = "You agreed to a letter."
AGREED_LETTER_MEANS = "If one word of it changes, we ask you again."
HELD_BACK = ("We held back handing you the papers.", "It ends by itself within one working day, and you were told why.")
PRINTED = "These papers were printed for you."
VOID = {
    "printed_again": "A newer print takes their place.",
    "moved": "You moved, so they are out of date. We owe you a new print.",
    "released": "You left, so they are out of date. We owe you a new print.",
}
MOVED_PAPERS = "The papers changed hands: {place}."
COVERED = "We noted what is covered: {category} ({pages})."
MISSING = "You noticed that something is missing: {what}."
CORRECTING = "You asked {holder}: {what}."
SIGNED = ("You signed a permission for {holder}. It is good until {until}.", "You can take it back at any time.")
TOOK_BACK_PERMISSION = ("You took your permission for {holder} back.", "It ended at once.")
# How they showed who they are, where the name of it speaks of them to others.
PROOFS = {"prison": "a letter from the prison that says who you are", "knowledge": "what only you would know"}
SHOWED = ("You showed who you are: {kind}.", "We kept no copy, and no number.")
LOOKED_BACK = ("You looked back at how {holder} was.", "Your ticks count together with those of others, never alone.")
DELETING: dict[str, tuple[str, str]] = {
    "asked": ("All of this is to be deleted.", "Say so if you would like it to stay."),
    "called_off": ("All of this was to be deleted, and it stays.", "You can ask for it again at any time."),
}
FAMILY = "You thought about telling somebody. {whom}: {what}."
FAMILY_MEANS = "You can change that, and you need not tell anybody."
TOLD_FAMILY = "You told somebody. {whom}."
# How far it is, said to the person, where the name of it speaks of them to others.
STAGES = {"paused_by_person": "Paused, as you wished"}
# Of a holder’s time while there is no day by which it must answer.
STANDS_STILL = "{holder}: their time stands still. {left} left once they have the answer."
SAY_THEY_HAVE_IT = "{holder}: say by {due} that they have your complaint"
SAY_THEY_HAVE_IT_ABOUT = "{holder}: say by about {due} that they have your complaint"
PUT_RIGHT_BY = "{holder}: answer by {due} what you asked them to put right"
NOT_BEGUN = "{holder}: their time has not started. It starts when they have all that they need."
# What is still to come: readings, asking how they are, and what we owe somebody by the kind of a duty. Only what stands
# here is told to them.
TO_THEM = {
    "reading": "You plan to read, at {time}",
    "ask_how": "We ask how you are",
    "keep_in_touch": "We are in touch with you by then, even if nothing has happened",
    "tell_it_is_here": "We tell you that papers are here",
    "pack_again": "We print your papers again, with the right dates",
    "hand_over": "We make sure that somebody is there for you at the new place",
}
# To their mentor, who does not learn where papers are.
TO_MENTOR = {
    "reading": "They plan to read, at {time}",
    "ask_how": "We ask them how they are",
    "keep_in_touch": "We are in touch with them by then",
    "hand_over": "We make sure that somebody is there for them at the new place",
}


def pages(count: int) -> str:
    """A count of pages in words."""
    return "1 page" if count == 1 else f"{count} pages"
