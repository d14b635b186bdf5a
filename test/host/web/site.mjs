/** A web server for the tests: what was built, as a web site would offer it. */
import { createReadStream, existsSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, normalize, resolve } from 'node:path';

const ROOT = resolve(import.meta.dirname, '..', '..', '..');
const TYPES = {
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.html': 'text/html',
  '.svg': 'image/svg+xml',
};

/**
 * Offers the files of the clone at their paths, and an empty page at `/`. Other sites may read them, as those of a
 * registry of extensions may be read.
 * @returns {Promise<{ address: string, stop: () => Promise<void> }>}
 */
export async function startSite() {
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url, 'http://localhost').pathname);
    const file = join(ROOT, normalize(path));
    response.setHeader('Access-Control-Allow-Origin', '*');
    if (path === '/') {
      response.setHeader('Content-Type', 'text/html').end('<!doctype html><title>Attest</title>');
    } else if (!existsSync(file) || !statSync(file).isFile()) {
      response.writeHead(404).end();
    } else {
      response.setHeader('Content-Type', TYPES[extname(file)] ?? 'text/plain; charset=utf-8');
      createReadStream(file).pipe(response);
    }
  });
  await new Promise((listening) => server.listen(0, '127.0.0.1', listening));
  return {
    address: `http://localhost:${server.address().port}`,
    stop: () =>
      new Promise((stopped) => {
        server.closeAllConnections();
        server.close(stopped);
      }),
  };
}
