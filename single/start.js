// The start script of the single file; scripts/single.mjs puts text.js before it and both into the page. The same contract as
// public/start.js, but that everything lies in the page itself, packed as text in script elements of no known type.
"use strict";

// The page as it came, before anything changes it: "Save as a page" writes it again.
const source = document.documentElement.cloneNode(true);
const WORKSPACE = "workspace";
const AGREED = "fourfold.keeps";
const loaded = new Map();

const inside = (name, page = document) => page.querySelector(`script[data-name="${name}"]`);

// Without the charset a script would be read as UTF-16, as the page is.
const addressOf = (script) => URL.createObjectURL(new Blob([script], { type: "text/javascript;charset=utf-8" }));

/** The bytes of a part, unpacked in a worker of its own so that the page never waits. */
function unpacked(name) {
  return new Promise((resolve, reject) => {
    const place = inside(name);
    if (!place) throw new Error(`${name} is not in this file`);
    const address = addressOf(inside("unpack.js").textContent);
    const worker = new Worker(address);
    const finish = (settle, value) => {
      worker.terminate();
      URL.revokeObjectURL(address);
      settle(value);
    };
    worker.onmessage = ({ data }) => finish(resolve, data);
    worker.onerror = ({ message }) => finish(reject, new Error(`${name}: ${message}`));
    worker.postMessage(place.textContent);
  });
}

const text = async (name) => new TextDecoder().decode(await unpacked(name));
const compiled = async (name) => WebAssembly.compile(await unpacked(name));

async function load(name) {
  const [glue, module] = await Promise.all([text(`${name}.js`), compiled(`${name}_bg.wasm`)]);
  return { glue, module };
}

function once(key, make) {
  if (!loaded.has(key)) loaded.set(key, make());
  return loaded.get(key);
}

function agreed() {
  try {
    return localStorage.getItem(AGREED) === "true";
  } catch {
    return false;
  }
}

function page(bytes) {
  inside(WORKSPACE, source).textContent = textOf(bytes);
  const text = `\uFEFF<!DOCTYPE html>\n${source.outerHTML}`;
  return new Blob([Uint16Array.from({ length: text.length }, (_, place) => text.charCodeAt(place))], { type: "text/html" });
}

window.fourfold = {
  program: (name) => once(name, () => load(name)),
  has: (path) => inside(path) !== null,
  file: (path) => once(path, async () => new Blob([await unpacked(path)])),
  // There is nothing to keep and no other version: the file is all there is.
  keep: () => Promise.resolve(),
  takeNewVersion: () => Promise.resolve(),
  // All pages opened from disk share one storage.
  mayKeep: agreed,
  agreeToKeep: () => localStorage.setItem(AGREED, "true"),
  workspace: () => {
    const carried = inside(WORKSPACE).textContent;
    return carried ? bytesOf(carried) : null;
  },
  makesPages: () => true,
  page: async (bytes) => page(bytes),
};

function showProblem(error) {
  const place = document.getElementById("start-problem");
  place.textContent = `Fourfold could not start · Fourfold 无法启动: ${error}`;
  place.hidden = false;
}

/** The glue of the app program is a plain script that defines `wasm_bindgen`. */
async function run(glue) {
  const script = document.createElement("script");
  const address = addressOf(glue);
  const ran = new Promise((resolve, reject) => Object.assign(script, { onload: resolve, onerror: () => reject(new Error("app.js")) }));
  script.src = address;
  document.head.append(script);
  await ran;
  URL.revokeObjectURL(address);
}

async function start() {
  const [style, glue, module] = await Promise.all([text("style.css"), text("app.js"), compiled("app_bg.wasm")]);
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(style);
  document.adoptedStyleSheets = [sheet];
  await run(glue);
  await wasm_bindgen({ module_or_path: module });
}

start().catch(showProblem);
