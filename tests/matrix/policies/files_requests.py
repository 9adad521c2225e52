from tests.matrix.doors import CAST, FILE_SUPPORTERS, Door

FINN = frozenset({"file_supporter"})
WYN = frozenset({"other_file_supporter"})
KEEPERS = FILE_SUPPORTERS | {"coordinator", "other_coordinator", "programme_manager"}
# Whoever signs in may have a journey of their own; this one is Jo’s, and Finn keeps it.
ALL_OTHERS = frozenset(CAST) - FINN


def read(name, fixture="a_running_request"):
    return Door(f"casefiles_support:{name}", opens=FINN, hidden=ALL_OTHERS, args={"ref": fixture}, about="jo")


def kept(name, fixture="a_running_request", **more):
    """For whoever keeps the journey; another file supporter does not know that there is one."""
    return Door(f"casefiles_support:{name}", opens=FINN, hidden=WYN, args={"ref": fixture}, about="jo", **more)


def holder(name, opens=KEEPERS):
    return Door(f"casefiles_support:holders-{name}", opens=opens, args={"ref": "a_holder"},
                not_about="a council is no person")  # fmt: skip


DOORS = [
    Door("casefiles_support:holders-index", opens=KEEPERS | {"safeguarding_lead"}),
    Door("casefiles_support:holders-add", opens=KEEPERS),
    holder("page", KEEPERS | {"safeguarding_lead"}),
    holder("edit"),
    holder("verify"),
    holder("close"),
    read("requests-index", "journey"),
    kept("requests-begin", "journey"),
    read("requests-page"),
    kept("requests-amend", "a_request"),
    kept("requests-authorise"),
    kept("requests-paper_only", post_only=True),
    kept("requests-pass_on"),
    read("stops-withdraw"),
    kept("stops-close"),
    kept("stops-reopen"),
    kept("facts-add"),
    kept("facts-put_right", "a_fact"),
    kept("authorities-sign"),
    kept("authorities-choose_proof"),
    kept("authorities-take_back", "an_authority", post_only=True),
    kept("authorities-tell_holder", "an_authority", post_only=True),
]
