"""Somebody on their way to their records, for every test of file support."""

from tests.matrix.fixtures_files_journeys import *  # noqa: F403
from tests.matrix.fixtures_files_parcels import *  # noqa: F403
