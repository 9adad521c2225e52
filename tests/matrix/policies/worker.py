from tests.matrix.doors import Door

# 503: in the tests no worker runs.
DOORS = [
    Door("worker:report", public=True, answers=503),
    Door("worker:live", public=True),
]
