"""What the categories of leaving care law are called, for people to say and councils to recognise."""

NAMES = {
    "LOOKED_AFTER": "Looked after by a council now",
    "ELIGIBLE": "Eligible child",
    "RELEVANT": "Relevant child",
    "FORMER_RELEVANT": "Former relevant child",
    "FORMER_RELEVANT_21_24_ON_REQUEST": "Former relevant child, 21 to 24: when you ask",
    "QUALIFYING": "Qualifying for advice and help",
    "CARE_EXPERIENCED": "Care experienced",
    "NONE_RECORDED": "Nothing written down yet",
    "UNKNOWN": "May be entitled: ask",
    "WALES_1": "Category 1 young person (Wales)",
    "WALES_2": "Category 2 young person (Wales)",
    "WALES_3": "Category 3 young person (Wales)",
    "WALES_4": "Category 4 young person (Wales)",
    "WALES_5": "Category 5 young person (Wales)",
    "WALES_6": "Category 6 young person (Wales)",
}
