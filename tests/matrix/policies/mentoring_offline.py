from tests.matrix.doors import MENTORS, Door

MANAGER = frozenset({"programme_manager"})
IMPORT = {"ref": "an_import"}

DOORS = [
    # The page and the worker are the same for everybody and hold nobody: phones keep them as they are.
    Door("mentoring:offline-kept", public=True),
    Door("mentoring:offline-worker", public=True),
    Door("mentoring:offline-greet", opens=MENTORS),
    Door("mentoring:offline-send", opens=MENTORS, post_only=True, answers=422),
    Door("mentoring:changes-correct", opens=MENTORS, post_only=True, answers=422),
    Door("mentoring:changes-add", opens=MENTORS, post_only=True, answers=422),
    Door("mentoring:offline_registers-send", opens=MENTORS, post_only=True, answers=422),
    Door("mentoring:offline_registers-begin", opens=MENTORS, post_only=True, answers=422),
    Door("mentoring:imports-index", opens=MANAGER),
    Door("mentoring:imports-template", opens=MANAGER, args={"kind": "=people"}),
    Door("mentoring:imports-page", opens=MANAGER, args=IMPORT, not_about="numbers of lines, and sentences"),
    Door("mentoring:imports-apply", opens=MANAGER, args=IMPORT, post_only=True, not_about="it only begins"),
    Door("mentoring:imports-undo", opens=MANAGER, args=IMPORT, not_about="it asks, and shows nobody"),
    Door(
        "mentoring:imports-problems",
        opens=MANAGER,
        args=IMPORT,
        not_about="rows that are no records yet; taking them is in the trail",
    ),
]
