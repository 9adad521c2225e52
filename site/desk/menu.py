"""Every page that somebody may open from anywhere. The lock of each page decides who is shown its link."""

from dataclasses import dataclass
from typing import Any

from django.urls import resolve, reverse


@dataclass(frozen=True, slots=True)
class Entry:
    """`name` is the page's URL name; `words` say what it is for, in a few words."""

    label: str
    name: str
    words: str = ""


GROUPS: list[tuple[str, list[Entry]]] = [
    (
        "What needs somebody",
        [
            Entry("Tasks", "mentoring:tasks-index", "what to look at next"),
            Entry("Inbox", "pages:inbox-index", "what came by the public forms"),
            Entry("Concerns", "people:concerns-index", "worries about somebody’s safety"),
            Entry("Texts that came in", "people:texts-index", "what people texted back"),
            Entry("Texts that did not go", "people:held_texts-index", "and why"),
            Entry("Every text", "people:sent_texts-index", "to whom, and how far it has come"),
            Entry("Concerns I raised", "people:concerns-mine", "how far they have come"),
        ],
    ),
    (
        "People and matches",
        [
            Entry("People", "people:persons-index"),
            Entry("Ask again", "people:identifications-index", "whether they were in care"),
            Entry("Referrals", "mentoring:triage-index", "who was put forward"),
            Entry("Waiting list", "mentoring:triage-waiting", "who waits for a mentor, and how long"),
            Entry("Put somebody forward", "mentoring:referrals-mine", "and see how far it has come"),
            Entry("Matches", "mentoring:matches-index", "who walks alongside whom"),
            Entry("Reviews", "mentoring:reviews-index", "looking back together: what is due"),
            Entry("Asked for people", "mentoring:advocacy-index", "what waits for an answer"),
            Entry("How people are", "mentoring:follow_ups-index", "asking after a match has ended"),
            Entry("Waiting for your answer", "mentoring:match_steps-asked", "people we thought of for you"),
            Entry("Kept apart", "mentoring:match_blocks-index", "who must not be matched"),
        ],
    ),
    (
        "Meeting",
        [
            Entry("Log a session", "mentoring:sessions-log"),
            Entry("Sessions", "mentoring:sessions-index", "what was recorded"),
            Entry("Meetings", "mentoring:calendar-index", "what is planned, day by day"),
            Entry("Planned but not logged", "mentoring:calendar-unlogged"),
            Entry("Take a register", "mentoring:registers-choose", "several people at once"),
            Entry("Groups", "mentoring:groups-index", "who meets together"),
            Entry("Offered and held", "mentoring:attendance-figures", "figures, and why meetings did not happen"),
            Entry("Calendar link", "mentoring:feeds-show", "your meetings on your own phone"),
            Entry("Slips for the wing", "mentoring:slips-index", "who is fetched for a meeting, when and where"),
            Entry("Paper sheets", "mentoring:sheets-index", "print them, and type them in"),
            Entry("How long paper takes", "mentoring:sheets-delays"),
        ],
    ),
    (
        "Mentors",
        [
            Entry("Mentors", "mentoring:mentors-index", "and what each still needs"),
            Entry("Becoming a mentor", "mentoring:applications-index", "who is on the way, and whose move it is"),
            Entry("Clearances", "mentoring:clearances-index", "who is cleared for which prison"),
            Entry("Looking after mentors", "mentoring:supervisions-index", "who is due supervision"),
            Entry("Talks after hard sessions", "mentoring:debriefs-index"),
            Entry("Who is away", "mentoring:leaves-index", "and who looks in"),
            Entry("Claims to answer", "mentoring:claims-index"),
            Entry("Payments", "mentoring:batches-index"),
        ],
    ),
    (
        "Mine, as a mentor",
        [
            Entry("My application", "mentoring:applications-own"),
            Entry("My time and money", "mentoring:claims-mine"),
            Entry("My supervision", "mentoring:supervisions-mine"),
            Entry("People I look in on", "mentoring:covers-mine", "while their mentor is away"),
            Entry("When I have time", "mentoring:availabilities-edit"),
            Entry("How I stand", "mentoring:standings-mine", "and taking a rest"),
            Entry("My record of experience", "mentoring:experiences-mine"),
            Entry("How I want to be reminded", "people:text_choices-own"),
        ],
    ),
    (
        "Seeing one’s own papers",
        [
            Entry("What waits", "casefiles_support:today-index", "questions, times and talks"),
            Entry("People I am there for", "casefiles_support:journeys-index", "whether anything waits or not"),
            Entry("What we promised", "casefiles_support:duties-index", "and by when"),
            Entry("Letters to check", "casefiles_support:letters-checks", "an address, for somebody else’s letter"),
            Entry("If somebody is away", "casefiles_support:supporters-backing", "for whom I would step in"),
            Entry("Asked to wait a day", "casefiles_support:safety_holds-index", "for somebody’s safety"),
            Entry("Papers that are lost", "casefiles_support:holding_moves-lost", "and where each was last"),
            Entry("To be deleted", "casefiles_support:erasures-index", "once somebody else agrees"),
            Entry("Who may have records", "casefiles_support:holders-index", "councils, charities, homes"),
            Entry("People who named me", "casefiles_support:alongside-index", "as their mentor in this"),
            Entry("My own page", "casefiles_support:mine-show", "where my own papers are"),
            Entry("How holders did", "casefiles_support:figures-holders", "figures of councils and others, by year"),
        ],
    ),
    (
        "Learning",
        [
            Entry("My learning", "training:learning-mine", "courses, and where you are in them"),
            Entry("What I wrote", "training:reflections-mine", "when a course asked what I think"),
            Entry("My path as a mentor", "mentoring:paths-own", "what is done, and what is next"),
            Entry("To read and to watch", "training:assessments-index", "what mentors wrote, and want to show"),
            Entry("My certificates", "training:certificates-mine"),
            Entry("Tests on paper", "training:answer_sheets-index", "give them out, and type them in"),
            Entry("Modules on paper", "training:handouts-index", "workbooks, summaries and packages"),
            Entry("Find a certificate", "training:certificates-find", "by its code"),
            Entry("A prison’s learning", "training:coverage-prison", "who has finished what, and until when"),
            Entry("Who learns", "training:learners-index", "staff of a prison"),
            Entry("Cohorts", "training:cohorts-index", "people who learn together"),
            Entry("Codes to join", "training:join-codes-index"),
            Entry("Lists of staff", "training:imports-index", "bring many in at once"),
            Entry("Events to learn at", "training:events-index", "plan them, and keep the register"),
            Entry("How questions do", "training:items-index", "what was answered, and never by whom"),
            Entry("Learning by region", "training:coverage-regions", "figures of all prisons"),
        ],
    ),
    (
        "Around us",
        [
            Entry("What texts say", "desk:reminders-every", "every reminder: who gets it, when, in which words"),
            Entry("Stories and who said yes", "pages:story_consents-index", "what people agreed to, and until when"),
            Entry("Places", "places:places-home", "councils, prisons, probation, and who to ask"),
            Entry("Bring records in", "mentoring:imports-index", "from another system"),
            Entry("Logins", "accounts:users-listing"),
            Entry("Invitations", "accounts:invitations-listing"),
            Entry("My account", "accounts:security-account"),
        ],
    ),
]


def groups_for(user: Any) -> list[dict[str, Any]]:
    """The groups with what this person may open; a group with nothing in it is left out."""
    groups = [
        {"title": title, "entries": [_shown(entry) for entry in entries if may_open(user, entry.name)]}
        for title, entries in GROUPS
    ]
    return [group for group in groups if group["entries"]]


def may_open(user: Any, name: str) -> bool:
    """Whether the page's own lock lets this person in."""
    return bool(resolve(reverse(name)).func.allowed_by(user))  # type: ignore[attr-defined]


def _shown(entry: Entry) -> dict[str, str]:
    return {"label": entry.label, "url": reverse(entry.name), "words": entry.words}
