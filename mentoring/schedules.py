from datetime import time

from mentoring.tasks import (
    ask_for_talks_after_concerns,
    chase_references,
    find_lapses,
    let_go_of_imports,
    look_ahead,
    make_meetings,
    purge_drafts,
    purge_referrals,
    raise_due_supervision,
)
from worker.schedules import daily, every

daily("mentoring: let go of old drafts", at=time(3, 30), task=purge_drafts)
daily("mentoring: let go of referrals never sent", at=time(3, 35), task=purge_referrals)
daily("mentoring: make meetings ahead", at=time(4, 0), task=make_meetings)
daily("mentoring: what comes due today", at=time(5, 10), task=look_ahead)
daily("mentoring: make time for mentors", at=time(6, 0), task=raise_due_supervision)
every("mentoring: offer talks after concerns", seconds=900, task=ask_for_talks_after_concerns)
daily("mentoring: find what ran out", at=time(5, 0), task=find_lapses)
daily("mentoring: ask referees once more", at=time(9, 30), task=chase_references)
every("mentoring: let go of files that were brought in", seconds=900, task=let_go_of_imports)
