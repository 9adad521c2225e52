// data-guard on a form: a second press on the button does not send it twice.
const WAIT = 10_000; // after ten seconds without an answer people may try again

document.addEventListener("submit", (event) => {
  const form = event.target;
  if (!form.matches("[data-guard]") || event.defaultPrevented) return;
  if (form.dataset.sent) {
    event.preventDefault();
    return;
  }
  form.dataset.sent = "yes";
  setTimeout(() => delete form.dataset.sent, WAIT);
});

// A page that comes back by the Back button may be the very same one, guard and all: let it send again.
addEventListener("pageshow", () => {
  document.querySelectorAll("[data-guard]").forEach((form) => delete form.dataset.sent);
});
