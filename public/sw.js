// The service worker keeps whole builds, so that a page starts without the network and never out of two versions.
// scripts/version.mjs puts before this: BUILD, the build's name, and FILES, what belongs to it with its digests (index.html besides).
//
// A new build is fetched beside the one in use and waits until every tab is closed, or a page says "take over"; a page that
// still runs an older build then gets that build's files from that build's cache. All names but those of the page itself and the
// icons carry a digest, so no file can stand for another of the same name.
"use strict";

const { scope } = registration;
// Other places of the same origin may keep another Fourfold.
const OURS = `fourfold ${scope} `;
const cacheOf = (build) => OURS + build;
const PAGE = scope;

async function fetchPage() {
  const response = await fetch(PAGE, { cache: "no-cache" });
  const text = await response.text();
  // The host may have changed the page a little on its way, but it has to be this build's.
  if (!response.ok || !text.includes(BUILD)) throw new Error("the page is of another build");
  // Made anew, as a page that came by way of a redirect would be refused.
  return new Response(text, { headers: response.headers });
}

async function fetchFile(path, integrity) {
  const response = await fetch(new URL(path, scope), { integrity });
  if (!response.ok) throw new Error(`${path}: ${response.status}`);
  return response;
}

async function keep() {
  const cache = await caches.open(cacheOf(BUILD));
  const put = async (address, fetching) => cache.put(address, await fetching);
  try {
    await Promise.all([
      put(PAGE, fetchPage()),
      ...Object.entries(FILES).map(([path, integrity]) => put(new URL(path, scope), fetchFile(path, integrity))),
    ]);
  } catch (error) {
    await caches.delete(cacheOf(BUILD));
    throw error;
  }
}

/** From this build, else from an older one that a page still runs, else from the network. */
async function answer(address, request) {
  const own = await (await caches.open(cacheOf(BUILD))).match(address);
  if (own) return own;
  for (const name of await caches.keys()) {
    const found = name.startsWith(OURS) && (await (await caches.open(name)).match(address));
    if (found) return found;
  }
  return fetch(request);
}

/** Drops the builds that no page runs any more. */
async function tidy() {
  // A build that waits belongs to no page yet.
  if (registration.installing || registration.waiting) return;
  const { held } = await navigator.locks.query();
  const needed = new Set([BUILD, ...held.map(({ name }) => name.replace(/^fourfold /, ""))]);
  for (const name of await caches.keys()) {
    if (name.startsWith(OURS) && !needed.has(name.slice(OURS.length))) await caches.delete(name);
  }
}

self.addEventListener("install", (event) => event.waitUntil(keep()));

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const [address] = request.url.split(/[?#]/);
  if (request.method !== "GET" || !address.startsWith(scope)) return;
  if (request.mode !== "navigate") event.respondWith(answer(address, request));
  else if (address === PAGE || address === `${PAGE}index.html`) event.respondWith(answer(PAGE, request));
});

self.addEventListener("message", (event) => {
  if (event.data === "which build") event.ports[0].postMessage(BUILD);
  if (event.data === "take over") event.waitUntil(self.skipWaiting());
  if (event.data === "tidy") event.waitUntil(tidy());
});
