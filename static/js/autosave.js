/* Keeps what is typed on the server: three seconds after the last key, and at once when the page is put away.
   The form names the address in data-autosave; the page says when it was last kept. Without JavaScript the button
   "Finish later" does the same. */

const PAUSE = 3000;

function watch(form) {
  const status = form.querySelector("[data-autosave-status]");
  let timer = 0;
  let dirty = false;
  let sending = false;

  async function save() {
    clearTimeout(timer);
    if (!dirty || sending || form.dataset.sent) return;
    dirty = false;
    sending = true;
    try {
      const answer = await fetch(form.dataset.autosave, {
        method: "POST",
        body: new URLSearchParams(new FormData(form)),
        redirect: "manual",
        keepalive: true,
      });
      if (answer.ok) {
        say(`Kept at ${(await answer.json()).saved}. You can close this page and finish later.`);
        form.dispatchEvent(new Event("alongside:draft-kept"));
      }
      else if (answer.status === 422) say((await answer.json()).problem);
      else retry("Not kept yet. Sign in again in another tab, and come back.");
    } catch {
      retry("Not kept yet: no signal. We will try again.");
      form.dispatchEvent(new Event("alongside:not-kept")); // static/js/kept_form.js keeps it on the phone
    } finally {
      sending = false;
    }
  }

  function say(words) {
    if (status && status.textContent !== words) status.textContent = words;
  }

  function retry(words) {
    dirty = true;
    say(words);
    timer = setTimeout(save, 5 * PAUSE);
  }

  form.addEventListener("input", () => {
    dirty = true;
    clearTimeout(timer);
    timer = setTimeout(save, PAUSE);
  });
  form.addEventListener("submit", () => {
    clearTimeout(timer);
    dirty = false;
  });
  addEventListener("alongside:leaving", save); // static/js/leave.js signs out next: this must be on its way first
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "hidden") save();
  });
}

document.querySelectorAll("form[data-autosave]").forEach(watch);
