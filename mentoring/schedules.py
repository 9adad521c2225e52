from datetime import time

from mentoring.tasks import look_ahead, purge_drafts
from worker.schedules import daily

daily("mentoring: let go of old drafts", at=time(3, 30), task=purge_drafts)
daily("mentoring: what comes due today", at=time(5, 10), task=look_ahead)
