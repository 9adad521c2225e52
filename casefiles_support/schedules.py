from datetime import time

from casefiles_support.tasks import see_what_falls_due, watch_over_clocks, watch_over_journeys
from worker.schedules import daily

daily("files: who has not heard from us", at=time(5, 20), task=watch_over_journeys)
daily("files: what falls due after an answer", at=time(5, 25), task=see_what_falls_due)
daily("files: what the clocks make us owe", at=time(5, 30), task=watch_over_clocks)
