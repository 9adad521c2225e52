// Somebody left quickly in this tab (leave.js): an earlier page of ours, which Back would show again, gives way before it
// is drawn. Not a module, and first of all, so that nothing is seen. The note is the tab's own, is made only by leaving,
// and is gone when somebody comes back of their own accord or closes the tab.
(() => {
  const NOTE = "alongside.left";

  function giveWay() {
    let away = null;
    try {
      away = sessionStorage.getItem(NOTE);
    } catch {
      return; // a browser that keeps nothing has no note
    }
    if (!away) return;
    document.documentElement.classList.add("is-leaving");
    location.replace(away);
  }

  const [how] = performance.getEntriesByType("navigation");
  if (how && how.type === "back_forward") giveWay();
  else {
    try {
      sessionStorage.removeItem(NOTE);
    } catch {
      // as above
    }
  }
  addEventListener("pageshow", (event) => {
    if (event.persisted) giveWay();
  });
})();
