from tests.matrix.doors import COORDINATORS, SIGNED_IN, Door

READERS = SIGNED_IN - {"stranger"}
KEEPERS = COORDINATORS | {"programme_manager", "administrator"}
LOADERS = frozenset({"programme_manager", "administrator"})
MANAGER = frozenset({"programme_manager"})
LEEDS = {"kind": "=prisons", "ref": "leeds"}

DOORS = [
    Door("places:places-home", opens=READERS),
    Door("places:places-index", opens=READERS, args={"kind": "=prisons"}),
    Door("places:places-page", opens=READERS, args=LEEDS),
    Door("places:places-add", opens=KEEPERS, args={"kind": "=organisations"}),
    Door("places:places-edit", opens=KEEPERS, args=LEEDS),
    Door("places:offers-index", opens=KEEPERS),
    Door("places:offers-page", opens=KEEPERS, args={"ref": "lcc"}),
    Door("places:offers-edit", opens=KEEPERS, args={"ref": "lcc", "topic": "=money"}),
    Door("places:offers-take-away", opens=KEEPERS, args={"ref": "lcc", "topic": "=money"}, post_only=True),
    Door("places:posts-add", opens=KEEPERS, args=LEEDS),
    Door("places:posts-edit", opens=KEEPERS, args={"ref": "post"}),
    Door("places:posts-verify", opens=KEEPERS, args={"ref": "post"}, post_only=True),
    Door("places:posts-vacate", opens=KEEPERS, args={"ref": "post"}),
    Door("places:posts-appoint", opens=KEEPERS, args={"ref": "post"}),
    Door("places:posts-end", opens=KEEPERS, args={"ref": "posting"}),
    Door("places:loading-index", opens=LOADERS),
    # A file is seen by whoever brought it.
    Door("places:loading-page", opens=MANAGER, hidden=LOADERS, args={"ref": "upload"}),
    Door("places:loading-apply", opens=MANAGER, hidden=LOADERS, args={"ref": "upload"}, post_only=True),
    Door("places:loading-problems", opens=MANAGER, hidden=LOADERS, args={"ref": "upload"}),
    Door("places:loading-export", opens=KEEPERS, args={"kind": "=establishments"}),
]
