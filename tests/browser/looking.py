"""How a page is looked at: by axe, by width, by the Tab key."""

from typing import Any

from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Page

WIDTHS = (320, 390, 1280)

# Best practice as well as the law: WCAG 2.0 to 2.2, A and AA.
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]

FOCUSED = """() => {
  const it = document.activeElement;
  if (!it || it === document.body) return null;
  const box = it.getBoundingClientRect();
  const style = getComputedStyle(it);
  const ring = (s) => (s.outlineStyle !== "none" && parseFloat(s.outlineWidth) >= 2) || s.boxShadow !== "none";
  const across = Math.min(Math.max(box.left + box.width / 2, 1), innerWidth - 2);
  // Of a box as tall as the screen an edge lies beneath the bars: it is looked for in its middle (WCAG 2.4.11).
  const seen = [Math.max(box.top, 0), Math.min(box.bottom, innerHeight)];
  const tall = box.height > innerHeight / 2;
  const at = tall ? (seen[0] + seen[1]) / 2 : box.top + Math.min(box.height / 2, 20);
  const down = Math.min(Math.max(at, 1), innerHeight - 2);
  const top = document.elementFromPoint(across, down);
  return {
    name: `${it.tagName.toLowerCase()} ${it.id || it.name || it.textContent.trim().slice(0, 40)}`,
    key: [...document.querySelectorAll("*")].indexOf(it),
    ring: ring(style),
    inside:
      box.width > 0 && box.height > 0 &&
      box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth,
    uncovered:
      !!top && (it.contains(top) || top.contains(it) || [...(it.labels ?? [])].some((label) => label.contains(top))),
  };
}"""


def axe_faults(page: Page, only: str = "") -> list[str]:
    """What axe finds wrong, a line for each; of all its rules, or of the one named."""
    which = {"type": "rule", "values": [only]} if only else {"type": "tag", "values": RULES}
    # Without preload axe fetches no stylesheets of its own: they would break the policy, and take most of its time.
    options = {"runOnly": which, "preload": False, "resultTypes": ["violations"]}
    if not page.evaluate("() => 'axe' in window"):
        page.evaluate(AXE_SCRIPT)
    found: dict[str, Any] = page.evaluate("options => axe.run(document, options)", options)
    return [
        f"{rule['id']} ({rule['impact']}): {rule['help']}: {node['html'][:160]}"
        for rule in found["violations"]
        for node in rule["nodes"]
    ]


def axe_clean(page: Page) -> None:
    """Axe finds nothing wrong."""
    wrong = axe_faults(page)
    assert wrong == [], "\n".join(wrong)


def overflow(page: Page) -> list[str]:
    """Says so if something is wider than the screen."""
    sizes = page.evaluate("() => [document.documentElement.scrollWidth, document.documentElement.clientWidth]")
    return [f"the page is {sizes[0]} px wide on a screen of {sizes[1]} px"] if sizes[0] > sizes[1] else []


def no_overflow(page: Page) -> None:
    """Nothing is wider than the screen."""
    assert overflow(page) == []


def tab_stops_visible(page: Page, most: int = 400) -> int:
    """Walk the page with the Tab key: every stop has a ring and is in view, uncovered. Answers how many."""
    page.evaluate("() => { document.activeElement?.blur(); scrollTo({ top: 0, behavior: 'instant' }); }")
    seen: set[int] = set()
    for _ in range(most):
        page.keyboard.press("Tab")
        stop = page.evaluate(FOCUSED)
        if stop is None or stop["key"] in seen:
            break
        seen.add(stop["key"])
        assert stop["inside"], f"{stop['name']} took focus out of view"
        assert stop["ring"], f"{stop['name']} shows no focus ring"
        assert stop["uncovered"], f"{stop['name']} is covered by something else while it has the focus"
    assert seen, "nothing on the page takes focus"
    return len(seen)


def no_policy_errors(errors: list[str]) -> None:
    """The console stayed quiet: no breach of the policy, no script that broke. Use with the fixture `policy_errors`."""
    assert errors == [], "\n".join(errors)
