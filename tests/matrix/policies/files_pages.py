"""Somebody’s page and their papers: for whoever supports them; for a mentor whom they named, dates and support."""

from tests.matrix.doors import FILE_SUPPORTERS, MENTORS, SIGNED_IN, Door

THEIRS = frozenset({"file_supporter"})
# The safeguarding lead finds those where there is a safety hold.
ELSEWHERE = (FILE_SUPPORTERS | {"safeguarding_lead"}) - THEIRS


def page(name):
    """A page of Jo’s journey."""
    return Door(f"casefiles_support:{name}", opens=THEIRS, hidden=ELSEWHERE, args={"ref": "journey"}, about="jo")


DOORS = [
    Door("casefiles_support:journeys-index", opens=FILE_SUPPORTERS),
    page("journeys-detail"),
    page("journeys-looks"),
    page("journeys-print"),
    Door("casefiles_support:packs-print", opens=THEIRS, hidden=FILE_SUPPORTERS - THEIRS, args={"ref": "journey"},
         about="jo"),
    Door("casefiles_support:packs-hand_over", opens=THEIRS, hidden=FILE_SUPPORTERS - THEIRS,
         args={"ref": "journey", "pack_ref": "pack"}, about="jo"),
    Door("casefiles_support:mine-show", opens=SIGNED_IN),
    Door("casefiles_support:mine-print", opens=SIGNED_IN, answers=302),
    Door("casefiles_support:mine-looks", opens=SIGNED_IN, answers=302),
    Door("casefiles_support:alongside-index", opens=MENTORS),
    Door("casefiles_support:alongside-show", opens=frozenset({"peer_mentor"}), hidden=frozenset({"other_mentor"}),
         args={"ref": "journey"}, given=("sam_beside",), about="jo"),
]  # fmt: skip
