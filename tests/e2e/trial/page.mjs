// Serves the trial page and opens browsers on it.
import { createServer } from 'node:http';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..', '..');
const build = process.env.COHOI_WEB_BUILD ?? join(root, 'build', 'web-release');
const trial = process.env.COHOI_TRIAL ?? join(build, 'trial');
export const built = existsSync(join(trial, 'cohoi.wasm'));
export const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const types = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css', '.wasm': 'application/wasm', '.ttf': 'font/ttf' };

function fileOf(path) {
  if (path === '/') return join(root, 'shell.html');
  if (path.startsWith('/page/')) return join(root, 'web', path);
  if (path.startsWith('/fonts/')) return join(build, 'site', path);
  if (path.startsWith('/cohoi.')) return join(trial, path);
  return join(root, 'assets', 'site', path);
}

export async function serve(port) {
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url, 'http://x').pathname);
    // No service worker here: it would keep an older build alive.
    if (path.includes('..') || path === '/sw.js' || !existsSync(fileOf(path))) return response.writeHead(404).end();
    response.writeHead(200, { 'content-type': path === '/' ? 'text/html' : types[extname(path)] ?? 'application/octet-stream' });
    return response.end(readFileSync(fileOf(path)));
  });
  await new Promise((listening) => server.listen(port, '127.0.0.1', listening));
  return server;
}

const flags = ['--no-sandbox', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update',
  '--disable-sync', '--use-angle=swiftshader', '--enable-unsafe-swiftshader', '--host-resolver-rules=MAP crm.test 127.0.0.1'];

export const launch = (more = []) =>
  chromium.launch({ executablePath: process.env.COHOI_CHROMIUM ?? '/usr/bin/chromium', headless: true, args: [...flags, ...more] });

/** A page after its first frame, in a context of its own; what it complains of is in `complaints`. */
export async function open(browser, url, options = {}) {
  const context = await browser.newContext({ viewport: { width: 1000, height: 700 }, locale: 'vi-VN', ...options });
  const page = await context.newPage();
  page.setDefaultTimeout(5000);
  const complaints = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    if (/Content Security|violat/i.test(message.text())) complaints.push(message.text());
  });
  await page.goto(url);
  await page.waitForFunction(() => performance.getEntriesByName('cohoi:first-frame').length > 0, null, { timeout: 20000 });
  return { page, context, complaints };
}
