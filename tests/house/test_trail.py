"""No change without a sentence that says what happened, and no look at a person's record that leaves no trace."""

import ast

from audit.sentences import known
from tests.house.survey import all_python_files, forbid, tree, where


def verbs_used():
    for path in all_python_files():
        for node in ast.walk(tree(path)):
            if isinstance(node, ast.keyword) and node.arg == "verb":
                yield where(path, node.value), node.value


def test_every_verb_in_the_code_has_a_sentence():
    silent = [
        (place, value.value)
        for place, value in verbs_used()
        if isinstance(value, ast.Constant) and value.value not in known()
    ]

    forbid(silent, "declare it in the app's sentences.py")


def test_every_sentence_is_used():
    written = {
        node.value for path in all_python_files() for node in ast.walk(tree(path)) if isinstance(node, ast.Constant)
    }

    unused = [verb for verb in known() if verb not in written and not verb.startswith("audit.")]
    forbid(unused, "delete the sentence, or say it")


def test_sentences_go_on_from_a_name():
    """“Rosa opened a person's page”: small letter first, no full stop."""
    forbid([s for s in known().values() if not s[0].islower() or s.endswith(".")], "a sentence goes on from a name")
