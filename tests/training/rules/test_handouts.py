"""A version as parts to read and write on, and what editors wrote without its markup."""

from common import prose
from training.rules import handouts


def test_markup_becomes_plain_data():
    found = prose.nodes(
        "<h3>Ask</h3><p>Ask <b>alone</b>, <i>and <b>kindly</b></i>.<br>Twice.</p><ul><li>Say why</li><li>"
        '<a href="https://www.gov.uk/">The law</a></li></ul><p><a linktype="page" id="3">Here</a></p>'
    )

    assert found == [
        {"kind": "h", "runs": [{"text": "Ask"}]},
        {"kind": "p", "runs": [
            {"text": "Ask "}, {"text": "alone", "bold": True}, {"text": ", "}, {"text": "and ", "italic": True},
            {"text": "kindly", "italic": True, "bold": True}, {"text": "."}, {"text": "\n"}, {"text": "Twice."},
        ]},
        {"kind": "ul", "items": [[{"text": "Say why"}], [{"text": "The law", "link": "https://www.gov.uk/"}]]},
        {"kind": "p", "runs": [{"text": "Here"}]},
    ]  # fmt: skip
    assert prose.text_of(found) == "Ask Ask alone, and kindly. Twice. Say why The law Here"


def test_a_list_within_a_list_keeps_its_lines():
    found = prose.nodes("<ul><li>One<ul><li>Two</li></ul></li><li>Three</li></ul>")

    assert [prose.text_of([{"runs": item}]) for item in found[0]["items"]] == ["One", "Two", "Three"]


def test_no_address_that_runs_something_is_passed_on():
    assert prose.nodes('<p><a href="javascript:alert(1)">Here</a><script>x</script></p>') == [
        {"kind": "p", "runs": [{"text": "Here"}]}
    ]


def test_an_unknown_or_empty_part_is_left_out():
    lesson = {"blocks": [{"id": "a", "type": "picture", "value": 3}, {"id": "b", "type": "new", "value": {}}]}

    assert list(handouts.parts(lesson)) == []


def test_the_letters_are_the_same_each_time_and_the_partners_have_their_own():
    question = {"id": "q", "kind": "match", "options": [{"id": str(n), "says": f"{n}"} for n in range(6)]}

    assert handouts.options_for(question, seed="s") == handouts.options_for(question, seed="s")
    lines, partners = handouts.options_for(question, seed="s"), handouts.partners_for(question, seed="s")
    assert [one["letter"] for one in lines] == list("ABCDEF")
    assert [one["id"] for one in lines] != [one["id"] for one in partners]
