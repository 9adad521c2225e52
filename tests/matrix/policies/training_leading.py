from tests.matrix.doors import COORDINATORS, Door

LEADS = COORDINATORS | {"programme_manager", "learning_lead"}
WRITERS = frozenset({"editor", "programme_manager"})
LEARNER, COHORT, CODE, EVENT, LIST = (
    {"ref": fixture} for fixture in ("an_officer", "a_cohort", "a_join_code", "an_event", "a_list_of_staff")
)

DOORS = [
    Door("training:hand_overs-begin", opens=frozenset({"coordinator"}), args={"ref": "a_taken_training"},
         hidden=frozenset({"other_coordinator", "programme_manager"})),
    Door("training:join-codes-use", public=True),
    Door("training:coverage-prison", opens=LEADS, given=("a_prison_that_learns",)),
    Door(
        "training:coverage-download", opens=frozenset({"learning_lead"}), hidden=LEADS, args={"kind": "=csv"},
        given=("a_prison_that_learns",),
    ),
    Door(
        "training:coverage-regions", opens=frozenset({"programme_manager", "funder"}), given=("a_prison_that_learns",)
    ),
    Door("training:items-index", opens=WRITERS),
    Door("training:items-show", opens=WRITERS, args={"ref": "a_module"}),
    Door("training:learners-index", opens=LEADS),
    Door("training:learners-add", opens=LEADS),
    Door("training:learners-page", opens=LEADS, args=LEARNER),
    Door("training:learners-move", opens=LEADS, args=LEARNER),
    Door("training:learners-leave", opens=LEADS, args=LEARNER),
    Door("training:learners-adjust", opens=LEADS, args=LEARNER),
    Door("training:cohorts-index", opens=LEADS),
    Door("training:cohorts-add", opens=LEADS),
    Door("training:cohorts-page", opens=LEADS, args=COHORT),
    Door("training:cohorts-leave", opens=LEADS, args=COHORT | {"learner": "an_officer"}, post_only=True),
    Door("training:cohorts-close", opens=LEADS, args=COHORT),
    Door("training:join-codes-index", opens=LEADS),
    Door("training:join-codes-make", opens=LEADS),
    Door("training:join-codes-page", opens=LEADS, args=CODE),
    Door("training:join-codes-revoke", opens=LEADS, args=CODE, post_only=True),
    Door("training:headcounts-enter", opens=LEADS),
    Door("training:imports-index", opens=LEADS),
    Door("training:imports-template", opens=LEADS),
    Door("training:imports-page", opens=LEADS, args=LIST),
    Door("training:imports-apply", opens=LEADS, args=LIST, post_only=True),
    Door("training:imports-undo", opens=LEADS, args=LIST),
    Door("training:imports-problems", opens=LEADS, args=LIST),
    Door("training:events-index", opens=LEADS),
    Door("training:events-plan", opens=LEADS),
    Door("training:events-page", opens=LEADS, args=EVENT),
    Door("training:events-expect", opens=LEADS, args=EVENT, post_only=True),
    Door("training:events-forget", opens=LEADS, args=EVENT | {"learner": "an_officer"}, post_only=True),
    Door("training:events-deliver", opens=LEADS, args=EVENT, post_only=True),
    Door("training:events-move", opens=LEADS, args=EVENT),
    Door("training:events-call-off", opens=LEADS, args=EVENT),
    Door("training:events-register", opens=LEADS, args=EVENT),
    Door("training:events-paper", opens=LEADS, args=EVENT),
]  # fmt: skip
