"""What each verb of file support is called in the trail: neutral, since anybody may read it over a shoulder."""

from audit.sentences import declare
from casefiles_support import (
    sentences_after,
    sentences_figures,
    sentences_journeys,
    sentences_letters,
    sentences_packs,
    sentences_parcels,
    sentences_requests,
)

declare(
    **sentences_journeys.WORDS,
    **sentences_requests.WORDS,
    **sentences_letters.WORDS,
    **sentences_parcels.WORDS,
    **sentences_after.WORDS,
    **sentences_packs.WORDS,
    **sentences_figures.WORDS,
)
