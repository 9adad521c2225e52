from tests.matrix.doors import SIGNED_IN, Door
from tests.training.courses import block

LEARNERS = SIGNED_IN - {"stranger"}
DEE = frozenset({"prison_staff"})
# What somebody learns is theirs: for everybody else it does not exist.
OTHERS = LEARNERS - DEE
QUESTION = block("q1", "question", None)["id"]
HELD, OPEN_TRY = {"ref": "some_progress"}, {"ref": "an_open_try"}
LONG_AGO = {"ref": "finished_long_ago"}

DOORS = [
    Door("training:learning-mine", opens=LEARNERS),
    Door("training:reflections-mine", opens=LEARNERS),
    Door("training:modules-detail", opens=LEARNERS, args={"ref": "another_module"}),
    Door("training:modules-begin", opens=LEARNERS, args={"ref": "another_module"}, post_only=True),
    Door("training:progress-detail", opens=DEE, hidden=OTHERS, args=HELD),
    Door("training:progress-page", opens=DEE, hidden=OTHERS, args=HELD | {"page": "=1"}),
    Door("training:progress-carry_over", opens=DEE, hidden=OTHERS, args={"ref": "overtaken"}),
    Door("training:progress-refresh", opens=DEE, hidden=OTHERS, args=LONG_AGO),
    Door("training:confidences-later", opens=DEE, hidden=OTHERS, args=LONG_AGO),
    Door("training:attempts-begin", opens=DEE, hidden=OTHERS, args=HELD),
    Door("training:attempts-whole", opens=DEE, hidden=OTHERS, args=OPEN_TRY),
    Door("training:attempts-question", opens=DEE, hidden=OTHERS, args=OPEN_TRY | {"block": f"={QUESTION}"}),
    Door("training:attempts-check", opens=DEE, hidden=OTHERS, args=OPEN_TRY),
    Door("training:attempts-result", opens=DEE, hidden=OTHERS, args={"ref": "a_try"}),
]
