from audit.sentences import declare

declare(
    training__learner__added="added somebody who learns here",
    training__shelf__put_up="put up the shelf of courses",
    training__course__placed="put the shipped courses in place",
    training__version__cut="published a version of a module",
    training__completion__keyed_in="wrote down that somebody finished a module",
)
