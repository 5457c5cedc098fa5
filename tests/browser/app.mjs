// One open app and what a user does with it: the release in dist/, served under a sub-path, opened in an empty profile, driven
// through the handles of tests/README.md. Used by the suite and by the benchmark.
import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";

import axe from "axe-core";

import { serve } from "../../scripts/serve.mjs";
import { startProfile, TOP } from "./browser.mjs";

const OUT = path.join(import.meta.dirname, "out");
// Long enough for a slow machine under load; nothing waits this long when all is well.
const PATIENCE = 30_000;

export class App {
  /** Console errors, page errors and requests that should not be. */
  troubles = [];
  /** Everything asked of the server, and the moments the page said it needs nothing more, in order. */
  #traffic = [];
  #options;
  #profile = null;
  #initScript;
  #root;
  #file;

  /**
   * Options are those of a Playwright context, `profile: true` for a profile on disk that survives `restart()`, and `initScript`
   * for a function that runs in the page before anything of its own; `root` is the folder to serve, where it is not dist/;
   * `file` a page to open from disk, without any server.
   */
  constructor(browser, { profile = false, initScript, root = path.join(TOP, "dist"), file, ...options } = {}) {
    this.browser = browser;
    this.#root = root;
    this.#file = file;
    this.#initScript = initScript;
    this.#options = { locale: "en-GB", viewport: { width: 1440, height: 900 }, acceptDownloads: true, ...options };
    if (profile) this.#profile = mkdtempSync(path.join(tmpdir(), "fourfold-"));
  }

