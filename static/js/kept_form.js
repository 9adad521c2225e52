/* A form as the server made it: of a session, a register, a correction or an addition. Sent, it is written to this phone
   first (kept.js) and then handed in. Where that cannot be, it is sent as forms always were. */

const kept = globalThis.alongsideKept;
const { inWords, fill } = globalThis.alongsideWords;
const saved = document.querySelector("[data-offline-saved]");
const form = saved && document.querySelector("form[data-offline-form]");
const PAUSE = 3000;
const MACHINERY = ["csrfmiddlewaretoken", "key", "draft"];
const NO_ROOM = "This phone has no room to keep it, and there is no signal. Do not close this page until there is.";
let who = null;
let sending = false;

const fieldsOf = () => [...new FormData(form)].filter(([name]) => !MACHINERY.includes(name)).map(([name, value]) => [name, String(value)]);

function what() {
  const { to, name } = saved.dataset;
  const fields = fieldsOf();
  return { to, fields, words: inWords(form, fields), url: new URL(form.action).pathname, who: name, group: "group" in saved.dataset, form: 1 };
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

function sayBelow(words) {
  const status = form.querySelector("[data-autosave-status]");
  if (status) status.textContent = words;
}

/** No room on the phone: with signal the form goes as forms always did, and without it the page stays as it is. */
async function withoutRoom() {
  if (await kept.reachable()) return asEver();
  delete form.dataset.sent;
  sayBelow(NO_ROOM);
}

async function send() {
  try {
    await keep("waiting");
  } catch {
    return withoutRoom();
  }
  const answer = await kept.flush(form.elements.key.value);
  if (answer.state === "sent") return location.assign(answer.url);
  if (answer.state === "mend") return asEver(); // the server shows the form with what is wrong, as it always did
  if (answer.state === "signin") return location.assign(kept.place.signIn); // what waits is sent by the page after it
  if (answer.state === "later" || answer.state === "nothing") return say("It will be sent when there is signal and this site is open. You can close this page.");
  return location.assign(kept.place.page);
}

/** “?kept=<key>”: what was written before, with the version of the record that was seen then. */
async function takeUp() {
  const id = new URLSearchParams(location.search).get("kept");
  const item = id && who?.awake && (await kept.items()).find((one) => one.id === id && one.owner === who.owner);
  if (!item) return;
  const { fields } = await kept.words(who, item);
  fill(form, fields);
  form.elements.key.value = id;
  const version = fields.find(([name]) => name === "version");
  if (version && form.elements.version) form.elements.version.value = version[1];
}

/** Half written without signal: kept here until the server has it, or until it is sent. */
async function keepHalf() {
  if (!who || sending || form.dataset.sent) return;
  await keep("writing").then(
    () => sayBelow("No signal. What you wrote is kept on this phone."),
    () => sayBelow(NO_ROOM),
  );
}

/** Where autosave.js does not keep a draft on the server, the phone keeps one while there is no signal. */
function watch() {
  let timer = 0;
  form.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(async () => !(navigator.onLine && (await kept.reachable())) && keepHalf(), PAUSE);
  });
}

if (form && kept?.able && kept.place.greet) {
  const look = async () => (who = (await kept.me().catch(() => null)) ?? who);
  look();
  kept.ready.then(look).then(takeUp);
  form.addEventListener("submit", (event) => {
    if (!who || event.submitter?.name === "draft") return;
    event.preventDefault();
    if (sending) return;
    sending = true;
    form.dataset.sent = "yes"; // static/js/autosave.js keeps still
    send().finally(() => (sending = false));
  });
  form.addEventListener("alongside:not-kept", keepHalf);
  form.addEventListener("alongside:draft-kept", () => kept.drop(form.elements.key.value, (item) => item.state === "writing"));
  if (!form.dataset.autosave) watch();
}
