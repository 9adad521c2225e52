from datetime import time

from messaging.tasks import drain_outbox, drain_texts, forget_messages, look_after_texts, plan_reminders
from worker.schedules import daily, every

every("messaging: empty the outbox", seconds=30, task=drain_outbox)
every("messaging: send texts", seconds=30, task=drain_texts)
every("messaging: look after texts", seconds=60, task=look_after_texts)
every("messaging: plan reminders", seconds=900, task=plan_reminders)
daily("messaging: forget old addresses and texts", at=time(3, 30), task=forget_messages)
