import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage

from common.locked_files import Gone, Locked, keep, open_again

CANARY = b"Leeds to Wakefield, single"


@pytest.fixture(autouse=True)
def somewhere_else(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path


def test_a_file_comes_back_as_it_was():
    assert open_again(keep(CANARY, folder="receipts")) == CANARY


def test_what_lies_in_the_storage_gives_nothing_away():
    kept = keep(CANARY, folder="receipts")

    with default_storage.open(kept.name) as file:
        assert b"Leeds" not in file.read()
    assert len(kept.name) == len("receipts/") + 32


def test_two_files_never_share_a_key_or_a_name():
    first, second = keep(CANARY, folder="receipts"), keep(CANARY, folder="receipts")

    assert first.key != second.key
    assert first.name != second.name


def test_a_file_does_not_open_when_it_is_missing():
    with pytest.raises(Gone):
        open_again(Locked("receipts/nothing", keep(CANARY, folder="receipts").key))


def test_a_file_does_not_open_with_another_key():
    first, second = keep(CANARY, folder="receipts"), keep(CANARY, folder="receipts")

    with pytest.raises(Gone):
        open_again(Locked(first.name, second.key))


def test_a_file_that_was_changed_or_moved_does_not_open():
    kept = keep(CANARY, folder="receipts")
    with default_storage.open(kept.name) as file:
        raw = file.read()
    moved = default_storage.save("receipts/moved", ContentFile(raw))
    changed = default_storage.save("receipts/changed", ContentFile(raw[:-1] + bytes([raw[-1] ^ 1])))

    for name in (moved, changed):
        with pytest.raises(Gone):
            open_again(Locked(name, kept.key))
