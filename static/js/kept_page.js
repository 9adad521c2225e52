/* “On this phone”: what has not been sent, why, and what can be done about it; and a blank form that needs no signal. */

const kept = globalThis.alongsideKept;
const { inWords, fill } = globalThis.alongsideWords;
const $ = (name) => document.querySelector(`[data-kept-${name}]`);
const form = $("form");
const TITLES = {
  writing: ["Half written", "wait"],
  waiting: ["Waiting for signal", "wait"],
  later: ["Waiting for signal", "wait"],
  signin: ["Waiting for you to sign in", "wait"],
  mend: ["Something to put right", "stop"],
  differs: ["Two versions", "stop"],
  ended: ["Cannot be sent", "stop"],
  refused: ["Cannot be sent", "stop"],
};
const WHYS = {
  writing: "You have not finished this one.",
  waiting: "It will be sent by itself when there is signal and this site is open.",
  later: "It could not be sent just now. It will be tried again by itself.",
  signin: "Sign in, and it will be sent.",
  refused: "You may not send this now. Your words are still here. Talk to your coordinator.",
  differs: "This was sent before, and said something else. Nothing is lost: both are below. Choose which to keep.",
};
const NO_ROOM = "This phone has no room to keep it. Do not close this page until there is signal.";
let who = null;
let current = null; // the kept form that is open below, or the key of a new one

function part(name) {
  return document.getElementById(`kept-${name}`).content.firstElementChild.cloneNode(true);
}

function press(item, words, act, soft = true) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = soft ? "btn btn--soft" : "btn";
  button.textContent = words;
  button.addEventListener("click", async () => {
    button.disabled = true;
    await act(item).catch(() => say("That did not work. Nothing is lost. Try again."));
    button.disabled = false;
  });
  return button;
}

function say(words) {
  $("status").textContent = words;
}

function tableOf(rows) {
  const table = part("versions");
  for (const { label, there, yours } of rows) {
    const row = table.querySelector("tbody").insertRow();
    const head = Object.assign(document.createElement("th"), { scope: "row", textContent: label });
    row.append(head);
    for (const [name, words] of [["There now", there], ["You wrote", yours]]) {
      const cell = row.insertCell();
      cell.dataset.label = name;
      cell.textContent = words;
    }
  }
  return table;
}

async function cardOf(item) {
  const card = part("item");
  const [title, tone] = TITLES[item.state] ?? TITLES.later;
  const tag = card.querySelector("[data-tag]");
  tag.textContent = title;
  tag.classList.add(`tag--${tone}`);
  card.querySelector("[data-when]").textContent = new Date(item.at).toLocaleString("en-GB", { dateStyle: "long", timeStyle: "short" });
  const row = card.querySelector("[data-buttons]");
  const why = card.querySelector("[data-why]");
  if (!who?.awake || item.owner !== who.owner) {
    why.textContent = "Sign in to read it, or to change it.";
    card.querySelector("details").remove();
    if (who) row.append(press(item, "Try again", again, false));
    return card;
  }
  const what = await kept.words(who, item);
  card.querySelector("[data-who]").textContent = what.who ? `A session with ${what.who}` : "A session";
  why.textContent = WHYS[item.state] ?? "";
  for (const { sentence } of what.problems ?? []) card.querySelector("[data-problems]").append(Object.assign(document.createElement("li"), { textContent: sentence }));
  for (const [question, answer] of inWords(form, what.fields)) {
    const line = part("fact");
    line.querySelector("dt").textContent = question;
    line.querySelector("dd span").textContent = answer;
    card.querySelector("[data-words]").append(line);
  }
  card.querySelector("[data-worried]").hidden = !what.fields.some(([name, value]) => name === "worried" && value);
  if (item.state === "differs" && what.rows) {
    card.querySelector("[data-words]").before(tableOf(what.rows));
    card.querySelector("details").open = true;
    row.append(press(item, "Put mine in its place", (one) => again(one, what.version), false));
  } else if (item.state !== "writing") row.append(press(item, "Try again", again, false));
  row.append(press(item, item.state === "writing" ? "Go on writing" : "Open and mend", mend));
  row.append(press(item, item.state === "differs" ? "Keep what is there" : "Throw away", throwAway));
  return card;
}

