from datetime import time

from mentoring.tasks import plan_reviews, purge_drafts
from worker.schedules import daily

daily("mentoring: let go of old drafts", at=time(3, 30), task=purge_drafts)
daily("mentoring: plan reviews", at=time(5, 10), task=plan_reviews)
