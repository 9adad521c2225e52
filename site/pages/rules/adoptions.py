"""What may be done with the word of an organisation that it uses a tool."""

# From where to where, with what staff call it.
STEPS = {
    "confirm": (("waiting", "declined"), "confirmed", "Yes, it is real"),
    "decline": (("waiting",), "declined", "No, this is not for the list"),
    "withdraw": (("confirmed",), "withdrawn", "Take it off: they asked us to, or it no longer holds"),
}
# In these it is over: whoever told us need not be reached any more.
OVER = ("withdrawn",)


def steps_from(status: str) -> list[tuple[str, str]]:
    """What may be done now: (step, words)."""
    return [(step, words) for step, (frm, _, words) in STEPS.items() if status in frm]
