from training.tasks import let_go_of_lists
from worker.schedules import every

every("training: let go of lists of staff", seconds=900, task=let_go_of_lists)
