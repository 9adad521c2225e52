import pytest
from django.core.management import CommandError, call_command

from audit.models import Event
from common.transitions import NotAllowed
from places import spreadsheets
from places.actions import loading, places
from places.models import SHEETS, Establishment, LocalAuthority, Offer, Post, Posting, ProbationRegion, Upload
from places.planning import plan
from places.rules.loading import read
from tests.conftest import NOW
from tests.factories import places as make

pytestmark = pytest.mark.django_db
NOTHING = {"new": 0, "changed": 0, "same": 0, "kept": 0, "problem": 0}


def load(**changes):
    return loading.load(**make.shipped() | changes, by=None, at=NOW)


def changed(kind, key, **cells):
    """The shipped rows, as they might be next year."""
    rows = make.shipped()
    next(row for row in rows[kind] if key in row.cells.values()).cells |= cells
    return rows


def bring(kind, raw, by):
    rows = read(raw.encode(), SHEETS[kind].columns)
    return loading.check(kind=kind, rows=rows, by=by, at=NOW)


def planned(upload):
    return plan(upload.sheet, upload.read_rows())


def apply(upload, by):
    return loading.apply(upload=upload, seen=planned(upload).fingerprint, by=by, at=NOW)


def out(kind):
    sheet = SHEETS[kind]
    return "".join(spreadsheets.pieces(sheet, sheet.records()))


# ---------------------------------------------------------------- What comes with Alongside


def test_the_shipped_places_are_loaded():
    counts = load()

    assert {kind: found["new"] for kind, found in counts.items()} == {
        "councils": 175, "probation_regions": 12, "establishments": 128,
    }  # fmt: skip
    assert (LocalAuthority.objects.count(), ProbationRegion.objects.count()) == (175, 12)
    assert Establishment.objects.get(code="LEI").authority.name == "Leeds"


def test_loading_twice_changes_nothing():
    load()
    before = list(Establishment.objects.order_by("pk").values())
    trail = Event.objects.count()

    counts = load()

    assert counts["establishments"] == NOTHING | {"same": 128}
    assert list(Establishment.objects.order_by("pk").values()) == before
    assert Event.objects.count() == trail


def test_what_changed_in_the_shipped_data_is_brought():
    load()

    counts = loading.load(**changed("establishments", "LEI", status="closed"), by=None, at=NOW)

    assert counts["establishments"] == NOTHING | {"same": 127, "changed": 1}
    assert Establishment.objects.get(code="LEI").status == "closed"


def test_what_people_set_here_survives_and_the_rest_is_brought(rosa):
    load()
    leeds = Establishment.objects.get(code="LEI")
    places.edit(place=leeds, seen=leeds.version, note="Ring before noon.", by=rosa, at=NOW)

    rows = changed("establishments", "LEI", note="From the office.", operator="Serco")
    counts = loading.load(**rows, by=None, at=NOW)

    leeds.refresh_from_db()
    assert (leeds.note, leeds.operator) == ("Ring before noon.", "Serco")
    assert counts["establishments"]["changed"] == 1


def test_nothing_is_ever_deleted():
    load()
    rows = make.shipped()
    rows["establishments"] = rows["establishments"][:5]

    loading.load(**rows, by=None, at=NOW)

    assert Establishment.objects.count() == 128


def test_a_dry_run_says_the_same_and_changes_nothing():
    counts = loading.load(**make.shipped(), by=None, at=NOW, dry_run=True)

    assert counts["establishments"]["new"] == 128
    assert LocalAuthority.objects.count() == 0
    assert Event.objects.count() == 0


def test_one_bad_row_refuses_all():
    with pytest.raises(NotAllowed, match="local_authority_gss names no council"):
        loading.load(**changed("establishments", "LEI", local_authority_gss="E08999999"), by=None, at=NOW)

    assert LocalAuthority.objects.count() == 0


def test_loading_is_written_in_the_trail_once():
    load()

    event = Event.objects.get(verb="places.shipped.loaded")
    assert event.detail["counts"]["councils"]["new"] == 175
    assert event.actor_name == "the system"