  async open() {
    if (this.#file) {
      this.address = pathToFileURL(this.#file).href;
    } else {
      this.server = await serve({
        root: this.#root,
        base: "/some/where/",
        onRequest: (asked) => this.#traffic.push({ at: Date.now(), asked }),
      });
      this.address = this.server.address;
    }
    await this.#openContext();
  }

  /** `route`: a page of the same address that is not the app, to be opened in its place. */
  async #openContext(route) {
    this.context = this.#profile ? await startProfile(this.#profile, this.#options) : await this.browser.newContext(this.#options);
    this.context.setDefaultTimeout(PATIENCE);
    await this.context.exposeBinding("reportOfflineReady", (_, at) => this.#traffic.push({ at, ready: true }));
    await this.context.addInitScript(() => {
      const look = () => {
        if (document.documentElement?.dataset.offlineReady !== "true") return;
        seen.disconnect();
        window.reportOfflineReady(Date.now());
      };
      const seen = new MutationObserver(look);
      seen.observe(document, { attributes: true, attributeFilter: ["data-offline-ready"], subtree: true });
    });
    if (this.#initScript) await this.context.addInitScript(this.#initScript);
    this.context.on("console", (message) => {
      if (message.type() === "error") this.troubles.push(`console: ${message.text()} (${message.location().url})`);
    });
    this.context.on("weberror", (error) => this.troubles.push(`page: ${error.error().stack ?? error.error()}`));
    this.context.on("dialog", (dialog) => {
      this.troubles.push(`${dialog.type()} dialog: ${dialog.message()}`);
      dialog.dismiss();
    });
    this.context.on("request", (request) => {
      const to = new URL(request.url());
      const own = this.#file ? to.href.split("#")[0] === this.address : to.origin === new URL(this.address).origin;
      if (!/^(blob|data):$/.test(to.protocol) && !own) this.troubles.push(`request elsewhere: ${to}`);
    });
    this.page = this.context.pages()[0] ?? (await this.context.newPage());
    await this.page.goto(`${this.address}${route ?? ""}`);
    if (route === undefined) await this.ready();
  }

  /** Another tab of the same browser, open at the start page; it is driven like the first. */
  async anotherTab() {
    const tab = Object.create(this, { page: { value: await this.context.newPage(), writable: true } });
    await tab.page.goto(this.address);
    await tab.ready();
    return tab;
  }

  /** Closes the browser (the profile stays) and opens the app again, or in its place what stands at `route`. */
  async restart(route) {
    assert.ok(this.#profile, "this scenario has no profile on disk");
    await this.context.close();
    await this.#openContext(route);
  }

  /** Opens the app again after its browser has ended by itself. */
  startAgain = () => this.#openContext();

  /** The folder of the profile, by which the browser's processes can be told from others. */
  get profile() {
    return this.#profile;
  }

  async close() {
    await this.context?.close().catch(() => {});
    await this.server?.close();
    if (this.#profile) rmSync(this.#profile, { recursive: true, force: true });
  }

  assertClean() {
    assert.deepEqual(this.troubles, [], "the page made trouble");
    assert.deepEqual(this.requestsAfterReady(), [], "requests after data-offline-ready");
  }

  /** Requests made although the page had said that it needs nothing more; loading the page anew starts afresh. */
  requestsAfterReady() {
    const { pathname } = new URL(this.address);
    let ready = false;
    const late = [];
    for (const { asked } of this.#traffic.toSorted((one, other) => one.at - other.at)) {
      if (asked === undefined) ready = true;
      else if (asked === pathname) ready = false;
      // Browsers look for a newer version by themselves, when they like.
      else if (ready && asked !== `${pathname}sw.js`) late.push(asked);
    }
    return late;
  }

  /** What was asked of the server so far is as it should be. */
  forgetRequests() {
    this.#traffic = [];
  }

  // Finding things.

  handle(name) {
    return this.page.getByTestId(name);
  }

  /** Whatever takes part in `html[data-<fact>]`. */
  root(fact, value = "true") {
    return this.page.locator(`html[data-${fact}="${value}"]`).waitFor({ state: "attached" });
  }

  ready() {
    return this.root("ready");
  }

  offlineReady() {
    return this.root("offline-ready");
  }

  /** Every change has reached storage. */
  saved() {
    return this.root("saved");
  }

  /** Asks again until `check` no longer throws; its last error is the test's. */
  async eventually(check, patience = PATIENCE) {
    const end = Date.now() + patience;
    for (;;) {
      try {
        return await check();
      } catch (error) {
        if (Date.now() > end) throw error;
        await this.page.waitForTimeout(30);
      }
    }
  }

  /** Waits until an element's data attribute (or `textContent`) is `expected`. */
  async expectData(name, attribute, expected) {
    await this.eventually(async () => {
      const found = await this.handle(name).first().getAttribute(`data-${attribute}`, { timeout: 1000 });
      assert.equal(found, String(expected), `${name}: data-${attribute}`);
    });
  }

  // Doing things.

  /** Language and theme are chosen as a user does, by the two selects. */
  async speak(language) {
    await this.handle("language").selectOption(language);
    await this.page.locator(`html[lang="${language}"]`).waitFor({ state: "attached" });
  }

  wear = (theme) => this.handle("theme").selectOption(theme);

  /** By the rail where there is one, as the start page has none. */
  async visit(page) {
    const link = this.handle(`nav-${page}`);
    if (await link.count()) await link.click();
    else await this.page.evaluate((route) => location.assign(route), `#/${page}`);
  }

  /** One click on a sample; done when its classes are on screen. */
  async openSample(name) {
    await this.handle(`sample-${name}`).click();
    await this.handle("quadrant-chart").waitFor();
    await this.handle("count-EI").waitFor();
  }

  /** Hands files to the import and waits for the dialog (or the refusal). A file is a path or `{ name, mimeType, buffer }`. */
  async dropFiles(...files) {
    const input = this.handle("import-file").first();
    if ((await input.count()) === 0) await this.page.evaluate(() => location.assign("#/"));
    await input.setInputFiles(files);
  }

  /** Gives the import dialog's fields the values asked for; keys are handles without `import-`, and `roles` by column. */
  async choose({ roles = {}, ...fields } = {}) {
    for (const [field, value] of Object.entries(fields)) {
      const control = this.handle(`import-${field}`);
      if ((await control.evaluate((element) => element.tagName)) === "SELECT") await control.selectOption(value);
      else {
        await control.fill(String(value));
        await control.press("Tab");
      }
    }
    for (const [column, role] of Object.entries(roles)) await this.handle(`column-role-${column}`).selectOption(role);
  }

  /** Imports a file as guessed, but for `choices`; returns the figures of the summary. */
  async importFile(file, choices = {}) {
    await this.dropFiles(...[file].flat());
    await this.handle("import-preview").waitFor();
    await this.choose(choices);
    return this.accept();
  }

  async accept() {
    await this.handle("import-accept").click();
    await this.handle("import-dialog").waitFor({ state: "hidden" });
    return this.summary();
  }

  /** What the page says about a file it refused; the message is put away. */
  async refusal() {
    const reason = await this.handle("import-error").first().innerText();
    await this.dismissImport();
    return reason;
  }

  /** Puts away whatever the import shows. */
  async dismissImport() {
    if (await this.handle("import-dialog").isVisible()) await this.handle("import-cancel").click();
    await this.handle("import-dialog").waitFor({ state: "hidden" });
  }

  /** The figures of the last import. */
  async summary() {
    const summary = this.handle("import-summary");
    await summary.waitFor();
    const facts = await summary.evaluate((element) => ({ ...element.dataset }));
    const number = (fact) => Number(facts[fact]);
    return {
      read: number("rowsRead"),
      used: number("rowsUsed"),
      rejected: number("rowsRejected"),
      leftOut: number("rowsLeftOut"),
      customers: number("customers"),
      total: number("total"),
    };
  }

  /** Counts per class, as numbers. */
  async counts() {
    const count = async (name) => Number(await this.handle(`count-${name}`).first().getAttribute("data-value"));
    return { EI: await count("EI"), EII: await count("EII"), EIII: await count("EIII"), EIV: await count("EIV"), notRated: await count("not-rated") };
  }

  expectCounts(expected) {
    return this.eventually(async () => assert.deepEqual(await this.counts(), expected));
  }

  /** Clicks what downloads something; returns its name and bytes. */
  async download(name) {
    const [download] = await Promise.all([this.page.waitForEvent("download"), this.handle(name).click()]);
    return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) };
  }

  /** Types into a field and leaves it. */
  async type(name, text) {
    await this.handle(name).first().fill(text);
    await this.handle(name).first().press("Enter");
  }

  /** The threshold's line in the chart, as keyboard and screen reader know it. */
  thresholdSlider(axis) {
    return this.handle(`threshold-${axis}-line`);
  }

  /** Where the mouse takes hold of a threshold: the middle of its line's grip. */
  async grip(axis) {
    const { x, y, width, height } = await this.thresholdSlider(axis).boundingBox();
    return { x: x + width / 2, y: y + height / 2 };
  }

  /** After a new start: the workspace opens by itself or from the list of recent ones. */
  async reopen() {
    await this.handle("quadrant-chart").or(this.handle("recent-workspace")).first().waitFor();
    if ((await this.handle("quadrant-chart").count()) === 0) await this.handle("recent-workspace").first().click();
    await this.handle("quadrant-chart").waitFor();
  }

  /** The same app in another, empty profile; its troubles count too. `options` as for the constructor. */
  async elsewhere(body, options = {}) {
    const other = new App(this.browser, { ...this.#options, ...options });
    try {
      await other.open();
      await body(other);
      other.assertClean();
    } finally {
      await other.close();
    }
  }

  // Judging things.

  /** Fails on any violation of WCAG 2.2 AA or of axe's best practices. */
  async assertAccessible(what) {
    // Evaluated through the DevTools protocol, as the page's policy rightly allows no script of ours.
    await this.page.evaluate(axe.source);
    const { violations } = await this.page.evaluate(() => window.axe.run(document, { resultTypes: ["violations"] }));
    const told = violations.map(({ id, help, nodes }) => `${id}: ${help}\n${nodes.map((node) => `    ${node.target} ${node.failureSummary}`).join("\n")}`);
    assert.deepEqual(told, [], `axe: ${what}`);
  }

  /** Nothing may stick out sideways. */
  async assertFitsWidth(what) {
    const measure = () => {
      const width = document.documentElement.clientWidth;
      if (document.documentElement.scrollWidth <= width) return [];
      const reaching = [...document.body.querySelectorAll("*")].filter((element) => element.getBoundingClientRect().right > width + 0.5);
      return reaching.slice(0, 5).map((element) => `${element.tagName.toLowerCase()}.${element.className} ends at ${element.getBoundingClientRect().right}`);
    };
    // After the window has changed, the page hears of it a moment later.
    await this.eventually(async () => assert.deepEqual(await this.page.evaluate(measure), [], `${what}: wider than the window`));
  }

  screenshot(name) {
    mkdirSync(OUT, { recursive: true });
    return this.page.screenshot({ path: path.join(OUT, `${name.replaceAll(/[^\w.-]+/gu, "-")}.png`), animations: "disabled" });
  }
}
