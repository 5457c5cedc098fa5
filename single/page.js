// What a page from a host fetches when its workspace is to go out as a page: scripts/single.mjs puts text.js before it and lays it
// beside the single file in dist/.
import { textOf } from "./text.js";

const PLACE = '<script type="text/plain" data-name="workspace">';

/** The single file (its bytes, UTF-16) with a workspace file inside. */
export function pageWith(page, workspace) {
  // With the mark at the beginning, so that letters are counted as they lie in the file.
  const at = new TextDecoder("utf-16le", { ignoreBOM: true }).decode(page).indexOf(`${PLACE}</script>`);
  if (at < 0) throw new Error("the host has another page in its place");
  const inside = (at + PLACE.length) * 2;
  const text = textOf(workspace);
  const letters = Uint16Array.from({ length: text.length }, (_, place) => text.charCodeAt(place));
  return new Blob([page.slice(0, inside), letters, page.slice(inside)], { type: "text/html" });
}
