"""What a reference must hold, in plain Python."""

from collections.abc import Mapping

LINK_IS_OVER = "This link has been used, or is too old. Thank you all the same. Ask whoever sent it for a new one."
# The questions, by name: short enough to answer standing up.
QUESTIONS = {
    "how_long": "How long have you known them, and how?",
    "strengths": "What are they good at with other people?",
    "reliable": "Do they do what they say they will? Tell us about a time.",
    "worries": "Is there anything that would worry you about them supporting somebody?",
    "recommend": "Would you be glad if they supported somebody you care about?",
}
MUST = ("how_long", "recommend")


def why_not_name(*, name: str, email: str, reach: str) -> list[str]:
    reasons = [] if name.strip() else ["Enter the name of the person to ask."]
    if not (email.strip() or reach.strip()):
        reasons.append("Give an email address, or another way to reach them.")
    return reasons


def why_not_answer(said: Mapping[str, str]) -> list[str]:
    if any(not said.get(name, "").strip() for name in MUST):
        return ["Answer how you know them, and whether you would be glad."]
    return []
