from tests.matrix.doors import CASE_STAFF, Door

DOORS = [
    Door("desk:home"),
    Door("desk:menu"),
    Door("desk:reminders-every", opens=CASE_STAFF),
    Door("desk:screen-show", opens=CASE_STAFF, answers=404),  # open in the demonstration only
    Door("desk:cast-choose", public=True, answers=404),  # open in the demonstration only
]
