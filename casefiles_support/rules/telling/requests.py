"""What happened to a request, by the kind of a fact; {holder} is whom the records were asked of."""

# The sentence, and what it means.
FACTS: dict[str, tuple[str, str]] = {
    "handed_in": ("Your letter to {holder} was handed in to be posted.", "It goes out with the post."),
    "posted": ("Your letter to {holder} was posted.", "Their time starts on the day that they receive it."),
    "received": ("{holder} had your letter.", "Their time is counted from this day."),
    "id_asked": ("{holder} asked for proof of who you are.", "Their time starts when they have it."),
    "id_received": ("{holder} had the proof of who you are.", "Their time starts no earlier than this day."),
    "authority_asked": ("{holder} asked for your signed permission.", "Their time starts when they have it."),
    "authority_received": ("{holder} had your signed permission.", "Their time starts no earlier than this day."),
    "fee_asked": ("{holder} asked for a fee.", "It should be free nearly always. We can ask them why."),
    "fee_paid": ("The fee was paid.", "Their time starts no earlier than this day."),
    "clarification_asked": (
        "{holder} asked what you would like to see.",
        "Their time stands still until they have the answer. Answering soon keeps it going.",
    ),
    "clarification_answered": ("{holder} had the answer.", "Their time goes on."),
    "extension_notice": (
        "{holder} said that they need two more months.",
        "It counts only if it came in time and gave a reason. The dates on this page have that in them.",
    ),
    "partial_reply": ("{holder} sent part of it.", "They still owe you the rest. The day stays the same."),
    "full_reply": ("{holder} sent what they have.", "You can ask about what is covered, and what is missing."),
    "refusal": ("{holder} said no.", "You can ask them to look again, and then ask the regulator. We can help."),
    "no_records": (
        "{holder} said that they have nothing.",
        "That does not mean it did not happen. There are more places to ask.",
    ),
    "transferred": ("{holder} passed it on to somebody else.", "Whoever has it now has a time of their own."),
}
ASSUMED = ("We think that {holder} had your letter.", "Nobody has confirmed the day, so the dates are a guess.")
COMPLAINED = {
    "holder": ("You complained to {holder}.", "They must say within 30 days that they have it."),
    "regulator": ("You asked the regulator to look at {holder}.", "The regulator is the Information Commissioner."),
}
OPENED = {
    "no": "Nobody has opened it.",
    "by_prison": "The prison opened it. You have a right to know that.",
    "by_person": "You opened it.",
    "by_supporter": "Your supporter opened it, as you wished.",
    "unknown": "We do not know if anybody opened it.",
}
CAME = "Papers came from {holder}."
ANNOUNCED = ("{holder} said that papers are on their way.", "You say where they go, and who opens them.")
TOLD = "We told you that they are here."
TOLD_MEANS = "They can wait as long as you like."


def of_fact(kind: str, *, holder: str, basis: str = "") -> tuple[str, str]:
    """The sentence and what it means; a day of receipt that is assumed is told as a guess."""
    said, means = ASSUMED if kind == "received" and basis == "assumed" else FACTS[kind]
    return said.format(holder=holder), means
