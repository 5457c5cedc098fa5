// The single file in Firefox, driven over WebDriver BiDi: the same few things a user does there as in Chromium.
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";

import puppeteer from "puppeteer-core";

import { TOP } from "./browser.mjs";

const PATIENCE = 60_000;

/** Path of a Firefox, or the reason why there is none. */
export function findFirefox() {
  try {
    const executablePath = execFileSync(path.join(TOP, "scripts/firefox.sh"), { encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] }).trim();
    return { executablePath };
  } catch (error) {
    return { reason: String(error.stderr ?? error).trim() };
  }
}

const sleep = (time) => new Promise((resolve) => setTimeout(resolve, time));

export class FirefoxPage {
  troubles = [];

  async open(executablePath, file) {
    this.folder = mkdtempSync(path.join(tmpdir(), "fourfold-firefox-"));
    this.browser = await puppeteer.launch({
      browser: "firefox",
      executablePath,
      headless: true,
      extraPrefsFirefox: {
        "browser.download.folderList": 2,
        "browser.download.dir": this.folder,
        "browser.download.useDownloadDir": true,
        "browser.helperApps.neverAsk.saveToDisk": "text/csv,application/octet-stream,text/html,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "intl.accept_languages": "en-GB",
      },
    });
    this.page = await this.browser.newPage();
    this.page.setDefaultTimeout(PATIENCE);
    this.page.on("console", (message) => message.type() === "error" && this.troubles.push(`console: ${message.text()}`));
    this.page.on("pageerror", (error) => this.troubles.push(`page: ${error}`));
    const own = pathToFileURL(file).href;
    this.page.on("request", (request) => {
      if (!/^(blob|data):/.test(request.url()) && request.url().split("#")[0] !== own) this.troubles.push(`request: ${request.url()}`);
    });
    await this.page.goto(own);
    await this.page.waitForSelector("html[data-ready=true]");
  }

  handle = (name) => this.page.waitForSelector(`[data-testid="${name}"]`);

  /** Clicks in the page itself: what is pressed may lie below the fold. */
  async press(name) {
    await (await this.handle(name)).evaluate((element) => element.click());
  }

  async counts() {
    await this.handle("count-EI");
    return this.page.evaluate(() => {
      const count = (name) => Number(document.querySelector(`[data-testid="count-${name}"]`).dataset.value);
      return { EI: count("EI"), EII: count("EII"), EIII: count("EIII"), EIV: count("EIV"), notRated: count("not-rated") };
    });
  }

  async choose(name, ...files) {
    const input = await this.page.waitForSelector(`input[data-testid="${name}"]`);
    await input.uploadFile(...files);
  }

  /** Presses what downloads something whose name ends with `ending`; gives its path. */
  async download(name, ending) {
    const before = new Set(readdirSync(this.folder));
    await this.press(name);
    for (const end = Date.now() + PATIENCE; Date.now() < end; await sleep(50)) {
      const arrived = readdirSync(this.folder).find((file) => file.endsWith(ending) && !before.has(file));
      const whole = arrived && !readdirSync(this.folder).some((file) => file.endsWith(".part")) && readFileSync(path.join(this.folder, arrived)).length > 0;
      if (whole) return path.join(this.folder, arrived);
    }
    throw new Error(`${name} gave no file *${ending}`);
  }

  async close() {
    await this.browser?.close();
    rmSync(this.folder, { recursive: true, force: true });
  }
}
