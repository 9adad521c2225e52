"""What each verb in the trail means, in words. Apps declare theirs in a `sentences.py` of their own."""

_sentences: dict[str, str] = {}


class UnknownVerb(Exception):
    """A change without a sentence is not a change that this house makes."""


def declare(**sentences: str) -> None:
    """`declare(people__person__opened="opened a person's page")`: two underscores stand for a dot."""
    for name, sentence in sentences.items():
        verb = name.replace("__", ".")
        if _sentences.get(verb, sentence) != sentence:
            raise ValueError(f"{verb} has two sentences")
        _sentences[verb] = sentence


def sentence(verb: str) -> str:
    try:
        return _sentences[verb]
    except KeyError:
        raise UnknownVerb(f"{verb} has no sentence: declare one in its app's sentences.py") from None


def known() -> dict[str, str]:
    return dict(_sentences)


declare(audit__trail__checked="checked the audit trail")
