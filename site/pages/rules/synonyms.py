"""Words that mean the same: what people type, what laws say, and what our pages call it."""

# Each group is one meaning. The words are as a search has them: small letters, single spaces.
GROUPS = (
    ("pa", "personal adviser", "personal advisor", "leaving care worker"),
    ("lac", "looked after", "in care", "in the system", "fostered", "foster care", "childrens home"),
    ("care leaver", "care leavers", "care experienced"),
    ("jail", "nick", "inside", "prison", "custody", "yoi"),
    ("licence", "probation", "prison offender manager", "pom", "com"),
    ("release", "getting out", "gate", "coming out"),
    ("sar", "subject access", "file", "files", "records", "social services file"),
    ("homeless", "nfa", "housing", "somewhere to live", "council house"),
    ("id", "birth certificate", "passport", "papers"),
    ("uc", "universal credit", "benefits", "money", "dole"),
    ("mum", "dad", "parents", "family"),
    ("siblings", "brother", "brothers", "sister", "sisters"),
    ("moan", "complain", "complaint", "complaints"),
    ("advocate", "advocacy", "someone to speak for me"),
    ("uasc", "unaccompanied", "asylum"),
    ("plan", "pathway plan", "pathway"),
    ("mentor", "mentoring", "peer mentor", "buddy"),
    ("dbs", "criminal record", "disclosure", "convictions"),
    ("college", "education", "training", "course"),
    ("doctor", "gp", "health", "mental health"),
)
MEANINGS = {words: group for group in GROUPS for words in group}
LONGEST = max(len(words.split()) for words in MEANINGS)


def readings(words: str) -> list[tuple[str, ...]]:
    """What was typed, piece by piece, each with everything that means the same; the longest pieces first.

    "my pa inside" → [("my",), ("pa", "personal adviser", …), ("jail", "nick", "inside", …)]
    """
    left = words.split()
    found: list[tuple[str, ...]] = []
    while left:
        piece = next(
            (" ".join(left[:many]) for many in range(LONGEST, 0, -1) if " ".join(left[:many]) in MEANINGS), left[0]
        )
        found.append(MEANINGS.get(piece, (piece,)))
        left = left[len(piece.split()) :]
    return found
