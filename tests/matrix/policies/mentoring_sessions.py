from tests.matrix.doors import CASE_STAFF, COORDINATORS, MENTORS, WHOLE_PROGRAMME, Door

MANAGER = frozenset({"programme_manager"})
ON_BEHALF = COORDINATORS | MANAGER
THE_TEAM = frozenset({"coordinator"}) | MANAGER
SAM = frozenset({"peer_mentor"})
OTHER_MENTOR = frozenset({"other_mentor"})
OTHER_TEAM = frozenset({"other_coordinator"})
NAMES_ONLY = "it asks, and shows nothing but the names they like to be called"
GROUP = {"ref": "group"}

DOORS = [
    Door("mentoring:registers-choose", opens=MENTORS | ON_BEHALF),
    Door("mentoring:registers-take_own", opens=MENTORS),
    Door("mentoring:registers-take", opens=SAM | THE_TEAM, hidden=OTHER_MENTOR | OTHER_TEAM, args=GROUP,
         not_about=NAMES_ONLY),
    Door("mentoring:registers-take_for", opens=THE_TEAM, hidden=OTHER_TEAM, args={"ref": "sams_mentor"},
         not_about=NAMES_ONLY),
    Door("mentoring:registers-correct", opens=SAM, hidden=OTHER_MENTOR | OTHER_TEAM, args={"ref": "register"},
         about="jo"),
    Door("mentoring:groups-index", opens=CASE_STAFF),
    Door("mentoring:groups-add", opens=ON_BEHALF),
    Door("mentoring:groups-detail", opens=frozenset({"coordinator"}) | WHOLE_PROGRAMME, hidden=OTHER_TEAM, args=GROUP,
         not_about=NAMES_ONLY),
    Door("mentoring:groups-join", opens=THE_TEAM, hidden=OTHER_TEAM, args=GROUP, not_about=NAMES_ONLY),
    Door("mentoring:groups-lead", opens=THE_TEAM, hidden=OTHER_TEAM, args=GROUP, not_about=NAMES_ONLY),
    Door("mentoring:groups-close", opens=THE_TEAM, hidden=OTHER_TEAM, args=GROUP, not_about=NAMES_ONLY),
    Door("mentoring:groups-leave", opens=THE_TEAM, hidden=OTHER_TEAM, args={"ref": "member"}, not_about=NAMES_ONLY),
    Door("mentoring:groups-stand_down", opens=THE_TEAM, hidden=OTHER_TEAM, args={"ref": "facilitator"},
         not_about=NAMES_ONLY),
    Door("mentoring:calendar-index", opens=MENTORS | CASE_STAFF),
    Door("mentoring:calendar-unlogged", opens=CASE_STAFF),
    Door("mentoring:meetings-plan", opens=MENTORS | ON_BEHALF),
    Door("mentoring:meetings-detail", opens=SAM | frozenset({"coordinator"}) | WHOLE_PROGRAMME,
         hidden=OTHER_MENTOR | OTHER_TEAM, args={"ref": "meeting"}, about="jo"),
    Door("mentoring:meetings-move", opens=SAM | THE_TEAM, hidden=OTHER_MENTOR | OTHER_TEAM, args={"ref": "meeting"},
         about="jo"),
    Door("mentoring:meetings-call_off", opens=SAM | THE_TEAM, hidden=OTHER_MENTOR | OTHER_TEAM,
         args={"ref": "meeting"}, about="jo"),
    # With one person: only the mentor who was to meet them. With a group: whoever may take its register.
    Door("mentoring:meetings-log", opens=SAM, hidden=OTHER_MENTOR | OTHER_TEAM, args={"ref": "meeting"}, about="jo"),
    Door("mentoring:meetings-log", opens=SAM | THE_TEAM, hidden=OTHER_MENTOR | OTHER_TEAM,
         args={"ref": "group_meeting"}, not_about=NAMES_ONLY),
    Door("mentoring:meetings-link", opens=SAM, hidden=OTHER_MENTOR | OTHER_TEAM, args={"ref": "meeting"},
         post_only=True, about="jo"),
    Door("mentoring:repeats-stop", opens=SAM | THE_TEAM, hidden=OTHER_MENTOR | OTHER_TEAM, args={"ref": "repeat"},
         not_about=NAMES_ONLY),
    Door("mentoring:attendance-figures", opens=MENTORS | CASE_STAFF),
    Door("mentoring:feeds-show", opens=MENTORS),
    Door("mentoring:feeds-renew", opens=MENTORS, post_only=True),
    Door("mentoring:feeds-switch_off", opens=MENTORS, post_only=True),
    # Whoever holds the secret; what it answers then is in tests/mentoring/views/test_feeds.py.
    Door("mentoring:feeds-fetch", public=True, answers=404, args={"token": "=0123456789abcdef"}),
]  # fmt: skip
