// Loads the app program, and hands it everything it may need later. It stands in its own file because the content security policy
// allows no inline script. `window.fourfold` is all that the programs know of where they come from: another way of delivery
// (one single file, say) needs another start script and nothing else.
"use strict";

// `build` is there in releases (scripts/version.mjs): it stands in the names of all files that have no digest of their own.
// `page` is there where the single file lies beside this page (scripts/single.mjs).
const { program, wasm, build, page } = document.currentScript.dataset;
const plain = (path) => new URL(path, document.baseURI);
const address = (path) => plain(build ? path.replace(/^\w+?(?=_bg\.|[./])/, `$&-${build}`) : path);
const loaded = new Map();

async function answer(path) {
  // Names without the build stay the same from one to the next: the browser has to ask whether its copy is still the one.
  const response = await fetch(address(path), { cache: build ? "default" : "no-cache" });
  if (!response.ok) throw new Error(`${path}: ${response.status}`);
  return response;
}

async function load(name) {
  const [glue, module] = await Promise.all([
    answer(`${name}.js`).then((response) => response.text()),
    // Not compileStreaming: it refuses files that a plain server sends without application/wasm.
    answer(`${name}_bg.wasm`).then((response) => response.arrayBuffer()).then((bytes) => WebAssembly.compile(bytes)),
  ]);
  return { glue, module };
}

/** What `make` gives for a key, made once. A failed attempt is not remembered: the next one may find the network again. */
function once(key, make) {
  if (!loaded.has(key)) {
    const loading = make();
    loading.catch(() => loaded.delete(key));
    loaded.set(key, loading);
  }
  return loaded.get(key);
}

/** Fetched when it is wanted: it is as large as everything else together, so it is not among the files that are kept. */
async function pageWith(workspace) {
  const [bytes, { pageWith }] = await Promise.all([
    answer("fourfold.html").then((response) => response.arrayBuffer()),
    import(address("page.js")),
  ]);
  return pageWith(bytes, workspace);
}

const updates = () => once("updates", () => import(address("updates.js")));

window.fourfold = {
  /** The glue text and the compiled module of a worker program; fetched once, then at hand without the network. */
  program: (name) => once(name, () => load(name)),
  /** One of the app's own files as a Blob; likewise. */
  file: (path) => once(path, () => answer(path).then((response) => response.blob())),
  /** Whether one of the app's own files comes with this way of delivery. */
  has: () => true,
  /** Whether anything may be kept in the browser's storage without asking; where not, `agreeToKeep` notes that the user agreed. */
  mayKeep: () => true,
  agreeToKeep: () => {},
  /** The bytes of the workspace file that this page carries inside, or null. */
  workspace: () => null,
  /** Whether `page(bytes)` can give the app as one page with a workspace file inside: the promise of a Blob. */
  makesPages: () => page !== undefined,
  page: pageWith,
  /**
   * Resolves when the next start needs no network, or when there is no way to that here. From then on nothing is asked of the
   * network; `onNewVersion` is called when another version waits to take this one's place.
   */
  keep: (onNewVersion) => (build ? updates().then(({ keep }) => keep(build, onNewVersion)) : Promise.resolve()),
  /** Starts the new version in this page's place. Whatever is not saved is lost. */
  takeNewVersion: () => updates().then(({ takeNewVersion }) => takeNewVersion()),
};

function showProblem(error) {
  const place = document.getElementById("start-problem");
  place.textContent = `Fourfold could not start · Fourfold 无法启动: ${error}`;
  place.hidden = false;
}

// As long as a page lives, the service worker keeps the build it may still fetch from (public/sw.js).
if (build) navigator.locks?.request(`fourfold ${build}`, { mode: "shared" }, () => new Promise(() => {})).catch(() => {});

// Fetched beside the app program, not after it.
window.fourfold.program("engine").catch(() => {});

import(plain(program))
  .then((app) => app.default({ module_or_path: plain(wasm) }))
  .catch(showProblem);
