"""Paper: printed and typed in by those who look after the team."""

from tests.matrix.doors import CASE_STAFF, COORDINATORS, Door

THEIRS = frozenset({"coordinator", "programme_manager"})
ELSEWHERE = frozenset({"other_coordinator"})
KEY = THEIRS | ELSEWHERE
SHEET = {"ref": "sheet"}


def sheet(name, **more):
    """A page about a sheet that was printed for Sam and Jo."""
    return Door(f"mentoring:{name}", opens=THEIRS, hidden=ELSEWHERE, args=SHEET | more, about="jo")


DOORS = [
    Door("mentoring:sheets-index", opens=KEY),
    Door("mentoring:sheets-find", opens=KEY),
    Door("mentoring:sheets-delays", opens=CASE_STAFF),
    sheet("sheets-detail"),
    sheet("sheets-key"),
    Door("mentoring:sheets-key_for", opens=THEIRS, hidden=ELSEWHERE, args={"ref": "blank_sheet", "who_ref": "match"},
         about="jo"),
    sheet("sheets-void"),
    Door("mentoring:guests-tell", opens=THEIRS, hidden=ELSEWHERE, args={"ref": "names_sheet"},
         not_about="It shows whom of the team it may be; its Look names them all."),
    Door("mentoring:stacks-give_code", opens=KEY),
    sheet("stacks-print_again"),
    Door("mentoring:stacks-print_register", opens=THEIRS, hidden=ELSEWHERE, args={"ref": "group"},
         not_about="It shows the name of a group and of nobody in it."),
    Door("mentoring:slips-index", opens=COORDINATORS),
    Door("mentoring:slips-print", opens=frozenset({"coordinator"}), hidden=ELSEWHERE, args={"ref": "leeds"},
         given=("coming_meeting",), not_about="It names a prison; each slip is written down as it is printed."),
    Door("mentoring:stacks-print", opens=KEY),
    Door("mentoring:stacks-print_for", opens=THEIRS, hidden=ELSEWHERE, args={"ref": "match"}, about="jo"),
    Door("mentoring:stacks-detail", opens=THEIRS, hidden=ELSEWHERE, args={"ref": "stack_of_sheets"}, about="jo"),
    Door("mentoring:stacks-paper", opens=THEIRS, hidden=ELSEWHERE, args={"ref": "stack_of_sheets"}, about="jo"),
]  # fmt: skip
