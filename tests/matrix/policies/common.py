from tests.matrix.doors import Door

DOORS = [
    Door("components", public=True),
    Door("leave", public=True, post_only=True),
    Door("problem", public=True, answers=404, args={"name": "=404"}),
]
