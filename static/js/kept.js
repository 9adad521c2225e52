/* Hands in what this phone keeps (kept_store.js): as soon as there is signal and its writer is signed in, with the form's own
   key, so that however often it is sent it is recorded once. */

const store = globalThis.alongsideStore;
const place = document.querySelector("meta[name=kept]")?.dataset ?? {};
const WIPE = "alongside-wipe";
const GREET_EACH = 5 * 60_000;
const STATES_TO_SEND = ["waiting", "signin", "later"];
let waiting = 0;
let others = 0; // locked: written by whoever was signed in here before
const patience = () => ("timeout" in AbortSignal ? AbortSignal.timeout(20_000) : undefined);

/** Ask the server who is signed in here. Answers its token; "signin" when nobody is; throws without signal. */
async function greet() {
  if ((await globalThis.alongsideLeave?.settle()) === false) throw new Error("Somebody left and is not signed out yet");
  const before = store.left();
  const answer = await fetch(place.greet, { redirect: "manual", cache: "no-store", signal: patience() });
  if (answer.type === "opaqueredirect" || answer.status === 401) return { state: "signin" };
  if (!answer.ok) return { state: answer.status === 403 ? "refused" : "later" };
  const said = await answer.json();
  await store.onlyFor(said.owner);
  const open = await store.welcome(said, before);
  return open ? { state: "here", token: said.token } : { state: "signin" };
}

/** Whether the server answers at all, whatever it says. */
async function reachable() {
  return fetch(place.greet, { method: "HEAD", redirect: "manual", cache: "no-store", signal: patience() }).then(
    () => true,
    () => false,
  );
}

/** Send one form. Answers {state, url}; the form is let go only when the server has named its key. */
async function send(who, item, token, more = {}) {
  const what = await store.words(who, item);
  const body = new URLSearchParams([...what.fields, ["key", item.id], ["group", what.group ? "yes" : "no"]]);
  for (const [name, value] of Object.entries(more)) body.append(name, value);
  const headers = { "X-CSRFToken": token };
  const door = place[what.to ?? "send"];
  const answer = await fetch(door, { method: "POST", body, headers, redirect: "manual", signal: patience() });
  const said = await answer.json().catch(() => ({}));
  if (answer.ok && said.key === item.id) {
    await store.drop(item.id, (now) => now.at === item.at);
    return { state: "sent", url: said.url, to: what.to };
  }
  const state = stateFor(answer, said);
  const { problems = [], rows, heads, say, press, sends } = said;
  await store.mark(who, item, { ...what, problems, rows, heads, say, press, sends }, state);
  return { state, url: said.url };
}

function stateFor(answer, said) {
  if (answer.type === "opaqueredirect" || answer.status === 401) return "signin";
  if (said.why) return said.why;
  return answer.status === 403 || answer.status === 404 || answer.status === 413 ? "refused" : "later";
}

/** Send all that waits, one tab at a time. `id`: that one only, whatever its state; `more`: what is said besides. */
function flush(id, more) {
  const run = async () => {
    const kept = (await store.items()).filter((item) => (id ? item.id === id : STATES_TO_SEND.includes(item.state)));
    if (!kept.length || !place.greet) return { state: "nothing" };
    const met = await greet();
    const who = await store.me();
    let last = met;
    for (const item of kept.sort((one, other) => one.at - other.at)) {
      if (who && !(await store.words(who, item).catch(() => null))) continue; // locked with another key: it stays
      if (met.state === "here" && item.owner === who?.owner) last = await send(who, item, met.token, more);
      else if (who && item.owner === who.owner) await store.mark(who, item, await store.words(who, item), met.state);
    }
    return last;
  };
  const once = () => run().catch(() => ({ state: "later" }));
  return navigator.locks ? navigator.locks.request("alongside-send", once) : once();
}

const things = (number) => (number === 1 ? "1 thing you wrote is" : `${number} things you wrote are`);

async function count() {
  const all = await store.items();
  others = place.owner ? all.filter((item) => item.owner !== place.owner).length : 0;
  waiting = all.length - others;
  const notice = document.querySelector("[data-kept-notice]");
  if (!notice) return;
  notice.hidden = !waiting;
  notice.querySelector("[data-kept-count]").textContent = `${things(waiting)} only on this phone.`;
}

/** Signing out wipes this phone; what was never sent is tried once more, and then asked about. */
async function signOut(form) {
  try {
    await Promise.race([flush(), new Promise((done) => setTimeout(done, 4000))]);
    await count();
    const lost = [waiting && `${things(waiting)} only on this phone and not sent.`, others && "What somebody else wrote waits here too."];
    if ((waiting || others) && !confirm(`${lost.filter(Boolean).join(" ")} Sign out and throw away what is not sent?`)) return;
    await store.wipe();
  } catch {
    // Whatever went wrong here must not keep anybody signed in; the server's answer clears the storage too.
  }
  HTMLFormElement.prototype.submit.call(form);
}

async function begin() {
  addEventListener("alongside:kept-changed", () => count().catch(() => {}));
  addEventListener("alongside:leaving", store.leave);
  document.addEventListener("submit", (event) => {
    if (!place.signOut || new URL(event.target.action).pathname !== place.signOut) return;
    if (!waiting && !others) return localStorage.setItem(WIPE, "yes"); // where the server's Clear-Site-Data is not known
    event.preventDefault();
    signOut(event.target);
  });
  if (localStorage.getItem(WIPE)) await store.wipe();
  await count();
  if (place.owner) await store.onlyFor(place.owner);
  if (!place.greet) return;
  navigator.serviceWorker?.register(place.worker, { scope: "/" }).catch(() => {});
  const held = await store.me();
  const sent = await flush();
  if (sent.state === "nothing" && (!held || Date.now() - held.given > GREET_EACH)) await greet().catch(() => {});
  for (const kind of ["online", "visibilitychange"])
    (kind === "online" ? window : document).addEventListener(kind, () => document.hidden || flush());
  setInterval(async () => (await store.items()).some((item) => item.state === "later" || item.state === "waiting") && flush(), 30_000);
  dispatchEvent(new Event("alongside:kept-changed"));
}

const ready = store.able ? begin().catch(() => {}) : Promise.resolve();
globalThis.alongsideKept = { ...store, place, ready, greet, reachable, flush };
