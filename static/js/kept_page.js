/* “On this phone”: what has not been sent (kept_cards.js) and what can be done about it; and a blank form that needs no
   signal, with nobody in it but the first names that this phone was given. */

const kept = globalThis.alongsideKept;
const { inWords, fill } = globalThis.alongsideWords;
const { cardOf } = globalThis.alongsideCards;
const $ = (name) => document.querySelector(`[data-kept-${name}]`);
const form = $("form");
const GROUP = "group";
const OPENED_ONLINE = ["register", "correct", "add"]; // they need the people, or the record, which no phone keeps
const NO_ROOM = "This phone has no room to keep it. Do not close this page until there is signal.";
let who = null;
let current = null; // the kept form that is open below, or the key of a new one
let since; // when it was last written by this tab
let shown = 0;
let acting = 0; // something that was pressed says for itself what came of it

function press(item, words, act, soft = true) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = soft ? "btn btn--soft" : "btn";
  button.textContent = words;
  button.addEventListener("click", async () => {
    if (button.ariaBusy) return; // a button that is disabled would lose the focus
    button.ariaBusy = "true";
    acting += 1;
    await act(item).catch(() => say("That did not work. Nothing is lost. Try again."));
    acting -= 1;
    button.ariaBusy = null;
  });
  return button;
}

/** Said to everybody, also when the same was said before. */
function say(words) {
  $("status").textContent = "";
  setTimeout(() => ($("status").textContent = words), 50);
}

function buttonsFor(item, what) {
  const opened = OPENED_ONLINE.includes(what.to);
  if (item.state === "differs" && what.rows) {
    const sends = what.sends ?? { replace: String(what.version) };
    return [press(item, what.press ?? "Put mine in its place", (one) => again(one, sends), false), press(item, "Open and mend", mend), press(item, "Keep what is there", throwAway)];
  }
  const tries = item.state === "writing" ? [] : [press(item, "Try again", again, false)];
  const opens = item.state === "ended" && opened ? [] : [press(item, item.state === "writing" ? "Go on writing" : "Open and mend", mend)];
  return [...tries, ...opens, press(item, "Throw away", throwAway)];
}

async function wholeCard(item) {
  const what = who?.awake ? await kept.words(who, item).catch(() => null) : null;
  const card = cardOf(form, item, what);
  const row = card.querySelector("[data-buttons]");
  if (what) row.append(...buttonsFor(item, what));
  else if (who) row.append(press(item, "Try again", again, false));
  return card;
}

/** Somebody else's are not shown at all; without anybody here all are, locked. */
const mine = (item) => !who || item.owner === who.owner;

/** `quiet`: whoever pressed something is told by that what came of it; what happens by itself is said here. */
async function show(quiet = acting > 0) {
  const all = (await kept.items()).filter(mine).sort((one, other) => one.at - other.at);
  const cards = await Promise.all(all.filter((item) => item.id !== current).map(wholeCard));
  const before = held();
  $("list").replaceChildren(...cards);
  $("some").hidden = !cards.length;
  $("none").hidden = Boolean(all.length);
  $("new").hidden = !who;
  $("locked").hidden = Boolean(who);
  putBack(before);
  if (all.length < shown && !quiet) say(all.length ? `Sent. ${all.length} left on this phone.` : "Sent. Nothing is left on this phone.");
  shown = all.length;
}

/** Where the reader is in the list, so that a new one does not take it from them. */
function held() {
  const at = document.activeElement?.closest("[data-kept-list] > li");
  const open = [...$("list").querySelectorAll("details[open]")].map((one) => one.closest("li").dataset.id);
  return { id: at?.dataset.id, words: document.activeElement?.textContent, open };
}

function putBack({ id, words, open }) {
  const cards = [...$("list").children];
  for (const card of cards) if (open.includes(card.dataset.id)) card.querySelector("details")?.setAttribute("open", "");
  if (!id) return;
  const card = cards.find((one) => one.dataset.id === id);
  const same = [...(card?.querySelectorAll("button, summary") ?? [])].find((one) => one.textContent === words);
  (same ?? card?.querySelector("button, summary") ?? $("status")).focus();
}

async function again(item, sends = {}) {
  const answer = await kept.flush(item.id, sends);
  if (answer.state === "sent" && answer.to === "begin") return location.assign(answer.url);
  say(answer.state === "sent" ? "Sent. Thank you for being there." : "It is still on this phone.");
}

/** With signal the server's own form opens with what was written; without it the form below does. */
async function mend(item) {
  const what = await kept.words(who, item);
  const opened = OPENED_ONLINE.includes(what.to);
  if (what.to !== "begin" && item.state !== "ended" && (opened || what.match !== "")) {
    const met = await kept.greet().catch(() => ({}));
    if (met.state === "here" && (await openOnline(item, what, met.token))) return;
  }
  if (opened || what.group) return say("This one can be changed when there is signal.");
  current = item.id;
  since = item.at;
  const person = what.to === "begin" ? GROUP : (what.match ?? refIn(what.url));
  fill(form, [...what.fields.map(([name, value]) => (name.startsWith("mark_") ? ["mark", value] : [name, value])), ["person", person]]);
  await show();
  form.scrollIntoView();
  form.querySelector("input, select").focus();
}

