"""What the clock starts for the public site."""

from pages.tasks import forget_feedback, make_missing_sizes
from worker.schedules import every

# A picture's own task makes its sizes at once; this sees to those whose task was lost.
every("pages: make missing sizes of pictures", seconds=3600, task=make_missing_sizes)
every("pages: let go of old feedback", seconds=86_400, task=forget_feedback)
