from tests.matrix.doors import Door

DOORS = [
    Door("desk:home"),
    Door("desk:menu"),
    Door("desk:cast-choose", public=True, answers=404),  # open in the demonstration only
]
