from audit.sentences import declare

declare(
    training__learner__added="added somebody who learns here",
    training__completion__keyed_in="wrote down that somebody finished a module",
)
