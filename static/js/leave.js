// data-leave: the quick way out. The link or the form works without this file; with it
//  - the page is gone from the screen at once, and Back does not return to it;
//  - pressing Escape, or Shift, three times within two seconds does the same as the button;
//  - earlier pages of ours in this tab give way when Back comes to them (left.js). Its list of addresses, and the browser's
//    own history, no page can empty: the privacy page says so;
//  - a form also signs the person out, while the next page is already coming; without signal, as soon as a page of ours
//    is open again, and before it unlocks what this phone keeps (kept.js).
// Nothing else is cleared: a draft that was being kept is still there after signing in again, and whatever keeps drafts
// hears "alongside:leaving" first, so that it can send its last words; `detail.until(promise)` holds the next page back.
const TIMES = 3;
const WITHIN = 2_000;
const KEYS = ["Escape", "Shift"];

const OWED = "alongside.owed"; // in localStorage: where to sign out, until the server says that it is done

const way = document.querySelector("[data-leave]");
let leaving = false;

const LONGEST = 300; // the screen is empty by then; nobody waits longer than this for the next page

function leave() {
  if (leaving) return;
  leaving = true;
  document.documentElement.classList.add("is-leaving");
  document.title = "Loading";
  try {
    sessionStorage.setItem("alongside.left", way.dataset.leave);
  } catch {
    // a browser that keeps nothing: leave all the same
  }
  const go = () => location.replace(way.dataset.leave);
  // What a page that is torn down has just written may be lost, so whoever must finish something says so here.
  const waits = [];
  try {
    dispatchEvent(new CustomEvent("alongside:leaving", { detail: { until: (done) => waits.push(done) } }));
    if (way.matches("form")) {
      signOut(way.action, { keepalive: true });
    }
  } finally {
    if (waits.length) Promise.race([Promise.allSettled(waits), new Promise((late) => setTimeout(late, LONGEST))]).finally(go);
    else go();
  }
}

function owe(address) {
  try {
    if (address) localStorage.setItem(OWED, address);
    else localStorage.removeItem(OWED);
  } catch {
    // a browser that keeps nothing owes nothing: it has tried once
  }
}

async function signOut(address, how = {}) {
  owe(address);
  const answer = await fetch(address, { method: "POST", redirect: "manual", ...how }).catch(() => null);
  if (answer?.ok) owe(null);
  return Boolean(answer?.ok);
}

/** Somebody left when there was no signal: they are signed out now. Answers whether nothing is owed. */
async function settle() {
  let address = null;
  try {
    address = localStorage.getItem(OWED);
  } catch {
    // as above
  }
  if (!address) return !leaving;
  const done = await signOut(address);
  if (done && !leaving && document.querySelector("meta[name=kept][data-owner]")) location.reload(); // it was made for them
  return done;
}

globalThis.alongsideLeave = { settle };
settle();

if (way) {
  way.addEventListener(way.matches("form") ? "submit" : "click", (event) => {
    event.preventDefault();
    leave();
  });

  let presses = [];
  let pressed = "";
  document.addEventListener("keydown", (event) => {
    if (event.repeat) return;
    // Any other key begins anew: whoever types capital letters wants to stay.
    if (event.key !== pressed) presses = [];
    pressed = event.key;
    if (!KEYS.includes(pressed)) return;
    const now = event.timeStamp;
    presses = [...presses, now].filter((moment) => now - moment <= WITHIN);
    if (presses.length >= TIMES) leave();
  });

  // If the browser kept the page and shows it again, fetch it afresh: by then the person is signed out.
  addEventListener("pageshow", (event) => {
    if (event.persisted && leaving) location.reload();
  });
}
