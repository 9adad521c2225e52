"""What the clock starts for the public site."""

from datetime import time

from pages.tasks import (
    delete_taken_back,
    end_old_consents,
    forget_feedback,
    forget_searches,
    let_go_of_hand_overs,
    make_missing_sizes,
    tell_keepers,
    tell_of_drafts,
)
from worker.schedules import daily, every

# A picture's own task makes its sizes at once; this sees to those whose task was lost.
every("pages: make missing sizes of pictures", seconds=3600, task=make_missing_sizes)
every("pages: let go of old feedback", seconds=86_400, task=forget_feedback)
daily("pages: tell of drafts that wait", at=time(8, 15), task=tell_of_drafts)
every("pages: let go of old messages", seconds=86_400, task=let_go_of_hand_overs)
daily("pages: tell of pages to check", at=time(8, 20), task=tell_keepers)
daily("pages: let go of numbers of searches", at=time(3, 40), task=forget_searches)
# Early: from midnight on its yes holds no more.
daily("pages: end old consents to stories", at=time(0, 5), task=end_old_consents)
daily("pages: delete stories that were taken back", at=time(3, 50), task=delete_taken_back)
