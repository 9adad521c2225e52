/* What this phone keeps until the server has it. A form is written here first, sealed with a key that only its writer's
   sign-in brings, and leaves only when the server names its key again. Nothing else is kept: no page, no record.

   The key (accounts/phones.py says what it is for) cannot be read out by a script. It is let go at the quick way out and
   twelve hours after the last word from the server; what is sealed then waits for the same person to sign in again. Signing
   out, or somebody else signing in, wipes everything. Without IndexedDB or WebCrypto nothing happens here at all, and the
   ordinary form works as it always did. */

const able = "indexedDB" in window && Boolean(globalThis.crypto?.subtle);
const CLOCKS_DIFFER = 5 * 60_000;
const LEFT = "alongside-left"; // a new mark each time: says at once, even while the page is torn down, that the key is to go
const channel = "BroadcastChannel" in window ? new BroadcastChannel("alongside-kept") : null;
let last = Promise.resolve();
const bytes = (text) => new TextEncoder().encode(text);

function open() {
  return new Promise((done, failed) => {
    const asked = indexedDB.open("alongside", 1);
    asked.onupgradeneeded = () => {
      asked.result.createObjectStore("me", { keyPath: "id" });
      asked.result.createObjectStore("items", { keyPath: "id" });
    };
    asked.onsuccess = () => {
      asked.result.onversionchange = () => asked.result.close();
      done(asked.result);
    };
    asked.onerror = () => failed(asked.error);
  });
}

/** One transaction on one store; answers what `act` asked for, once it is safely written. */
async function work(store, mode, act) {
  const base = await open();
  return new Promise((done, failed) => {
    const transaction = base.transaction(store, mode, { durability: "strict" });
    const asked = act(transaction.objectStore(store));
    const end = (how) => () => (base.close(), how());
    transaction.oncomplete = end(() => done(asked?.result));
    transaction.onerror = transaction.onabort = end(() => failed(transaction.error));
  });
}

/** Whoever may keep and read here now, with their key and the people they may choose from; or null. */
async function me() {
  if (!able) return null;
  const found = await work("me", "readonly", (store) => store.get("me"));
  if (!found) return null;
  if (localStorage.getItem(LEFT) || Date.now() - found.given > found.lasts) {
    await forgetKey();
    return null;
  }
  const people = await unseal(found, "people", found.people).catch(() => []);
  return { ...found, people, rightClock: !putBack(found), awake: isAwake(found) };
}

/** The phone's clock says a time before the server's last word: nobody knows how long ago that was. */
const putBack = ({ given }) => Date.now() < given - CLOCKS_DIFFER;
const isAwake = (found) => !putBack(found) && Date.now() - found.seen < found.idle;

async function seal(who, id, what) {
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const bound = { name: "AES-GCM", iv, additionalData: bytes(`${who.owner}:${id}`) };
  return { iv, data: await crypto.subtle.encrypt(bound, who.key, bytes(JSON.stringify(what))) };
}

async function unseal(who, id, { iv, data }) {
  const bound = { name: "AES-GCM", iv, additionalData: bytes(`${who.owner}:${id}`) };
  return JSON.parse(new TextDecoder().decode(await crypto.subtle.decrypt(bound, who.key, data)));
}

/** Keep a form: `what` is {to, fields, words, url, who, group, form}: at which door it is handed in, what was typed, and the
    same in words. The same id again takes the place of the one before; but where another tab wrote it after `since`, these
    words are kept beside those. Answers the {id, at} they were kept under. */
async function put(who, id, what, state, since) {
  // One after the other, so that earlier words never land on later ones.
  last = last.catch(() => {}).then(async () => {
    const before = (await items()).find((item) => item.id === id);
    if (before && since !== undefined && before.at !== since) id = newKey();
    const sealed = await seal(who, id, what);
    // Always later than before, also when the phone's clock stands still or is put back: `at` tells words apart.
    const at = Math.max(Date.now(), (before?.at ?? 0) + 1);
    await work("items", "readwrite", (store) => store.put({ id, owner: who.owner, state, at, sealed }));
    tell();
    return { id, at };
  });
  return last;
}

