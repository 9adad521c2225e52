"""What a learner is told before they write. What they write is looked through by common.harm."""

BEFOREHAND = (
    "What you write is read by whoever leads your course. If it sounds as if you or somebody else is not safe, we tell "
    "our safeguarding lead, and we tell you that we did. Please do not write other people’s names."
)
