from datetime import time

from desk.tasks import send_digests
from worker.schedules import daily

daily("desk: a coordinator’s week", at=time(7, 30), task=send_digests)
