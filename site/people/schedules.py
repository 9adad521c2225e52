"""What the clock starts for people."""

from people.tasks import tell_again_of_concerns
from worker.schedules import every

every("people: tell again of concerns", seconds=60, task=tell_again_of_concerns)
