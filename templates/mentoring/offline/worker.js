/* Keeps what one blank form needs, and shows that form where there is no signal. It never keeps a record, and of other
   pages it touches nothing. The server writes the names below: another version whenever a file or the form changes. */

const VERSION = "alongside-" + {{ version }};
const PAGE = {{ page }};
const FILES = {{ files }};
const FALLS_BACK = {{ falls_back }};
const PATIENCE = 8000; // a signal that brings nothing in eight seconds is no signal

async function fill() {
  const kept = await caches.open(VERSION);
  // Without cookies: whoever is signed in, what is kept holds nobody.
  const asks = [...FILES, PAGE].map(async (address) => {
    const answer = await fetch(address, { credentials: "omit", cache: "reload" });
    if (!answer.ok || answer.redirected) throw new Error(address);
    await kept.put(address, answer);
  });
  await Promise.all(asks);
}

async function letGo() {
  const names = (await caches.keys()).filter((name) => name.startsWith("alongside-") && name !== VERSION);
  await Promise.all(names.map((name) => caches.delete(name)));
}

async function kept(address) {
  return (await caches.open(VERSION)).match(address);
}

async function page(request) {
  let timer;
  const slow = new Promise((_, give) => (timer = setTimeout(give, PATIENCE)));
  try {
    return await Promise.race([fetch(request), slow]);
  } catch {
    return (await kept(PAGE)) ?? Response.error();
  } finally {
    clearTimeout(timer);
  }
}

const isOurs = (path) =>
  FALLS_BACK.some((start) => path === start) || /^[0-9a-z]{1,12}\/$/.test(path.replace(FALLS_BACK[1], ""));

addEventListener("install", (event) => event.waitUntil(fill().then(() => skipWaiting())));
addEventListener("activate", (event) => event.waitUntil(letGo().then(() => clients.claim())));
addEventListener("fetch", (event) => {
  const { request } = event;
  const address = new URL(request.url);
  if (request.method !== "GET" || address.origin !== location.origin) return;
  if (FILES.includes(address.pathname)) event.respondWith(kept(address.pathname).then((file) => file ?? fetch(request)));
  else if (request.mode === "navigate" && isOurs(address.pathname)) event.respondWith(page(request));
});
