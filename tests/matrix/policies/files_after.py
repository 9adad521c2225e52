"""What comes after an answer: whoever keeps the journey, and the person their own. A second name deletes it."""

from tests.matrix.doors import FILE_SUPPORTERS, SIGNED_IN, Door

KEEPER = frozenset({"file_supporter"})
OTHERS = SIGNED_IN - KEEPER  # it may be anybody’s own, so that for all others there is none


def read(name, fixture):
    """A page of Jo’s that Jo could open, too."""
    return Door(f"casefiles_support:{name}", opens=KEEPER, hidden=OTHERS, args={"ref": fixture}, about="jo")


def kept(name, fixture):
    """A step that whoever keeps Jo’s journey takes."""
    return Door(
        f"casefiles_support:{name}", opens=KEEPER, hidden=FILE_SUPPORTERS - KEEPER, args={"ref": fixture}, about="jo"
    )


DOORS = [
    read("redactions-of_request", "answered"),
    *[kept(f"redactions-{verb}", "answered") for verb in ("note", "ask", "let_be")],
    *[kept(f"redactions-{verb}", "redaction") for verb in ("put_right", "answer")],
    *[kept(f"missing_items-{verb}", "answered") for verb in ("note", "ask")],
    *[kept(f"missing_items-{verb}", "missing_item") for verb in ("chase", "answer")],
    read("corrections-of_request", "answered"),
    kept("corrections-begin", "answered"),
    *[kept(f"corrections-{verb}", "correction") for verb in ("send", "receive", "answer")],
    read("corrections-statement", "correction"),
    read("complaints-of_request", "answered"),
    *[kept(f"complaints-{verb}", "answered") for verb in ("send", "take_further", "let_be")],
    *[kept(f"complaints-{verb}", "complaint") for verb in ("receive", "acknowledge", "answer")],
    read("complaints-about_us", "journey"),
    read("family_plans-of_journey", "journey"),
    kept("family_plans-make", "journey"),
    *[kept(f"family_plans-{verb}", "family_plan") for verb in ("revise", "mediate", "tell")],
    read("evaluations-of_journey", "journey"),
    read("evaluations-detail", "looked_back_at"),
    read("evaluations-look_back", "answered"),
    read("erasures-of_journey", "journey"),
    read("erasures-ask", "journey"),
    kept("erasures-tell", "erasure"),
    read("erasures-call_off", "erasure"),
    Door("casefiles_support:erasures-index", opens=frozenset({"programme_manager"})),
    Door(
        "casefiles_support:erasures-agree", opens=frozenset({"programme_manager"}), args={"ref": "told_erasure"},
        about="jo",
    ),
]  # fmt: skip
