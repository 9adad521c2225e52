from tests.matrix.doors import (
    CASE_STAFF,
    COORDINATORS,
    MENTORS,
    NOBODY,
    PARTNERS,
    SIGNED_IN,
    WHOLE_PROGRAMME,
    Door,
)

SEE_PEOPLE = MENTORS | CASE_STAFF | PARTNERS
TEAM = frozenset({"coordinator"})
LEAD = frozenset({"safeguarding_lead"})
JO = {"ref": "jo"}


def person(name, opens, hidden=NOBODY, **more):
    """A page about Jo, whose mentor is Sam."""
    return Door(f"people:{name}", opens=opens, hidden=hidden, args=JO | more, given=("match",), about="jo")


def concern(name, opens, hidden=NOBODY, **more):
    """A page about a concern for Jo that Sam raised."""
    return Door(f"people:{name}", opens=opens, hidden=hidden, args={"ref": "concern"}, about="jo", **more)


def text(name, opens, of="inbound_text", **more):
    """A page about a text from Jo, or one to Jo that is held."""
    return Door(f"people:{name}", opens=opens, hidden={"other_coordinator"}, args={"ref": of}, about="jo", **more)


DOORS = [
    Door("people:persons-index", opens=SEE_PEOPLE),
    Door("people:persons-add", opens=COORDINATORS),
    # Jo's mentor, Jo's team and those who look after the whole programme. Nothing is shared with partners.
    person(
        "persons-detail", {"peer_mentor"} | TEAM | WHOLE_PROGRAMME, {"other_mentor", "other_coordinator"} | PARTNERS
    ),
    person("persons-edit", TEAM, {"other_mentor", "other_coordinator"} | PARTNERS),
    person("persons-history", WHOLE_PROGRAMME),
    person("locations-record", TEAM, {"other_mentor", "other_coordinator"} | PARTNERS),
    person("contact_points-add", TEAM, {"other_mentor", "other_coordinator"} | PARTNERS),
    person("contact_points-verify", TEAM, {"other_mentor", "other_coordinator"} | PARTNERS, point_ref="contact_point"),
    person("contact_points-end", TEAM, {"other_mentor", "other_coordinator"} | PARTNERS, point_ref="contact_point"),
    person(
        "contact_points-send_code", TEAM, {"other_mentor", "other_coordinator"} | PARTNERS, point_ref="contact_point"
    ),
    person(
        "contact_points-take_code", TEAM, {"other_mentor", "other_coordinator"} | PARTNERS, point_ref="contact_point"
    ),
    person("text_choices-choose", TEAM, {"other_mentor", "other_coordinator"} | PARTNERS),
    Door("people:text_choices-own", opens=MENTORS),
    Door("people:texts-index", opens=CASE_STAFF),
    person("texts-person", TEAM | WHOLE_PROGRAMME, {"other_coordinator"}),
    text("texts-detail", TEAM | WHOLE_PROGRAMME),
    text("texts-handle", TEAM | WHOLE_PROGRAMME, post_only=True),
    text("texts-resume", TEAM | {"programme_manager"}),
    Door("people:held_texts-index", opens=CASE_STAFF),
    Door("people:sent_texts-index", opens=CASE_STAFF),
    text("held_texts-release", TEAM | {"programme_manager"}, of="held_text"),
    person("permissions-give", TEAM, {"other_mentor", "other_coordinator"} | PARTNERS),
    person("permissions-withdraw", TEAM, {"other_mentor", "other_coordinator"} | PARTNERS, permission_ref="permission"),
    person("identifications-record", TEAM, {"other_mentor", "other_coordinator"} | PARTNERS),
    Door("people:identifications-index", opens=CASE_STAFF),
    Door("people:concerns-raise", opens=SIGNED_IN),
    Door("people:concerns-mine", opens=SIGNED_IN),
    Door("people:concerns-index", opens=CASE_STAFF | {"prison_staff"}),
    concern("concerns-detail", TEAM | WHOLE_PROGRAMME, {"other_coordinator", "prison_staff"}),
    concern("concerns-acknowledge", LEAD, post_only=True),
    concern("concerns-manage", LEAD, post_only=True),
    concern("concerns-triage", LEAD),
    concern("concerns-refer", LEAD),
    concern("concerns-close", LEAD),
    concern("concern_notes-add", LEAD),
]
