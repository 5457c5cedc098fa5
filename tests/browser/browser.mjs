// Starts the Chromium that CHROMIUM names (scripts/chromium.sh finds one), for the suite and the benchmark alike.
import { execFileSync } from "node:child_process";
import path from "node:path";

import { chromium } from "playwright-core";

export const TOP = path.resolve(import.meta.dirname, "../..");

const FLAGS = [
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  // Whatever asks for another machine fails, and the test with it.
  "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
];

function options() {
  const executablePath = process.env.CHROMIUM || execFileSync(path.join(TOP, "scripts/chromium.sh"), { encoding: "utf8" }).trim();
  // Chromium refuses its sandbox to root.
  return { executablePath, headless: true, args: process.getuid?.() === 0 ? [...FLAGS, "--no-sandbox"] : FLAGS };
}

/** A browser whose contexts each begin with an empty profile in memory. */
export const startBrowser = () => chromium.launch(options());

/** A browser whose profile lies in `folder`, so that it can be closed and started again. */
export const startProfile = (folder, context = {}) => chromium.launchPersistentContext(folder, { ...options(), ...context });
