from tests.matrix.doors import SIGNED_IN, Door
from tests.matrix.policies.training_certificates import KEEPERS

PACKERS = KEEPERS | {"editor"}
LEADS = KEEPERS | {"learning_lead"}
# The sheet is that of somebody who works at no prison of hers.
LEAD = frozenset({"learning_lead"})
SHEET, MODULE = {"ref": "an_answer_sheet"}, {"ref": "a_module"}

DOORS = [
    Door("training:answer_sheets-index", opens=LEADS),
    Door("training:answer_sheets-find", opens=LEADS),
    Door("training:answer_sheets-give", opens=LEADS),
    Door("training:answer_sheets-detail", opens=KEEPERS, hidden=LEAD, args=SHEET),
    Door("training:answer_sheets-paper", opens=KEEPERS, hidden=LEAD, args=SHEET),
    Door("training:answer_sheets-key", opens=KEEPERS, hidden=LEAD, args=SHEET),
    Door("training:answer_sheets-result", opens=KEEPERS, hidden=LEAD, args={"ref": "a_keyed_sheet"}),
    Door("training:answer_sheets-void", opens=KEEPERS, hidden=LEAD, args=SHEET),
    Door("training:handouts-index", opens=PACKERS | LEADS, given=("a_module",)),
    Door("training:handouts-workbook", opens=SIGNED_IN, args=MODULE),
    Door("training:handouts-summary", opens=SIGNED_IN, args=MODULE),
    # They hold the answers of the test.
    Door("training:handouts-pages", opens=PACKERS, args=MODULE),
    Door("training:handouts-scorm", opens=PACKERS, args=MODULE),
]