def test_the_command_tells_its_counts(capsys):
    call_command("load_places")

    assert "establishments: 128 new, 0 changed, 0 same, 0 kept" in capsys.readouterr().out


def test_the_command_can_be_told_only_to_look(capsys):
    call_command("load_places", "--dry-run")

    assert "Nothing was changed" in capsys.readouterr().out
    assert LocalAuthority.objects.count() == 0


def test_the_command_names_a_file_that_it_cannot_read(tmp_path):
    with pytest.raises(CommandError, match=r"local_authorities.csv cannot be read"):
        call_command("load_places", folder=tmp_path)


# ---------------------------------------------------------------- Files that people bring


@pytest.fixture
def some_posts():
    load()
    leeds = Establishment.objects.get(code="LEI")
    make.posting(
        make.post(leeds, "Care leaver lead", mailbox="leaver.leads@example.org", telephone="+44 113 496 0000"),
        "Ann O’Neil",
    )
    adviser = make.post(LocalAuthority.objects.get(name="Leeds"), "Personal adviser", is_shared=True)
    make.posting(adviser, "Bo Li")
    make.posting(adviser, "Cy Moss")
    make.post(make.organisation(name="=Trust, “Ltd”"), "Trustee", is_contact_point=True)
    Offer.objects.create(
        council=adviser.authority, topic="visits", says="=Two visits, “paid”", confidence="told", checked_on=NOW.date()
    )


@pytest.mark.parametrize("kind", sorted(SHEETS))
def test_what_goes_out_comes_back_unchanged(kind, some_posts, marion):
    counts = planned(bring(kind, out(kind), marion)).counts

    assert counts == NOTHING | {"same": SHEETS[kind].records().count()}


@pytest.mark.parametrize("kind", sorted(SHEETS))
def test_what_went_out_can_be_brought_into_an_empty_house(kind, some_posts, marion):
    raw = out(kind)
    Posting.objects.all().delete()
    Post.objects.all().delete()
    if kind == "posts":
        lines = raw.splitlines(keepends=True)
        raw = lines[0] + "".join("," + line.split(",", 1)[1] for line in lines[1:])
    elif kind == "offers":
        Offer.objects.all().delete()
    else:
        Establishment.objects.all().delete()
    if kind == "councils":
        LocalAuthority.objects.filter(organisations=None).delete()

    apply(bring(kind, raw, marion), marion)

    again = out(kind)
    strip = (lambda text: sorted(line.split(",", 1)[1] for line in text.splitlines())) if kind == "posts" else sorted
    assert strip(again) == strip(raw)


def test_a_file_is_checked_first_and_changes_nothing(some_posts, marion):
    upload = bring("establishments", out("establishments").replace("HMP Leeds", "HMP New Leeds"), marion)

    (work,) = planned(upload).works
    assert work.changes == [("name", "HMP Leeds", "HMP New Leeds")]
    assert Establishment.objects.filter(name="HMP New Leeds").count() == 0


def test_an_applied_file_changes_what_it_says_and_counts_as_set_by_hand(some_posts, marion):
    apply(bring("establishments", out("establishments").replace("HMP Leeds", "HMP New Leeds"), marion), marion)

    leeds = Establishment.objects.get(code="LEI")
    assert (leeds.name, leeds.by_hand, leeds.version) == ("HMP New Leeds", ["name"], 2)
    assert load()["establishments"]["kept"] == 1
    leeds.refresh_from_db()
    assert leeds.name == "HMP New Leeds"


def test_applying_twice_is_applying_once(some_posts, marion):
    upload = bring("establishments", out("establishments").replace("HMP Leeds", "HMP New Leeds"), marion)
    seen = planned(upload).fingerprint

    for _ in range(3):
        loading.apply(upload=upload, seen=seen, by=marion, at=NOW)

    assert Establishment.objects.get(code="LEI").version == 2
    assert Event.objects.filter(verb="places.upload.applied").count() == 1