const newKey = () => [...crypto.getRandomValues(new Uint8Array(12))].map((byte) => "0123456789abcdefghjkmnpqrstvwxyz"[byte % 32]).join("");

/** Say of a kept form how it stands, with the server's reasons. Not when it has changed since `seen`. */
async function mark(who, seen, what, state) {
  const sealed = await seal(who, seen.id, what);
  await work("items", "readwrite", (store) => {
    const asked = store.get(seen.id);
    asked.onsuccess = () => asked.result?.at === seen.at && store.put({ ...asked.result, state, sealed });
  });
  tell();
}

/** Let a form go; with `only`, only while it still is as it was then. */
async function drop(id, only) {
  await work("items", "readwrite", (store) => {
    const asked = store.get(id);
    asked.onsuccess = () => asked.result && (!only || only(asked.result)) && store.delete(id);
  });
  tell();
}

/** Somebody is here and writing: what they kept stays open to them. Once it has closed, writing does not open it again. */
async function stir() {
  await work("me", "readwrite", (store) => {
    const asked = store.get("me");
    asked.onsuccess = () => asked.result && isAwake(asked.result) && store.put({ ...asked.result, seen: Date.now() });
  });
}

/** The mark of the last quick leaving here, or null once somebody was welcomed since. */
const left = () => localStorage.getItem(LEFT);

/** A new sign-in: `said` is the server's greeting. It was asked for when `left()` was `before`: who left in the meantime stays
    out, whichever tab they left from. Answers whether the phone is open to them. */
async function welcome(said, before) {
  const raw = Uint8Array.from(atob(said.key), (letter) => letter.charCodeAt(0));
  const key = await crypto.subtle.importKey("raw", raw, "AES-GCM", false, ["encrypt", "decrypt"]);
  const now = Date.now();
  const who = { id: "me", owner: said.owner, key, given: now, seen: now, lasts: said.lasts * 1000, idle: said.idle * 1000 };
  who.people = await seal(who, "people", said.people);
  if (left() !== before) return false;
  await work("me", "readwrite", (store) => store.put(who));
  if (left() !== before) return false; // the key just kept goes with the others: `leave` waits before it forgets them
  localStorage.removeItem(LEFT);
  return true;
}

/** The key of whoever was here before is gone before this person's first page is done. What they wrote stays, locked, until
    they sign in again: this person can neither read it nor send it. */
async function onlyFor(owner) {
  const held = await work("me", "readonly", (store) => store.get("me"));
  if (held && held.owner !== owner) await forgetKey();
}

function leave(event) {
  localStorage.setItem(LEFT, newKey());
  const later = new Promise((now) => setTimeout(now, 50)); // after whoever keeps the last words
  const gone = later.then(forgetKey).catch(() => {});
  event.detail?.until(gone);
}

const items = () => work("items", "readonly", (store) => store.getAll());
const words = (who, item) => unseal(who, item.id, item.sealed);
const forgetKey = () => work("me", "readwrite", (store) => store.delete("me"));

async function wipe() {
  for (const flag of [LEFT, "alongside-wipe"]) localStorage.removeItem(flag);
  await new Promise((done) => {
    const asked = indexedDB.deleteDatabase("alongside");
    asked.onsuccess = asked.onerror = asked.onblocked = done;
  });
  const held = "caches" in window ? await caches.keys() : [];
  await Promise.all(held.filter((name) => name.startsWith("alongside-")).map((name) => caches.delete(name)));
  const workers = (await navigator.serviceWorker?.getRegistrations?.()) ?? [];
  await Promise.all(workers.map((one) => one.unregister()));
  tell();
}

function tell() {
  channel?.postMessage("changed");
  dispatchEvent(new Event("alongside:kept-changed"));
}

channel?.addEventListener("message", () => dispatchEvent(new Event("alongside:kept-changed")));

globalThis.alongsideStore = { able, newKey, me, put, mark, drop, items, words, wipe, stir, welcome, onlyFor, left, leave };
