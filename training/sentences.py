from audit.sentences import declare

declare(
    training__learner__added="added somebody who learns here",
    training__shelf__put_up="put up the shelf of courses",
    training__course__placed="put the shipped courses in place",
    training__version__cut="published a version of a module",
    training__completion__keyed_in="wrote down that somebody finished a module",
    training__enrolment__begun="put somebody on a course",
    training__enrolment__withdrawn="took somebody off a course",
    training__module__begun="began a module",
    training__module__carried_over="went on with a newer version of a module",
    training__attempt__begun="began a test",
    training__attempt__handed_in="handed in a test",
    training__certificate__issued="finished a module and earned a certificate",
    training__certificate__withdrawn="withdrew a certificate",
    training__certificate__opened="opened a certificate",
    training__certificate__put_right="put a certificate right and gave it again",
    training__answer_sheet__printed="printed the test of a module on paper",
    training__answer_sheet__keyed="typed in a test from paper",
    training__answer_sheet__cancelled="cancelled an answer sheet",
    training__certificate__name_decided="decided whether a certificate shows a name",
    training__question__regraded="marked a question again",
)
