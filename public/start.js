// Loads the app program, and hands it the two worker programs. It stands in its own file because the content security policy
// allows no inline script. `window.fourfold` is all that the programs know of where they come from: another way of delivery
// (one single file, say) needs another start script and nothing else.
"use strict";

const { program, wasm } = document.currentScript.dataset;
const address = (path) => new URL(path, document.baseURI);
const loaded = new Map();

// Worker programs keep their names from build to build, so the browser has to ask whether its copy is still the one.
async function answer(path) {
  const response = await fetch(address(path), { cache: "no-cache" });
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

window.fourfold = {
  /** The glue text and the compiled module of a worker program; fetched once, then at hand without the network. */
  program: (name) => once(name, () => load(name)),
  /** One of the app's own files as a Blob; likewise. */
  file: (path) => once(path, () => answer(path).then((response) => response.blob())),
};

function showProblem(error) {
  const place = document.getElementById("start-problem");
  place.textContent = `Fourfold could not start · Fourfold 无法启动: ${error}`;
  place.hidden = false;
}

// Fetched beside the app program, not after it.
window.fourfold.program("engine").catch(() => {});

import(address(program))
  .then((app) => app.default({ module_or_path: address(wasm) }))
  .catch(showProblem);
