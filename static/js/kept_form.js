/* The session form as the server made it: sent, it is written to this phone first (kept.js) and then handed in. Where that
   cannot be, it is sent as forms always were. */

const kept = globalThis.alongsideKept;
const saved = document.querySelector("[data-offline-saved]");
const form = saved && document.querySelector("form[data-autosave]");
let who = null;
let sending = false;

const fieldsOf = () =>
  [...new FormData(form)].filter(([name]) => !["csrfmiddlewaretoken", "key", "draft"].includes(name)).map(([name, value]) => [name, String(value)]);

function what() {
  const url = new URL(form.action).pathname;
  return { fields: fieldsOf(), url, who: saved.dataset.name, group: "group" in saved.dataset, form: 1 };
}

const keep = (state) => kept.put(who, form.elements.key.value, what(), state);
const asEver = () => HTMLFormElement.prototype.submit.call(form);

function say(words) {
  form.hidden = true;
  saved.hidden = false;
  saved.querySelector("[data-offline-why]").textContent = words;
  saved.querySelector("[data-offline-worried]").hidden = !form.elements.worried?.checked;
  saved.focus();
}

async function send() {
  try {
    await keep("waiting");
  } catch {
    return asEver(); // no room on the phone
  }
  const answer = await kept.flush(form.elements.key.value);
  if (answer.state === "sent") return location.assign(answer.url);
  if (answer.state === "mend") return asEver(); // the server shows the form with what is wrong, as it always did
  if (answer.state === "signin") return location.assign(kept.place.signIn); // what waits is sent by the page after it
  if (answer.state === "later" || answer.state === "nothing") return say("It will be sent when there is signal and this site is open. You can close this page.");
  return location.assign(kept.place.page);
}

if (form && kept?.able && kept.place.greet) {
  const look = async () => (who = (await kept.me().catch(() => null)) ?? who);
  look();
  kept.ready.then(look);
  form.addEventListener("submit", (event) => {
    if (!who || event.submitter?.name === "draft") return;
    event.preventDefault();
    if (sending) return;
    sending = true;
    form.dataset.sent = "yes"; // static/js/autosave.js keeps still
    send().finally(() => (sending = false));
  });
  // No signal while writing: the half-written form is kept here until the server has it.
  form.addEventListener("alongside:not-kept", async () => {
    if (!who || sending) return;
    await keep("writing");
    form.querySelector("[data-autosave-status]").textContent = "No signal. What you wrote is kept on this phone.";
  });
  form.addEventListener("alongside:draft-kept", () => kept.drop(form.elements.key.value, (item) => item.state === "writing"));
}
