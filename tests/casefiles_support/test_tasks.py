"""What is looked after each night."""

from casefiles_support import tasks


def test_the_clocks_are_looked_at_batch_by_batch_until_there_are_no_more(monkeypatch):
    asked = []
    batches = {0: 5, 5: 9, 9: 0}
    monkeypatch.setattr(tasks.clocks, "raise_due", lambda *, by, at, after: asked.append(after) or batches[after])
    tasks.watch_over_clocks.func()

    assert asked == [0, 5, 9]
