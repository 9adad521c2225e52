// Starts Wagtail's date pickers where our widget templates name them, also in parts of a page that come later.
// It stands in for the scripts that Wagtail would write into the page, so that the policy need not allow any.
const start = (root) => {
  root.querySelectorAll("template[data-picker]").forEach((mark) => {
    const { picker, for: id, config } = mark.dataset;
    mark.remove();
    window[picker]?.(id, JSON.parse(config));
  });
};

start(document);
new MutationObserver((changes) => {
  changes.flatMap((change) => [...change.addedNodes]).forEach((node) => node.querySelectorAll && start(node));
}).observe(document.body, { childList: true, subtree: true });

// On the page of one picture. Left to itself, Jcrop would find out about touch by writing handlers into the page, which
// the policy stops. This module runs before the page is ready, which is what Jcrop waits for.
const { Jcrop } = window.jQuery ?? {};
if (Jcrop) Jcrop.defaults.touchSupport = "ontouchstart" in window;
