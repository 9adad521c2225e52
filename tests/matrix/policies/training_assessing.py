from tests.matrix.doors import COORDINATORS, Door

# Sam's coordinator and the programme's managers. Another team's coordinator is told of nothing.
LOOKS = frozenset({"coordinator", "programme_manager"})
GWEN = frozenset({"other_coordinator"})
WATCH = {"ref": "a_walk", "block": "=2d9dec53-fa0c-5383-b27d-459a6176d8c2"}

DOORS = [
    Door("training:assessments-index", opens=COORDINATORS | {"programme_manager"}, given=("a_reflection",)),
    Door("training:assessments-mark", opens=LOOKS, hidden=GWEN, args={"ref": "a_reflection"}),
    Door("training:assessments-sign_off", opens=LOOKS, hidden=GWEN, args=WATCH),
    Door("training:assessments-check", opens=LOOKS, hidden=GWEN, args={"ref": "an_assessment"}),
]
