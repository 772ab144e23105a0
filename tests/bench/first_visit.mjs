// The first visit and the next start with an empty store: first frame, ready, bytes over the wire; with the processor as it is and four times slower.
// The packed product is served as the shipped configurations do: compressed with brotli, files with a hash in their name for ever. Cold is a profile
// that was never used; warm is the same profile in a browser started anew, which the worker answers. Medians of some runs; judges no time.
//   node tests/bench/first_visit.mjs [RUNS]        COHOI_DIST: the packed folder, as for the browser tests
import { existsSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { folder, launchIn, types } from '../e2e/support/site.mjs';

const runs = Number(process.argv[2] ?? 3);

let bytes = 0;
let requests = 0;
const server = createServer((request, response) => {
  const name = decodeURIComponent(new URL(request.url, 'http://x').pathname).slice(1) || 'index.html';
  const path = join(folder, name);
  if (name.includes('..') || !existsSync(path)) return response.writeHead(404).end();
  const small = existsSync(`${path}.br`);
  const cache = /\.[0-9a-f]{10}\./.test(name) ? 'public, max-age=31536000, immutable' : 'no-cache';
  const headers = { 'content-type': types[extname(name)] ?? 'application/octet-stream', 'cache-control': cache };
  const body = readFileSync(small ? `${path}.br` : path);
  bytes += body.length;
  ++requests;
  return response.writeHead(200, small ? { ...headers, 'content-encoding': 'br', vary: 'accept-encoding' } : headers).end(body);
}).listen(0, '127.0.0.1');
await new Promise((listening) => { server.once('listening', listening); });
const address = `http://localhost:${server.address().port}/`;

/** One start in this profile, until everything that is kept is kept. */
async function visit(profile, slower) {
  const context = await launchIn(profile, { viewport: { width: 1440, height: 900 }, locale: 'en-US', reducedMotion: 'reduce' });
  const [page] = context.pages();
  page.setDefaultTimeout(120000);
  page.on('pageerror', (error) => console.error('page:', error.message));
  const tools = await context.newCDPSession(page);
  await tools.send('Emulation.setCPUThrottlingRate', { rate: slower });
  [bytes, requests] = [0, 0];
  await page.goto(address, { waitUntil: 'commit' });
  await page.waitForFunction(() => ['cohoi:first-frame', 'cohoi:ready'].every((name) => performance.getEntriesByName(name).length > 0));
  const at = await page.evaluate(() => ['cohoi:first-frame', 'cohoi:ready'].map((name) => performance.getEntriesByName(name)[0].startTime));
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  await page.waitForLoadState('networkidle');
  const seen = { frame: at[0], ready: at[1], bytes, requests };
  await context.close();
  return seen;
}

const median = (list) => [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)];
const medians = (seen) => Object.fromEntries(Object.keys(seen[0]).map((name) => [name, median(seen.map((one) => one[name]))]));
const table = [];
function note(what, seen, budget) {
  const middle = medians(seen);
  table.push({
    what, 'first frame ms': Math.round(middle.frame), 'slowest run ms': Math.round(Math.max(...seen.map((one) => one.frame))),
    'budget ms': budget.frame ?? '–', 'ready ms': Math.round(middle.ready), bytes: middle.bytes, 'budget bytes': budget.bytes ?? '–', requests: middle.requests,
  });
}

for (const slower of [1, 4]) {
  const cold = [];
  const warm = [];
  for (let i = 0; i < runs; ++i) {
    const profile = await mkdtemp(join(tmpdir(), 'cohoi-first-visit-'));
    cold.push(await visit(profile, slower));
    warm.push(await visit(profile, slower));
    await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  }
  const speed = slower === 1 ? '' : `, ${slower}× slower`;
  note(`cold${speed}`, cold, { bytes: 900_000 });
  note(`warm${speed}`, warm, slower === 1 ? { frame: 800 } : {});
}
console.table(table);
server.close();
