from tests.matrix.doors import FILE_SUPPORTERS, MENTORS, WHOLE_PROGRAMME, Door

LISTS = ("questions", "readings", "follow_ups", "debriefs", "unnamed", "duties")

DOORS = [
    Door("casefiles_support:today-index", opens=FILE_SUPPORTERS | MENTORS | WHOLE_PROGRAMME),
    Door("casefiles_support:today-late_holders", opens=FILE_SUPPORTERS),
    *(Door("casefiles_support:today-show", opens=FILE_SUPPORTERS, args={"name": f"={name}"}) for name in LISTS),
    Door("casefiles_support:figures-holders", opens=FILE_SUPPORTERS | {"programme_manager", "funder", "editor"}),
]
