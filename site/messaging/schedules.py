from datetime import time

from messaging.tasks import drain_outbox, forget_messages
from worker.schedules import daily, every

every("messaging: empty the outbox", seconds=30, task=drain_outbox)
daily("messaging: forget old addresses and texts", at=time(3, 30), task=forget_messages)
