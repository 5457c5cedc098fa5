// The hard end of a browser.
import { readFileSync, readdirSync } from "node:fs";

/** Ends every process of the browser with this profile at once, without a word. */
export function kill(profile) {
  for (const entry of readdirSync("/proc").filter((name) => /^\d+$/.test(name))) {
    try {
      if (readFileSync(`/proc/${entry}/cmdline`, "utf8").includes(profile)) process.kill(Number(entry), "SIGKILL");
    } catch {
      // It has ended meanwhile.
    }
  }
}

/** Kills an app's browser and waits until it is gone. */
export async function killAndWait(app) {
  const ended = new Promise((resolve) => { app.context.once("close", resolve); });
  kill(app.profile);
  await ended;
}
