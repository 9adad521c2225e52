from datetime import time

from casefiles_support.tasks import watch_over_journeys
from worker.schedules import daily

daily("files: who has not heard from us", at=time(5, 20), task=watch_over_journeys)
