"""The words of a pack, by language. What stands in {curly brackets} is filled in by casefiles_support.rules.packs."""
