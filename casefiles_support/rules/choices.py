"""What the person may choose, at any time: the topics, their answers, and what else is always theirs to say."""

from datetime import date, timedelta

MOST_WORDS = 300
FARTHEST = timedelta(days=732)  # a day that they choose lies within two years
A_DAY = "chosen_day"

YES_NO = {"yes": "Yes", "no": "No", "each_time": "Ask me each time"}
ANSWERS: dict[str, dict[str, str]] = {
    "tell_safer_custody": YES_NO,
    "who_opens": {"me": "I do", "together": "We do, together", "supporter": "My supporter",
        "solicitor": "My solicitor"},
    "who_reads_first": {"me": "I do", "together": "We do, together", "supporter": "My supporter reads first"},
    "read_how": {
        "myself": "I read it myself", "aloud": "Somebody reads it aloud", "together": "Together",
            "some": "Only some of it",
        "summary": "A summary instead", "large_print": "In large print", "coloured_paper": "On coloured paper",
        "listen": "I would like to listen to it"},
    "what_first": {
        "beginning": "From the beginning", "photographs": "Photographs first", "letters": "Letters and cards first",
        "one_question": "One question only", "newest": "The end first"},
    "place": {
        "programme": "To the programme, for my supporter", "prison_staff": "To a named member of staff",
        "solicitor": "To my solicitor", "trusted": "To somebody I trust",
            "outside": "Not here: keep it out until I leave"},
    "where_kept": {
        "with_me": "With me", "sealed": "Sealed and unread, with the programme", "programme": "With the programme",
        "solicitor": "With my solicitor", "trusted": "With somebody I trust", "property": "In my stored property",
        "returned": "Sent back"},
    "contact_times": {
        "any": "Any time", "mornings": "Mornings", "afternoons": "Afternoons", "evenings": "Evenings",
        "weekends": "Weekends", "letters": "By letter only"},
    "letters_explained": YES_NO,
    "mentor_in_room": YES_NO,
    A_DAY: {},
    "quote_me": {"no": "No", "without_name": "Yes, without my name", "with_name": "Yes, with my name"},
}  # fmt: skip
# What needs no box to tick: said at any time, and done.
ALWAYS = (
    "Pause, stop, or start again.",
    "Have somebody else beside me, or nobody. Nobody asks why.",
    "Ask my mentor to leave the room.",
    "Read on another day, or not at all. It can stay sealed, or go back.",
    "Take back what I signed. It ends at once, and we say who must be told.",
    "See everything that is kept about this, and who looked at it.",
    "Have my own words printed, or taken out.",
    "Complain about you.",
)


def why_not_choose(*, topic: str, value: str, words: str, today: date) -> list[str]:
    """An empty value is no choice: that is taking one back."""
    if topic not in ANSWERS:
        return ["Choose what it is about."]
    reasons = _why_not_day(value, today) if topic == A_DAY else []
    if topic != A_DAY and value not in ANSWERS[topic]:
        reasons.append("Choose one of the answers in the list.")
    if len(words) > MOST_WORDS:
        reasons.append(f"Keep it short: at most {MOST_WORDS} characters.")
    return reasons


def in_words(topic: str, value: str) -> str:
    """What was chosen, as the person reads it."""
    if topic == A_DAY and value:
        day = date.fromisoformat(value)
        return f"{day.day} {day:%B %Y}"
    return ANSWERS.get(topic, {}).get(value, "")


def _why_not_day(value: str, today: date) -> list[str]:
    try:
        day = date.fromisoformat(value)
    except ValueError:
        return ["Enter a real date."]
    return [] if today < day <= today + FARTHEST else ["Choose a day after today and within two years."]
