from datetime import time

from mentoring.tasks import purge_drafts
from worker.schedules import daily

daily("mentoring: let go of old drafts", at=time(3, 30), task=purge_drafts)
