// A small static server for dist/, the same for `make run`, the browser tests and the benchmark. Listens on 127.0.0.1 only.
// From the command line: node scripts/serve.mjs FOLDER
import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { createServer } from "node:http";
import path from "node:path";
import { pathToFileURL } from "node:url";

const TYPES = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".mjs": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".webmanifest": "application/manifest+json; charset=utf-8",
  ".wasm": "application/wasm",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".ico": "image/x-icon",
  ".csv": "text/csv",
  ".txt": "text/plain; charset=utf-8",
  ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
};

/** The file below `root` that an address names, or null where it would lie outside. */
function fileOf(root, address) {
  let relative;
  try {
    relative = decodeURIComponent(address);
  } catch {
    return null;
  }
  if (relative.includes("\0")) return null;
  const file = path.resolve(root, `./${relative}`);
  return file === root || file.startsWith(root + path.sep) ? file : null;
}

/**
 * Serves `root` below `base` (such as "/some/where/"); port 0 takes any free one. `onRequest` is told every path asked for.
 * @returns {Promise<{ address: string, close: () => Promise<void> }>}
 */
export async function serve({ root, base = "/", port = 0, onRequest = () => {} }) {
  const folder = path.resolve(root);
  const server = createServer(async (request, response) => {
    const refuse = (code, text) => response.writeHead(code, { "content-type": "text/plain; charset=utf-8" }).end(text);
    onRequest(request.url);
    if (request.method !== "GET" && request.method !== "HEAD") return refuse(405, "Only GET and HEAD.");
    const { pathname } = new URL(request.url, "http://127.0.0.1");
    if (!pathname.startsWith(base)) return refuse(404, "Not here.");
    let file = fileOf(folder, pathname.slice(base.length));
    let facts = file && (await stat(file).catch(() => null));
    if (facts?.isDirectory()) {
      file = path.join(file, "index.html");
      facts = await stat(file).catch(() => null);
    }
    if (!facts?.isFile()) return refuse(404, "Not here.");
    const etag = `"${facts.size.toString(36)}-${facts.mtimeMs.toString(36)}"`;
    const headers = {
      "content-type": TYPES[path.extname(file).toLowerCase()] ?? "application/octet-stream",
      // The browser asks each time, so that a rebuilt file is never answered from its memory.
      "cache-control": "no-cache",
      "x-content-type-options": "nosniff",
      etag,
    };
    if (request.headers["if-none-match"] === etag) return response.writeHead(304, headers).end();
    response.writeHead(200, { ...headers, "content-length": facts.size });
    if (request.method === "HEAD") return response.end();
    createReadStream(file).on("error", () => response.destroy()).pipe(response);
  });
  await new Promise((resolve, reject) => server.once("error", reject).listen(port, "127.0.0.1", resolve));
  return {
    address: `http://127.0.0.1:${server.address().port}${base}`,
    close: () => new Promise((resolve) => {
      server.close(resolve);
      server.closeAllConnections();
    }),
  };
}

/** The first of ten ports from `first` on that is free. */
async function serveFrom(root, first) {
  for (let port = first; ; port += 1) {
    try {
      return await serve({ root, port });
    } catch (error) {
      if (error.code !== "EADDRINUSE" || port >= first + 9) throw error;
    }
  }
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const { address } = await serveFrom(process.argv[2] ?? "dist", Number(process.env.PORT ?? 8421));
  console.log(`Fourfold is at ${address} (stop with Ctrl+C)`);
}
