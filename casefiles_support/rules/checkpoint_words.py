"""How each stage is said, and the short answers it knows. Plain words, for whoever reads at nine to eleven."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Question:
    """Several answers may be ticked. What is not in the list is not kept."""

    words: str
    answers: dict[str, str]


SAY: dict[str, str] = {
    "C0": "There may be records about your time in care. They are yours to ask for. You don’t have to decide today.",
    "C1": "Some of it may be missing, or blacked out, or written in a way that hurts. Some of it may be good to see.",
    "C2": "You say who is beside you. You can change your mind whenever you like, and nobody asks why.",
    "C3": "You can ask for everything, or for one thing only.",
    "C4": "This is the letter. Nothing goes before you have said yes to these words.",
    "C5": "I’ll tell you either way, even when nothing has happened.",
    "C6": "Your papers are here. They can wait as long as you like.",
    "C7": "These parts are covered. Often it is someone else’s name. We can ask why, and ask again.",
    "C8": "Let’s find a good time, and somebody for that evening and the day after.",
    "C9": "We can stop at any time. You decide what happens to the pages. That is what somebody wrote then. "
          "It isn’t who you are.",
    "C10": "I’ll ask how you are tomorrow. You can tell me to leave it.",
    "C11": "You don’t have to tell anybody. If you want to, we can think about how.",
    "C12": "If something is wrong, it can be put right, or your own words can go beside it.",
    "C13": "It’s your paper. Where would you like it to be?",
    "C14": "What helped? What hurt? What should we do differently?",
}  # fmt: skip
GO_AHEAD = "It’s your call. Here is who’s around tonight."

HOW = {
    "in_person": "Face to face",
    "on_site": "Through somebody on site",
    "phone": "By telephone",
    "letter": "By letter",
}
ANSWERS: dict[str, dict[str, Question]] = {
    "C1": {
        "busy": Question("Is something coming up within four weeks?", {
            "court": "Court", "parole": "Parole", "transfer": "A transfer", "release": "Release", "visits": "A visit",
            "anniversary": "An anniversary", "none": "Nothing that they know of"}),
        "reading": Question("What helps with reading?", {
            "nothing": "Nothing needed", "aloud": "Having it read aloud", "large_print": "Large print",
            "coloured_paper": "Coloured paper", "dyslexia": "More time: letters move about",
                "eyesight": "Glasses first",
            "welsh": "Welsh", "other_language": "Another language"}),
        "worries": Question("What would be hard?", {
            "words": "Words that hurt", "gaps": "Gaps", "family": "Things about family",
            "empty": "That there is nothing", "seen": "That somebody sees it", "rather_not": "Rather not say"}),
        "helps": Question("What helps on a bad day?", {
            "talk": "Talking to somebody", "alone": "Being left alone", "outside": "Being outside, or exercise",
            "music": "Music or drawing", "faith": "Faith", "work": "Work or routine", "rather_not": "Rather not say"}),
        "who_knows": Question("Who knows that they were in care?", {
            "nobody": "Nobody here", "friends": "A friend or two", "family": "Family", "staff": "Some staff",
            "many": "It is no secret"}),
    },
    "C2": {
        "chose": Question("What did they choose?", {
            "both": "Somebody, and somebody who steps in", "mentor_too": "A peer mentor as well",
            "none": "No supporter, thank you"}),
    },
    "C3": {
        "who": Question("Who may have something?", {
            "council": "A council", "trust": "A children’s trust", "charity": "A charity", "home": "A home",
            "health": "Health", "court": "A court", "police": "Police", "probation": "Prison or probation",
            "do_not_know": "They do not know"}),
        "scope": Question("What would they like to ask for?", {
            "everything": "Everything", "first_months": "The first months", "one_question": "One question",
            "memories": "Photographs and letters only"}),
    },
    "C5": {"how": Question("How?", HOW)},
    "C6": {
        "how": Question("How were they told?", HOW),
        "when": Question("When would they like it?", {
            "today": "Today", "planned": "On a day we plan together", "later": "Later: keep it sealed and safe",
            "never": "Not at all"}),
    },
    "C7": {
        "gaps": Question("What is not there?", {
            "years": "Whole years", "photographs": "Photographs", "letters": "Letters or cards",
                "covered": "Parts are covered",
            "nothing": "Nothing seems to be missing"}),
    },
    "C8": {
        "with": Question("With whom?", {
            "supporter": "With their supporter", "mentor": "With their mentor", "alone": "Alone",
            "trusted": "With somebody they trust"}),
        "settled": Question("What is settled?", {
            "stop_word": "A stop word", "evening": "Whom to reach that evening",
                "next_day": "Whom to reach the day after",
            "afterwards": "Something ordinary for afterwards", "pages": "Where the pages sleep"}),
    },
    "C11": {
        "talked": Question("What did you talk about?", {
            "whom": "Whom to tell", "private": "What stays private", "no_contact": "Rules about contact",
            "recorded": "That calls are recorded", "help": "Help from a mediator"}),
    },
    "C12": {
        "would_like": Question("What would they like?", {
            "correct": "Have something put right", "statement": "Add their own words", "complain": "Complain",
            "again": "Ask again", "legal": "Legal advice", "tracing": "Find somebody", "leave": "Leave it"}),
    },
    "C13": {
        "where": Question("Where should it live?", {
            "with_me": "With them", "programme": "With us, sealed, for 28 days at a time",
                "solicitor": "With a solicitor",
            "trusted": "With somebody they trust", "property": "In stored property", "returned": "Sent back",
            "destroyed": "Destroyed, by themselves"}),
    },
    "C14": {"quote": Question("May we use their words?", {
        "no": "No", "without_name": "Yes, without their name", "with_name": "Yes, with their name"})},
}  # fmt: skip
