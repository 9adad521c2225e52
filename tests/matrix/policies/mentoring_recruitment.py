from tests.matrix.doors import CASE_STAFF, COORDINATORS, MENTORS, WHOLE_PROGRAMME, Door

# Rosa's team is Kit's; Gwen's is not. Managers do and decide; the safeguarding lead reads.
SEES = frozenset({"coordinator"}) | WHOLE_PROGRAMME
DOES = frozenset({"coordinator", "programme_manager"})
GWEN = frozenset({"other_coordinator"})
MANAGER = frozenset({"programme_manager"})
OWN = MENTORS | {"applicant"}  # each their own; somebody else's is not there for them
KIT = {"ref": "kit"}
APPLIED = {"ref": "application"}


def staff(name: str, fixture: str, opens: frozenset[str] = DOES, about: str = "kit_person", **more) -> Door:
    return Door(f"mentoring:{name}", opens=opens, hidden=GWEN, args={"ref": fixture}, about=about, **more)


DOORS = [
    Door("mentoring:interests-key_in", opens=COORDINATORS | MANAGER),
    Door("mentoring:applications-index", opens=CASE_STAFF),
    Door("mentoring:applications-own", opens=OWN),
    staff("applications-detail", "application", SEES),
    staff("applications-invite", "application"),
    staff("applications-advance", "application", post_only=True),
    Door("mentoring:applications-convictions", opens=WHOLE_PROGRAMME, args=APPLIED, about="kit_person"),
    Door("mentoring:applications-fill_in", opens=DOES, hidden=GWEN | OWN, args={"ref": "asked_to_apply"},
         about="kim_person"),
    Door("mentoring:applications-keep", opens=DOES, hidden=GWEN | OWN, args={"ref": "asked_to_apply"}, post_only=True,
         about="kim_person"),
    staff("decisions-approve", "application"),
    staff("decisions-decline", "application"),
    staff("decisions-defer", "application"),
    staff("decisions-resume", "application", post_only=True),
    Door("mentoring:decisions-withdraw", opens=DOES, hidden=GWEN | OWN, args=APPLIED, about="kit_person"),
    Door("mentoring:appeals-make", opens=DOES, hidden=GWEN | OWN, args=APPLIED, about="kit_person"),
    staff("appeals-decide", "appeal", about="lou_person"),
    staff("mentors-detail", "kit", SEES),
    staff("paths-detail", "kit", SEES),
    Door("mentoring:paths-own", opens=OWN),
    staff("mentors-supervise", "kit"),
    staff("mentors-set_capacity", "kit"),
    staff("mentors-train", "kit"),
    staff("mentors-invite_login", "kit"),
    staff("interviews-record", "kit"),
    staff("references-name", "kit"),
    staff("references-ask", "reference", post_only=True),
    staff("references-key_in", "reference"),
    staff("references-judge", "reference"),
    staff("references-take_back", "reference"),
    Door("mentoring:references-answer", public=True, answers=410),
    Door("mentoring:references-follow", public=True, answers=302, args={"code": "=not-a-code"}),
    Door("mentoring:references-thanks", public=True),
    staff("dbs_checks-ask", "kit"),
    Door("mentoring:dbs_checks-not_needed", opens=MANAGER, args=KIT, about="kit_person"),
    Door("mentoring:dbs_checks-decide", opens=MANAGER, args={"ref": "dbs_check"}, about="kit_person"),
    staff("risk_assessments-write", "kit", SEES),
    staff("risk_assessments-sign", "risk_assessment", SEES),
    Door("mentoring:clearances-index", opens=CASE_STAFF | {"prison_staff"}),
    staff("clearances-begin", "kit"),
    staff("clearances-take", "clearance"),
]  # fmt: skip
