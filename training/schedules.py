from training.tasks import let_go_of_lists, tell_record_store
from worker.schedules import every

every("training: let go of lists of staff", seconds=900, task=let_go_of_lists)
every("training: tell the record store", seconds=60, task=tell_record_store)
