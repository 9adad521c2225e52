/* Says two minutes before somebody is signed out for doing nothing, and lets them stay. The page's head gives the seconds
   and the address to ask. Typing counts as being here. Without JavaScript the server keeps what is sent too late. */

const seconds = Number(document.querySelector("meta[name=idle-seconds]")?.content);
const address = document.querySelector("meta[name=idle-stay]")?.content;
const WARN_BEFORE = Math.min(120, seconds / 2) * 1000;
const ASK_EACH = Math.min(60, seconds / 3) * 1000;
const channel = "BroadcastChannel" in window ? new BroadcastChannel("alongside-here") : null;

let seen = Date.now();
let asked = Date.now();
let over = false;

const dialog = document.createElement("dialog");
dialog.className = "card";
dialog.setAttribute("aria-labelledby", "idle-title");
const title = document.createElement("h2");
title.id = "idle-title";
const words = document.createElement("p");
const row = document.createElement("p");
row.className = "buttons";
const stay = document.createElement("button");
stay.className = "btn";
stay.type = "button";
row.append(stay);
dialog.append(title, words, row);

function show(heading, sentence, button) {
  title.textContent = heading;
  words.textContent = sentence;
  stay.textContent = button;
  if (!dialog.open) dialog.showModal();
  stay.focus();
}

function here() {
  seen = Date.now();
  if (dialog.open && !over) dialog.close();
}

async function ask() {
  asked = Date.now();
  try {
    const answer = await fetch(address, { method: "POST", redirect: "manual" });
    if (answer.status !== 204) return end();
    here();
    channel?.postMessage("here");
  } catch {
    // No signal: the next key or press asks again.
  }
}

function end() {
  over = true;
  show("You are signed out", "What is on this page is still here. Press its button when you are ready: we keep what you wrote and ask you to sign in.", "Close this message");
}

function look() {
  const left = seconds * 1000 - (Date.now() - seen);
  if (over) return;
  if (left <= 0) ask(); // asks once more: another tab may have kept us here; if not, the answer says so
  else if (left <= WARN_BEFORE && !dialog.open)
    show("Are you still there?", "We will sign you out in 2 minutes, to keep people’s details safe. Nothing you wrote is lost.", "Stay signed in");
}

if (seconds && address) {
  document.body.append(dialog);
  stay.addEventListener("click", () => (over ? dialog.close() : ask()));
  dialog.addEventListener("cancel", (event) => {
    if (over) return;
    event.preventDefault();
    ask();
  });
  channel?.addEventListener("message", here);
  for (const kind of ["keydown", "pointerdown"])
    document.addEventListener(kind, () => !over && !dialog.open && Date.now() - asked > ASK_EACH && ask());
  document.addEventListener("visibilitychange", () => document.hidden || look());
  setInterval(look, Math.min(5000, ASK_EACH));
}