def test_a_plan_that_is_not_the_one_they_saw_is_refused(some_posts, marion):
    upload = bring("establishments", out("establishments").replace("HMP Leeds", "HMP New Leeds"), marion)
    seen = planned(upload).fingerprint
    Establishment.objects.filter(code="LEI").update(name="HMP Old Leeds")

    with pytest.raises(NotAllowed, match="has changed since you looked"):
        loading.apply(upload=upload, seen=seen, by=marion, at=NOW)

    assert Establishment.objects.get(code="LEI").name == "HMP Old Leeds"


def test_good_rows_are_applied_and_bad_ones_come_back_with_what_is_wrong(some_posts, marion):
    raw = out("establishments").replace("HMP Leeds", "HMP New Leeds").replace("HMP Ford,prison", "HMP Ford,castle")

    upload = apply(bring("establishments", raw, marion), marion)

    assert Establishment.objects.get(code="LEI").name == "HMP New Leeds"
    assert upload.counts == {"new": 0, "changed": 1, "same": 126, "kept": 0, "problem": 1}
    error_file = "".join(spreadsheets.problems(planned(upload)))
    assert error_file.splitlines()[0].endswith(",problem")
    assert "FDI,HMP Ford,castle" in error_file
    assert "kind must be one of" in error_file


def test_an_error_file_put_right_can_be_brought_as_it_is(some_posts, marion):
    raw = out("establishments").replace("HMP Ford,prison", "HMP Ford,castle").replace("HMP Ford", "HMP Fjord")
    error_file = "".join(spreadsheets.problems(planned(bring("establishments", raw, marion))))

    apply(bring("establishments", error_file.replace("castle", "prison"), marion), marion)

    assert Establishment.objects.get(code="FDI").name == "HMP Fjord"


def test_a_code_that_is_there_twice_names_the_other_line(some_posts, marion):
    raw = out("councils")
    lines = raw.splitlines(keepends=True)

    (problem,) = planned(bring("councils", raw + lines[1], marion)).problems

    assert problem.row.problems == ["Line 2 is about the same one. Keep one of them."]


@pytest.mark.parametrize(
    "cells, sentence",
    [
        ("abc,establishment,LEI,Chaplain,,,,,,,", "No post has this ref."),
        (",establishment,ZZZ,Chaplain,,,,,,,", "place_code names no place"),
        (",establishment,LEI,Care leaver lead,,,,,,,Someone Else", "Somebody holds this post."),
        (",establishment,LEI,Chaplain,,,,,,2026-01-01,Ann", "A post with a holder is not vacant."),
        (",establishment,LEI,Chaplain,,,not an address,,,,", "mailbox must be an email address"),
    ],
)
def test_a_row_of_posts_that_cannot_be_says_why(some_posts, marion, cells, sentence):
    headings = ",".join(column.name for column in SHEETS["posts"].columns)

    (problem,) = planned(bring("posts", f"{headings}\n{cells}", marion)).problems

    assert problem.row.problems[0].startswith(sentence)


def test_a_file_names_who_holds_a_new_post(some_posts, marion):
    headings = ",".join(column.name for column in SHEETS["posts"].columns)

    apply(bring("posts", f"{headings}\n,establishment,lei,Chaplain,yes,no,,,,,Di Poe", marion), marion)

    post = Post.objects.get(title="Chaplain")
    assert post.is_contact_point
    assert post.postings.current().get().holder_name == "Di Poe"
    assert post.postings.get().user is None


def test_a_file_is_seen_by_whoever_brought_it(some_posts, marion, rosa):
    upload = bring("councils", out("councils"), marion)

    assert list(Upload.objects.visible_to(marion)) == [upload]
    assert not Upload.objects.visible_to(rosa).exists()


def test_once_applied_only_rows_with_problems_are_kept(some_posts, marion):
    upload = apply(bring("posts", out("posts"), marion), marion)

    assert upload.rows == []


@pytest.mark.parametrize("kind", sorted(SHEETS))
def test_planning_asks_as_often_for_one_row_as_for_all(kind, some_posts, marion, django_assert_max_num_queries):
    upload = bring(kind, out(kind), marion)

    with django_assert_max_num_queries(8):
        planned(upload)
