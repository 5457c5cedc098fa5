// The page's side of the service worker: keeps this build for starts without the network, and knows of newer ones.
// There is no service worker over plain http, from a file, and in some private windows; the page then needs the network to start.

/** Resolves once the worker is installed, or has given up. */
function settled(worker) {
  return new Promise((resolve) => {
    if (worker?.state !== "installing") return resolve();
    worker.addEventListener("statechange", () => resolve(), { once: true });
  });
}

/** Which build a worker keeps. */
function buildOf(worker) {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = ({ data }) => resolve(data);
    worker.postMessage("which build", [port2]);
  });
}

/** As `window.fourfold.keep` (start.js). */
export async function keep(build, onNewVersion) {
  const workers = navigator.serviceWorker;
  if (!workers || !location.protocol.startsWith("http")) return;
  // A browser that refuses, or a file that did not come as this version has it: the next start tries again.
  const registration = await workers.register(new URL("sw.js", document.baseURI)).catch(() => null);
  if (!registration) return;
  const look = async () => {
    await settled(registration.installing);
    if (registration.waiting && (await buildOf(registration.waiting)) !== build) onNewVersion();
  };
  // Without the network there is no newer version to be seen.
  if (registration.active) await registration.update().catch(() => {});
  await look();
  registration.addEventListener("updatefound", look);
  // Another tab has taken the new version.
  workers.addEventListener("controllerchange", onNewVersion);
  registration.active?.postMessage("tidy");
}

/** As `window.fourfold.takeNewVersion` (start.js). The other tabs stay with the build they have. */
export async function takeNewVersion() {
  const registration = await navigator.serviceWorker?.getRegistration();
  const waiting = registration?.waiting;
  if (waiting) {
    const taken = new Promise((resolve) => {
      waiting.addEventListener("statechange", () => waiting.state === "activated" && resolve());
    });
    waiting.postMessage("take over");
    await taken;
  }
  location.reload();
}