/** The page of a record takes what was written from this phone; the others take it as a draft. */
async function openOnline(item, what, token) {
  if (what.to === "correct" || what.to === "add") return location.assign(`${what.url}?kept=${item.id}`), true;
  const body = new URLSearchParams(what.fields);
  const headers = { "X-CSRFToken": token };
  const answer = await fetch(kept.place.draft.replace("/0/", `/${item.id}/`), { method: "POST", body, headers, redirect: "manual" });
  if (!answer.ok) return false;
  if (item.state === "writing") await kept.drop(item.id, (now) => now.at === item.at);
  location.assign(`${what.url}?draft=${item.id}`);
  return true;
}

async function throwAway(item) {
  if (!confirm("Throw this away for good? It cannot be brought back.")) return;
  await kept.drop(item.id);
  say("Thrown away.");
}

const refIn = (url) => url.match(/\/log\/([0-9a-z]{1,12})\/$/)?.[1] ?? "";

function what() {
  const chosen = form.elements.person.value;
  if (chosen === GROUP) return groupWhat();
  const person = who.people.find((one) => one.ref === chosen);
  const fields = [...new FormData(form)]
    .filter(([name]) => !["person", "called", "names_came", "names_missing"].includes(name))
    .map(([name, value]) => [name === "mark" ? `mark_${person?.ref ?? ""}` : name, String(value)]);
  return { to: "send", fields, url: `${kept.place.log}${person?.ref ?? ""}/`, match: person?.ref ?? "", who: person?.name ?? "", group: false, form: 1 };
}

/** A register with nobody in it but what was typed: it becomes a draft, and its mentor chooses the people then. */
function groupWhat() {
  const fields = [...new FormData(form)].filter(([name]) => name !== "person" && name !== "mark").map(([name, value]) => [name, String(value)]);
  return { to: "begin", fields, words: inWords(form, fields), url: "", who: form.elements.called.value, group: false, form: 1 };
}

function blank() {
  current = null;
  since = undefined;
  form.reset();
  const today = new Date();
  const known = who?.rightClock !== false; // else nobody knows which day it is, and they say it themselves
  $("clock").hidden = known;
  if (known) [today.getDate(), today.getMonth() + 1, today.getFullYear()].forEach((part, place) => (form.elements[`held_on_${place}`].value = part));
  form.elements.person.value = who?.people.find((one) => one.ref === refIn(location.pathname))?.ref ?? (who?.people.length === 1 ? who.people[0].ref : "");
}

async function keep(state) {
  current ??= kept.newKey();
  const put = await kept.put(who, current, what(), state, since);
  [current, since] = [put.id, put.at];
  await kept.stir();
}

async function submit() {
  const missing = !form.elements.person.value;
  $("missing").hidden = !missing;
  if (missing) return form.elements.person.focus();
  const worried = form.elements.worried.checked;
  try {
    await keep("waiting");
  } catch {
    return say(NO_ROOM);
  }
  const id = current;
  blank();
  await show();
  $("danger").hidden = !worried;
  say("Saved on this phone.");
  $("status").focus();
  const answer = await kept.flush(id);
  if (answer.state !== "sent") return;
  if (answer.to === "begin") return location.assign(answer.url);
  $("danger").hidden = true;
  say("Sent. Thank you for being there.");
}

function watch() {
  let timer = 0;
  const save = () => (clearTimeout(timer), (timer = 0), keep("writing").catch(() => say(NO_ROOM)));
  form.addEventListener("input", () => (clearTimeout(timer), (timer = setTimeout(save, 1000))));
  addEventListener("alongside:leaving", () => timer && save());
  document.addEventListener("visibilitychange", () => document.hidden && timer && save());
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    clearTimeout(timer);
    timer = 0;
    acting += 1;
    await submit().finally(() => (acting -= 1));
  });
}

async function begin() {
  who = await kept.me();
  if (!who) {
    await kept.ready;
    who = await kept.me();
  }
  const chooser = form.elements.person;
  for (const { ref, name } of who?.people ?? []) chooser.add(new Option(name, ref), chooser.querySelector(`[value="${GROUP}"]`));
  blank();
  watch();
  $("page").hidden = false;
  await show();
  addEventListener("alongside:kept-changed", async () => {
    const quiet = acting > 0;
    who = (await kept.me()) ?? who;
    await show(quiet);
  });
}

const cannot = () => ($("old").hidden = false);
if (kept?.able) begin().catch(cannot); // a private window may have a store and refuse to open it
else cannot();
