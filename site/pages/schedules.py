"""What the clock starts for the public site."""

from pages.tasks import make_missing_sizes
from worker.schedules import every

# A picture's own task makes its sizes at once; this sees to those whose task was lost.
every("pages: make missing sizes of pictures", seconds=3600, task=make_missing_sizes)
