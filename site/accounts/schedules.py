from accounts.tasks import let_go_of_old_forms
from worker.schedules import every

every("accounts: let go of old forms", seconds=3600, task=let_go_of_old_forms)
