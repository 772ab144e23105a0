// Serves the storage harness and opens browsers on it. `port` is each test file's own.
import { createServer } from 'node:http';
import { existsSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..', '..');
export const folder = process.env.COHOI_HARNESS ?? join(root, 'build', 'web-release', 'harness');
export const built = existsSync(join(folder, 'storage_harness.wasm'));

const types = { '.html': 'text/html', '.js': 'text/javascript', '.wasm': 'application/wasm' };

export async function serve(port) {
  const server = createServer((request, response) => {
    const name = new URL(request.url, 'http://x').pathname.slice(1) || 'index.html';
    // A page of the origin without our program in it.
    if (name === 'blank') return response.writeHead(200, { 'content-type': 'text/html' }).end('<title>blank</title>');
    const path = join(folder, name);
    if (!/^[\w.-]+$/.test(name) || !existsSync(path)) return response.writeHead(404).end();
    response.writeHead(200, { 'content-type': types[extname(name)] ?? 'application/octet-stream' }).end(readFileSync(path));
  });
  await new Promise((listening) => server.listen(port, '127.0.0.1', listening));
  return server;
}

export const newProfile = () => mkdtemp(join(tmpdir(), 'cohoi-profile-'));
export const removeProfile = (profile) => rm(profile, { recursive: true, force: true, maxRetries: 5 });

// A persistent profile: quota, kill and a later start mean nothing in an incognito context.
export const open = (profile, args = []) =>
  chromium.launchPersistentContext(profile, {
    executablePath: process.env.COHOI_CHROMIUM ?? '/usr/bin/chromium',
    headless: true,
    args: ['--no-sandbox', '--disable-gpu', ...args],
  });

export async function load(context, url) {
  const page = await context.newPage();
  page.on('pageerror', (error) => console.error('page:', error.message));
  page.on('console', (message) => { if (message.type() === 'warning' || message.type() === 'error') console.error('page:', message.text()); });
  await page.goto(url);
  await page.waitForFunction(() => document.title === 'ready');
  return page;
}
