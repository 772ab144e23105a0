// Serves the packed product as any web server would, and starts the browser that looks at it.
import { createServer } from 'node:http';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';

export const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..', '..');
export const folder = process.env.COHOI_DIST ?? join(root, 'build', 'dist');

/** Why the tests of the product cannot run here; false when they can. */
export const skip = process.env.COHOI_URL || existsSync(join(folder, 'index.html')) ? false : 'the product is not built: ./tools/build';

export const types = {
  '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css', '.wasm': 'application/wasm', '.ttf': 'font/ttf', '.svg': 'image/svg+xml',
  '.webmanifest': 'application/manifest+json', '.txt': 'text/plain', '.png': 'image/png',
};

/** @param {Record<string, string>} own files that the deployment adds, by name */
export async function serve(own = {}) {
  if (process.env.COHOI_URL) return { address: process.env.COHOI_URL, close() {} };
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url, 'http://x').pathname);
    const file = join(folder, path === '/' ? 'index.html' : path);
    // A service worker that keeps nothing: each test starts from nothing.
    if (path === '/sw.js') return response.writeHead(200, { 'content-type': types['.js'] }).end('');
    // A frame without an origin of its own may load what is open to all.
    response.setHeader('access-control-allow-origin', '*');
    if (Object.hasOwn(own, path.slice(1))) return response.writeHead(200, { 'content-type': types[extname(path)] ?? 'application/json' }).end(own[path.slice(1)]);
    if (path.includes('..') || !existsSync(file)) return response.writeHead(404).end();
    return response.writeHead(200, { 'content-type': types[extname(file)] ?? 'application/octet-stream' }).end(readFileSync(file));
  });
  await new Promise((listening) => { server.listen(0, '127.0.0.1', listening); });
  return { address: `http://127.0.0.1:${server.address().port}/`, close: () => server.close() };
}

const browser = {
  executablePath: process.env.COHOI_CHROMIUM ?? '/usr/bin/chromium',
  headless: true,
  args: ['--no-sandbox', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync',
    '--use-angle=swiftshader', '--enable-unsafe-swiftshader'],
};

/** @param {string[]} more arguments of the browser */
export const launch = (more = []) => chromium.launch({ ...browser, args: [...browser.args, ...more] });

/** A browser that keeps what it has in this folder, as one that is closed and opened again. */
export const launchIn = (profile, options = {}) => chromium.launchPersistentContext(profile, { ...browser, ...options });
