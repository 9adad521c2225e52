"""Going on with a module in another language: what was read in one is read in the other."""

from datetime import datetime
from typing import Any

from django.db import transaction

from audit import actions as audit
from common.transitions import NotAllowed
from training.models import ModuleVersion, Progress
from training.rules import languages as rules
from training.rules.versions import blocks


@transaction.atomic
def choose(*, progress: Progress, version: ModuleVersion, by: Any, at: datetime) -> Progress:
    """From now on in the language of `version`. Blocks that it does not have are left out of what was read."""
    held = Progress.objects.select_for_update(of=("self",)).select_related("version").get(pk=progress.pk)
    if held.version_id == version.pk:
        return held
    reasons = rules.why_not_switch(
        same_module=version.module_key == held.module_key, same_language=version.language == held.version.language,
        finished=held.finished_at is not None, test_is_open=held.attempts.filter(handed_in_at=None).exists(),
    )  # fmt: skip
    if reasons:
        raise NotAllowed(*reasons)
    known = blocks(version.plain)
    held.version, held.seen = version, [name for name in held.seen if name in known]
    held.save(update_fields=["version", "seen"])
    audit.record(verb="training.module.language_chosen", by=by, at=at, subject=held, language=version.language)
    return held
