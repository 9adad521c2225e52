"""Names that no text may say: of prisons, councils, probation regions, organisations and teams.

people stands above both places and messaging, so it tells the one of the other.
"""

import re
from collections.abc import Iterator

from django.apps import apps

from places.models import Establishment, LocalAuthority, Organisation, ProbationRegion, Team

# “HMP & YOI Leeds”, “HMP/YOI Leeds” and “Leeds” are the same prison to whoever reads over a shoulder.
TITLE = re.compile(r"^(?:(?:HMP|HMYOI|YOI|HMIRC|IRC|STC|SCH)\b[\s/&,]*)+")
SHORTEST = 3  # letters: shorter names are words


def private_names() -> Iterator[str]:
    """Six questions to the database; messaging remembers the answer for a minute. While the house starts there is
    none to ask, and templates are asked again as they are sent.
    """
    if not apps.ready:
        return
    yield from LocalAuthority.objects.exclude(welsh_name="").values_list("welsh_name", flat=True)
    for model in (Establishment, LocalAuthority, ProbationRegion, Organisation, Team):
        for name in model.objects.values_list("name", flat=True):
            yield name
            short = TITLE.sub("", name).strip()
            if len(short) >= SHORTEST:
                yield short
