from tests.matrix.doors import MENTORS, Door

DOORS = [
    # The page and the worker are the same for everybody and hold nobody: phones keep them as they are.
    Door("mentoring:offline-kept", public=True),
    Door("mentoring:offline-worker", public=True),
    Door("mentoring:offline-greet", opens=MENTORS),
    Door("mentoring:offline-send", opens=MENTORS, post_only=True, answers=422),
]