async function show() {
  const all = (await kept.items()).sort((one, other) => one.at - other.at);
  const cards = await Promise.all(all.filter((item) => item.id !== current).map(cardOf));
  $("list").replaceChildren(...cards);
  $("some").hidden = !cards.length;
  $("none").hidden = Boolean(all.length);
  $("new").hidden = !who;
  $("locked").hidden = Boolean(who);
}

async function again(item, replace) {
  const answer = await kept.flush(item.id, typeof replace === "number" ? { replace } : {});
  say(answer.state === "sent" ? "Sent. Thank you for being there." : "It is still on this phone.");
}

/** With signal the server's own form opens with what was written; without it the form below does. */
async function mend(item) {
  const what = await kept.words(who, item);
  const met = await kept.greet().catch(() => ({}));
  if (met.state === "here" && item.state !== "ended" && what.match !== "") {
    const body = new URLSearchParams(what.fields);
    const headers = { "X-CSRFToken": met.token };
    const answer = await fetch(kept.place.draft.replace("/0/", `/${item.id}/`), { method: "POST", body, headers, redirect: "manual" });
    if (answer.ok && item.state === "writing") await kept.drop(item.id, (now) => now.at === item.at);
    if (answer.ok) return location.assign(`${what.url}?draft=${item.id}`);
  }
  if (what.group) return say("A group can be changed when there is signal.");
  current = item.id;
  fill(form, [...what.fields.map(([name, value]) => (name.startsWith("mark_") ? ["mark", value] : [name, value])), ["person", what.match ?? refIn(what.url)]]);
  await show();
  form.scrollIntoView();
  form.querySelector("input, select").focus();
}

async function throwAway(item) {
  if (confirm("Throw this away for good? It cannot be brought back.")) await kept.drop(item.id);
}

const refIn = (url) => url.match(/\/log\/([0-9a-z]{1,12})\/$/)?.[1] ?? "";
const newKey = () => [...crypto.getRandomValues(new Uint8Array(12))].map((byte) => "0123456789abcdefghjkmnpqrstvwxyz"[byte % 32]).join("");

function what() {
  const person = who.people.find((one) => one.ref === form.elements.person.value);
  const fields = [...new FormData(form)]
    .filter(([name]) => name !== "person")
    .map(([name, value]) => [name === "mark" ? `mark_${person?.ref ?? ""}` : name, String(value)]);
  return { fields, url: `${kept.place.log}${person?.ref ?? ""}/`, match: person?.ref ?? "", who: person?.name ?? "", group: false, form: 1 };
}

function blank() {
  current = null;
  form.reset();
  const today = new Date();
  [today.getDate(), today.getMonth() + 1, today.getFullYear()].forEach((part, place) => (form.elements[`held_on_${place}`].value = part));
  form.elements.person.value = who?.people.find((one) => one.ref === refIn(location.pathname))?.ref ?? (who?.people.length === 1 ? who.people[0].ref : "");
}

async function keep(state) {
  current ??= newKey();
  await kept.put(who, current, what(), state);
  await kept.stir();
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
    if (answer.state === "sent") {
      $("danger").hidden = true;
      say("Sent. Thank you for being there.");
    }
  });
}

async function begin() {
  who = await kept.me().catch(() => null);
  if (!who) {
    await kept.ready;
    who = await kept.me();
  }
  const chooser = form.elements.person;
  for (const { ref, name } of who?.people ?? []) chooser.add(new Option(name, ref));
  blank();
  watch();
  $("page").hidden = false;
  await show();
  addEventListener("alongside:kept-changed", async () => {
    who = (await kept.me()) ?? who;
    await show();
  });
}

if (kept?.able) begin();
else $("old").hidden = false;
