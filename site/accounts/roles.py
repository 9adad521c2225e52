"""What people are here to do. A person may hold several roles; what each may see is in each app's permissions.py."""

from django.db.models import TextChoices


class Role(TextChoices):
    APPLICANT = "applicant", "Applicant"
    PEER_MENTOR = "peer_mentor", "Peer mentor"
    COORDINATOR = "coordinator", "Coordinator"
    PROGRAMME_MANAGER = "programme_manager", "Programme manager"
    SAFEGUARDING_LEAD = "safeguarding_lead", "Safeguarding lead"
    PRISON_STAFF = "prison_staff", "Prison staff"
    PROBATION_STAFF = "probation_staff", "Probation staff"
    PERSONAL_ADVISER = "personal_adviser", "Personal adviser"
    LIFELONG_LINKS = "lifelong_links", "Lifelong Links coordinator"
    LEARNING_LEAD = "learning_lead", "Learning lead"
    FILE_SUPPORTER = "file_supporter", "File supporter"
    EDITOR = "editor", "Trainer or editor"
    LIVED_EXPERIENCE = "lived_experience", "Lived-experience reviewer"
    FUNDER = "funder", "Funder"
    ADMINISTRATOR = "administrator", "System administrator"


# Those who must use a second step to sign in: everyone who works here, or for a partner.
STAFF = frozenset(Role) - {Role.APPLICANT, Role.PEER_MENTOR}
# Those who look after the programme's people and see case content.
CASE_STAFF = frozenset({Role.COORDINATOR, Role.PROGRAMME_MANAGER, Role.SAFEGUARDING_LEAD})
# Those who see every person in the programme, whichever team they belong to.
WHOLE_PROGRAMME = frozenset({Role.PROGRAMME_MANAGER, Role.SAFEGUARDING_LEAD})
# Those who may support a mentor as their supervisor.
SUPERVISES = frozenset({Role.COORDINATOR, Role.PROGRAMME_MANAGER})
# Partners: they see only what is shared with them.
PARTNERS = frozenset({Role.PRISON_STAFF, Role.PROBATION_STAFF, Role.PERSONAL_ADVISER, Role.LIFELONG_LINKS})
# Those who may edit the public site.
EDITORS = frozenset({Role.EDITOR})
# Those whose work is in the editor, whether they write there or say what is right.
IN_THE_EDITOR = EDITORS | {Role.LIVED_EXPERIENCE}
# Those who see who can sign in, and decide it.
LOOK_AFTER_LOGINS = frozenset({Role.PROGRAMME_MANAGER, Role.ADMINISTRATOR})

# What each is here to do and may see, in the words of the pages about logins.
ABOUT: dict[str, str] = {
    Role.APPLICANT: "Has asked to become a peer mentor. Sees only their own application.",
    Role.PEER_MENTOR: "Supports people they are matched with. Sees those people, and writes up their sessions.",
    Role.COORDINATOR: "Supports a team of mentors. Sees the people and the sessions of that team.",
    Role.PROGRAMME_MANAGER: "Runs the programme. Sees all of it, and who can sign in.",
    Role.SAFEGUARDING_LEAD: "Looks after every concern. Sees all of the programme.",
    Role.PRISON_STAFF: "Works in a prison. Sees what is shared about people there now.",
    Role.PROBATION_STAFF: "Works in probation. Sees what is shared about their own people.",
    Role.PERSONAL_ADVISER: "Works for a council. Sees what is shared about their own young people.",
    Role.LIFELONG_LINKS: "Helps people find family and friends. Sees people referred to them.",
    Role.LEARNING_LEAD: "Leads the training of one prison. Sees its staff and what they have learned.",
    Role.FILE_SUPPORTER: "Sits beside people who ask for their records. Sees those they support.",
    Role.EDITOR: "Writes training and public pages. Sees nobody’s record.",
    Role.LIVED_EXPERIENCE: "Has been in care. Reads pages and training before they go out. Sees nobody’s record.",
    Role.FUNDER: "Pays for the work. Sees numbers only, never a person.",
    Role.ADMINISTRATOR: "Keeps the system running. Sees who can sign in, and nobody’s record.",
}
