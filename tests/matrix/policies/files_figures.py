from tests.matrix.doors import FILE_SUPPORTERS, Door

DOORS = [
    Door("casefiles_support:figures-holders", opens=FILE_SUPPORTERS | {"programme_manager", "funder", "editor"}),
]
