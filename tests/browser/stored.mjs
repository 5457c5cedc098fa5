// What lies in the browser's storage, looked at and spoiled while the app is not running: through a page of the same address that
// is not the app.

export const REST = "icon.svg";

/** Opens that page; no tab may have the app open now. */
export async function rest(app) {
  await app.page.goto(`${app.address}${REST}`);
}

/** Opens the app again at `route`. */
export async function wake(app, route = "") {
  await app.page.goto(`${app.address}${route}`);
  await app.ready();
  forgetRest(app);
}

/** What the page that is not the app has asked for, its own icon among it, is as it should be. */
export function forgetRest(app) {
  app.forgetRequests();
  app.troubles = app.troubles.filter((trouble) => !trouble.includes("/favicon.ico"));
}

/** Runs `body` in the page that is not the app, then opens the app again. */
export async function atRest(app, body, argument) {
  await rest(app);
  const found = await app.page.evaluate(body, argument);
  await wake(app);
  return found;
}

/** In the page: id, name and size of every workspace. */
export async function workspaces() {
  const open = indexedDB.open("fourfold");
  const database = await new Promise((resolve, reject) => {
    open.onsuccess = () => resolve(open.result);
    open.onerror = () => reject(open.error);
  });
  const request = database.transaction(["workspaces"]).objectStore("workspaces").getAll();
  const entries = await new Promise((resolve) => { request.onsuccess = () => resolve(request.result); });
  database.close();
  return entries.map((entry) => JSON.parse(entry).summary).map(({ id, name, size }) => ({ id, name, size }));
}

/**
 * In the page: `keep` puts all records aside, `restore` has them back, `records` tells store and key of each, and `flip`, `truncate`
 * and `remove` spoil the one at `place` of `store`, the first two at a share `at` of its length. `clear` empties everything.
 */
export async function spoil({ doing, store, place, at }) {
  const connect = (name, upgrade) => new Promise((resolve, reject) => {
    const open = indexedDB.open(name);
    if (upgrade) open.onupgradeneeded = () => upgrade(open.result);
    open.onsuccess = () => resolve(open.result);
    open.onerror = () => reject(open.error);
  });
  const done = (request) => new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  const database = await connect("fourfold");
  const names = [...database.objectStoreNames];
  const aside = await connect("aside", (made) => made.createObjectStore("all"));
  const complete = (transaction) => new Promise((resolve, reject) => {
    transaction.oncomplete = resolve;
    transaction.onabort = () => reject(transaction.error);
  });
  let answer = null;
  if (doing === "keep") {
    const reading = database.transaction(names);
    const all = { local: Object.entries(localStorage), records: [] };
    for (const name of names) {
      const [keys, values] = await Promise.all([done(reading.objectStore(name).getAllKeys()), done(reading.objectStore(name).getAll())]);
      keys.forEach((key, index) => all.records.push({ name, key, value: values[index] }));
    }
    await done(aside.transaction(["all"], "readwrite").objectStore("all").put(all, "all"));
  } else {
    const all = await done(aside.transaction(["all"]).objectStore("all").get("all"));
    const transaction = database.transaction(names, "readwrite");
    const ended = complete(transaction);
    if (doing === "restore") {
      localStorage.clear();
      all.local.forEach(([key, value]) => localStorage.setItem(key, value));
      names.forEach((name) => transaction.objectStore(name).clear());
      all.records.forEach(({ name, key, value }) => transaction.objectStore(name).put(value, key));
      answer = Object.fromEntries(names.map((name) => [name, all.records.filter((record) => record.name === name).length]));
    } else if (doing === "clear") {
      names.forEach((name) => transaction.objectStore(name).clear());
    } else {
      const target = transaction.objectStore(store);
      const key = (await done(target.getAllKeys()))[place];
      const value = await done(target.get(key));
      const spot = Math.floor((value.length - 1) * (at ?? 0));
      if (doing === "remove") target.delete(key);
      else if (doing === "truncate") target.put(value.slice(0, spot), key);
      else if (typeof value === "string") target.put(value.slice(0, spot) + String.fromCharCode(value.charCodeAt(spot) ^ 1) + value.slice(spot + 1), key);
      else {
        value[spot] ^= 0x55;
        target.put(value, key);
      }
    }
    await ended;
  }
  database.close();
  aside.close();
  return answer;
}

/** In the page: the place among all tables of the first of a kind (`purchases`, `funnel_entries`, …), which a table begins with. */
export async function placeOfTable(kind) {
  const open = indexedDB.open("fourfold");
  const database = await new Promise((resolve, reject) => {
    open.onsuccess = () => resolve(open.result);
    open.onerror = () => reject(open.error);
  });
  const request = database.transaction(["tables"]).objectStore("tables").getAll();
  const blocks = await new Promise((resolve) => { request.onsuccess = () => resolve(request.result); });
  database.close();
  // A block: length and checksum, eight bytes, then the content as raw deflate.
  const content = (block) => new Response(new Blob([block.subarray(8)]).stream().pipeThrough(new DecompressionStream("deflate-raw"))).text();
  const texts = await Promise.all(blocks.map(content));
  return texts.findIndex((text) => text.slice(1).startsWith(kind));
}

/**
 * In the page: a store as the first builds left it (layout 1, save format 1), with the one workspace of a workspace file of that
 * time. The layout is told in src/browser/records.rs, the file in README.md.
 */
export async function layOutAsBefore(file) {
  const bytes = Uint8Array.from(file);
  const view = new DataView(bytes.buffer);
  const sections = [];
  let at = 16;
  for (let left = view.getUint32(12, true); left > 0; left -= 1) {
    const name = bytes.slice(at + 10, at + 10 + bytes[at + 9]);
    sections.push({ kind: bytes[at], length: view.getUint32(at + 1, true), name: new TextDecoder().decode(name) });
    at += 10 + name.length;
  }
  at += 4;
  for (const section of sections) {
    section.block = bytes.slice(at, at + section.length);
    at += section.length;
  }
  await new Promise((resolve, reject) => {
    const gone = indexedDB.deleteDatabase("fourfold");
    gone.onsuccess = resolve;
    gone.onerror = () => reject(gone.error);
  });
  // What is known of another store says nothing of this one.
  localStorage.clear();
  const open = indexedDB.open("fourfold", 1);
  open.onupgradeneeded = () => ["workspaces", "documents", "tables"].forEach((name) => open.result.createObjectStore(name));
  const database = await new Promise((resolve, reject) => {
    open.onsuccess = () => resolve(open.result);
    open.onerror = () => reject(open.error);
  });
  const transaction = database.transaction(["workspaces", "documents", "tables"], "readwrite", { durability: "strict" });
  const summary = { id: "old", name: "Old", customers: 3, rows: 9, size: bytes.length, changed_at: 1_700_000_000_000 };
  transaction.objectStore("workspaces").put(JSON.stringify({ generation: 7, summary }), "old");
  for (const { kind, name, block } of sections) {
    if (kind === 1) transaction.objectStore("documents").put(block, "old");
    else transaction.objectStore("tables").put(block, ["old", name]);
  }
  await new Promise((resolve, reject) => {
    transaction.oncomplete = resolve;
    transaction.onabort = () => reject(transaction.error);
  });
  database.close();
}
