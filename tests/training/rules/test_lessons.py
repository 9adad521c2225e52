from training.rules.lessons import page_of, parts, resume_at, story_before, to_write


def block(name, of_type="paragraph", /, **value):
    return {"id": name, "type": of_type, "value": value}


def content(*lessons):
    return {"lessons": [{"title": f"Lesson {n}", "blocks": list(blocks)} for n, blocks in enumerate(lessons, start=1)]}


TEST = {"when": "test", "kind": "single"}
PLAIN = content(
    (block("a"), block("t", "question", **TEST), block("hard", "pause"), block("b"), block("r", "reflection")),
    (block("first", "pause"), block("c")),
    (block("t2", "question", **TEST),),
)


def ids(pages):
    return [[one["id"] for one in page.shown] for page in pages]


def test_a_page_ends_before_what_is_hard():
    pages = parts(PLAIN)

    assert ids(pages) == [["a"], ["b", "r"], [], ["c"]]
    assert [page.ahead["id"] if page.ahead else None for page in pages] == ["hard", None, "first", None]
    assert [page.number for page in pages] == [1, 2, 3, 4]
    assert [page.is_first for page in pages] == [True, False, True, False]


def test_what_must_be_written_does_not_count_as_read_by_going_on():
    page = parts(PLAIN)[1]

    assert page.ids == ["b"]
    assert page.is_read({"b"})
    assert [one["id"] for one in to_write(PLAIN, {"b"})] == ["r"]
    assert to_write(PLAIN, {"r"}) == []


def test_what_may_be_left_out_never_waits():
    plain = content((block("a"), block("r", "reflection", may_skip=True)))

    assert parts(plain)[0].ids == ["a", "r"]
    assert to_write(plain, set()) == []


def test_it_goes_on_at_the_first_page_that_is_not_read():
    pages = parts(PLAIN)

    assert resume_at(pages, {"a", "t"}).number == 2
    assert resume_at(pages, {"a", "t", "b", "c"}) is None


def test_a_refresher_keeps_the_pause_before_what_is_new_and_hard():
    pages = parts(PLAIN, {"b"})

    assert ids(pages) == [[], ["b"]]
    assert pages[0].ahead["id"] == "hard"
    assert parts(PLAIN, {"t"}) == []
    assert parts(PLAIN, set()) == []


def test_a_block_is_found_on_its_page():
    assert page_of(parts(PLAIN), "r").number == 2
    assert page_of(parts(PLAIN), "nothing") is None


def test_a_question_belongs_to_the_story_before_it():
    plain = content(
        (block("s", "scenario"), block("q1", "question"), block("q2", "question"), block("p"), block("q3", "question")),
        (block("q4", "question"),),
    )

    assert story_before(plain, "q2")["id"] == "s"
    assert [story_before(plain, name) for name in ("q3", "q4", "nothing")] == [None, None, None]
