from tests.matrix.doors import COORDINATORS, SIGNED_IN, Door

INVITERS = COORDINATORS | {"programme_manager", "administrator"}
LOGINS = frozenset({"programme_manager", "administrator"})
SOMEBODY = {"ref": "max_"}

DOORS = [
    Door("accounts:security-account", opens=SIGNED_IN),
    Door("accounts:security-second-step", opens=SIGNED_IN),
    Door("accounts:sign-in-stay", opens=SIGNED_IN, post_only=True),
    Door("accounts:held-forms-listing", opens=SIGNED_IN),
    Door("accounts:held-forms-let-go", opens=frozenset({"coordinator"}), hidden=SIGNED_IN, answers=302,
         args={"ref": "held_form"}),
    Door("accounts:invitations-start", public=True),
    Door("accounts:invitations-accept", public=True, answers=410),
    Door("accounts:invitations-follow", public=True, answers=302, args={"code": "=nosuchcode"}),
    Door("accounts:invitations-listing", opens=INVITERS),
    Door("accounts:invitations-invite", opens=INVITERS),
    Door("accounts:invitations-send-again", opens=LOGINS | {"coordinator"}, hidden=COORDINATORS, answers=302,
         args={"ref": "invitation"}),
    Door("accounts:invitations-withdraw", opens=LOGINS | {"coordinator"}, hidden=COORDINATORS, answers=302,
         args={"ref": "invitation"}),
    Door("accounts:users-listing", opens=LOGINS),
    Door("accounts:users-detail", opens=LOGINS, args=SOMEBODY),
    Door("accounts:users-roles", opens=LOGINS, args=SOMEBODY),
    Door("accounts:users-close", opens=LOGINS, args=SOMEBODY),
    Door("accounts:users-reopen", opens=LOGINS, args=SOMEBODY),
    Door("accounts:users-clear-second-step", opens=LOGINS, args=SOMEBODY),
    Door("accounts:users-fresh-start", opens=LOGINS, args=SOMEBODY),
]  # fmt: skip
