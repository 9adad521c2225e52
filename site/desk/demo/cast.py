"""The cast of the demonstration: one person for each role. All of them are made up."""

from dataclasses import dataclass

from accounts.roles import Role


@dataclass(frozen=True)
class Member:
    """`post` is (title, kind of place, its name or code) for those whose place decides what they see."""

    username: str
    name: str
    roles: tuple[str, ...]
    about: str
    post: tuple[str, str, str] | None = None


CAST = (
    Member(
        "rosa", "Rosa Whitlock", (Role.COORDINATOR,), "coordinator, Yorkshire team",
        ("Coordinator", "team", "Yorkshire"),
    ),
    Member("sam", "Sam Okoro", (Role.PEER_MENTOR,), "peer mentor"),
    Member("alex", "Alex Tandy", (Role.PEER_MENTOR,), "peer mentor, supports people who read their files"),
    Member(
        "dee", "Dee Harcourt", (Role.PRISON_STAFF,), "care leaver lead in a prison",
        ("Care leaver lead", "establishment", "LEI"),
    ),
    Member(
        "priya", "Priya Nandra", (Role.PERSONAL_ADVISER,), "a council’s personal adviser",
        ("Personal adviser", "authority", "Leeds"),
    ),
    Member("max", "Max Durrell", (), "a stranger with a login and no role: must see nothing"),
    Member("marion", "Marion Eckley", (Role.PROGRAMME_MANAGER,), "programme manager"),
    Member("nadia", "Nadia Frame", (Role.SAFEGUARDING_LEAD,), "safeguarding lead"),
    Member("gwen", "Gwen Pryce", (Role.COORDINATOR,), "coordinator, Wales team", ("Coordinator", "team", "Wales")),
    Member(
        "tomos", "Tomos Vane", (Role.PROBATION_STAFF,), "probation practitioner",
        ("Care leaver lead", "probation_region", "Yorkshire and the Humber"),
    ),
    Member("lena", "Lena Marsh", (Role.LIFELONG_LINKS,), "Lifelong Links coordinator"),
    Member(
        "hana", "Hana Feldman", (Role.LEARNING_LEAD,), "leads what staff of a prison learn",
        ("Learning lead", "establishment", "LEI"),
    ),
    Member(
        "finn", "Finn Aldous", (Role.FILE_SUPPORTER,), "sits beside people who ask for their records",
        ("File supporter", "team", "Yorkshire"),
    ),
    Member(
        "fay", "Fay Moreton", (Role.FILE_SUPPORTER,), "the same: checks addresses, and steps in",
        ("File supporter", "team", "Yorkshire"),
    ),
    Member("edith", "Edith Rowe", (Role.EDITOR,), "edits the public site"),
    Member("lowri", "Lowri Penn", (Role.LIVED_EXPERIENCE,), "has been in care, and reads pages before they go out"),
    Member("femi", "Femi Dacre", (Role.FUNDER,), "funder: figures only"),
    Member("ash", "Ash Linden", (Role.ADMINISTRATOR,), "system administrator: no records of people"),
    Member("kai", "Kai Bellamy", (Role.APPLICANT,), "wants to become a mentor"),
)  # fmt: skip

PASSWORD = "walk with me a while"  # noqa: S105  # the demonstration's own, for made-up people, refused with DEBUG off
