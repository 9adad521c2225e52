"""Words that may mean somebody is in danger: a person reads them, today. Nobody is judged by a list.

Whoever writes is told beforehand that this can happen. The list is deliberately wide: a reader who finds that all is
well has lost a minute. Words alone decide nothing, and are kept nowhere.
"""

import re

SIGNS = (
    r"kill(ing)?\s+(myself|himself|herself|themsel(f|ves)|him|her|them)",
    r"suicid",
    r"self[\s-]?harm",
    r"cut(ting|s)?\s+(myself|himself|herself|themsel(f|ves))",
    r"(hurt(ing)?|harm(ing)?)\s+(myself|himself|herself|themsel(f|ves)|my\s|his\s|her\s|a\s+child)",
    r"(want|wanted|wants)\s+to\s+die",
    r"end(ing)?\s+(my|his|her|their)\s+life",
    r"overdose",
    r"(not|n[’']t)\s+(feel\s+)?safe",
    r"(sexual(ly)?\s+)?abus(e|ed|ing)",
    r"\brap(e|ed|ing)\b",
    r"hits?\s+(me|him|her|the\s+(child|children|kids|baby))",
    r"afraid\s+of\s+(him|her|them|my)",
    r"(he|she|they)\s+(will|might|could|said\s+.{0,20})\s*kill",
    # Welsh, with the mutations that these words take.
    r"\bl?ladd\s+(fy|dy|ei|eu)\s+(h?un|hunain)",
    r"hunan[\s-]?(ladd|niweid|anaf)",
    r"\beisiau\s+marw",
    r"\b(n?g)?orddos",
    r"ddim\s+yn\s+(teimlo[’']n\s+)?(ddiogel|saff)",
    r"\b(cam|gam|ngham|cham)-?drin",
    r"\b(treisi|threisi|dreisi|nhreisi)",
    r"\b(ei|fy|eu)\s+(d|th|nh|t)aro\b",
    r"\bofn\s+(arna\s+i|arno|arni|arnyn)",
)
_SIGNS = [re.compile(sign, re.IGNORECASE) for sign in SIGNS]


def may_be_harm(text: str) -> bool:
    """Whether somebody should read this today."""
    tidy = " ".join(text.replace("\N{RIGHT SINGLE QUOTATION MARK}", "’").split())
    return any(sign.search(tidy) for sign in _SIGNS)
