"""Every page that the menu leads to, on the narrowest phone and on a desk: sound to axe, and nothing too wide."""

import pytest

from desk.menu import groups_for
from tests.browser.looking import axe_clean, no_overflow, no_policy_errors


@pytest.mark.parametrize("who", ["rosa", "sam", "marion", "nadia", "dee"])
def test_every_page_of_the_menu_is_sound(page, request, signed_in, match, live_server, who, policy_errors):
    user = request.getfixturevalue(who)
    signed_in(user)
    urls = [entry["url"] for group in groups_for(user) for entry in group["entries"]]

    for url in ["/desk/menu/", *urls]:
        page.set_viewport_size({"width": 320, "height": 700})
        page.goto(live_server.url + url)
        axe_clean(page)
        no_overflow(page)
        page.set_viewport_size({"width": 1280, "height": 800})
        no_overflow(page)

    no_policy_errors(policy_errors)
